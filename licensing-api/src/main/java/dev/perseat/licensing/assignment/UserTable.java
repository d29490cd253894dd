package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Users as columns instead of objects. What most users leave empty (names are often not read, few have direct licences)
 * costs nothing: a column is made when the first value for it comes.
 */
final class UserTable {
    private static final byte NO_LOCATION = 0;

    private final UserId[] ids;
    private final byte[] locations;
    private final BitSet accountDisabled = new BitSet();
    private final List<UsageLocation> locationNames;
    private final Column<String> principalNames;
    private final Column<String> displayNames;
    private final Column<List<String>> addresses;
    private final Column<SortedMap<String, String>> attributes;
    private final Column<List<License>> directLicenses;

    private UserTable(
            UserId[] ids,
            byte[] locations,
            List<UsageLocation> locationNames,
            Column<String> principalNames,
            Column<String> displayNames,
            Column<List<String>> addresses,
            Column<SortedMap<String, String>> attributes,
            Column<List<License>> directLicenses) {
        this.ids = ids;
        this.locations = locations;
        this.locationNames = locationNames;
        this.principalNames = principalNames;
        this.displayNames = displayNames;
        this.addresses = addresses;
        this.attributes = attributes;
        this.directLicenses = directLicenses;
    }

    int size() {
        return ids.length;
    }

    /** Returns the index of a user, or a negative number. */
    int indexOf(UserId user) {
        return Arrays.binarySearch(ids, user);
    }

    /**
     * Returns the index of a user, or a negative number, at little cost if it is close to {@code from} or behind it a
     * little: looks ahead in growing steps, then between the last two.
     */
    int indexOf(UserId user, int from) {
        int low = from;
        int step = 1;
        int high = from;
        while (high < ids.length && ids[high].compareTo(user) < 0) {
            low = high + 1;
            high += step;
            step <<= 1;
        }
        return Arrays.binarySearch(ids, low, Math.min(high + 1, ids.length), user);
    }

    UserId id(int index) {
        return ids[index];
    }

    @Nullable
    UsageLocation location(int index) {
        int number = locations[index] & 0xFF;
        return number == NO_LOCATION ? null : locationNames.get(number - 1);
    }

    List<String> addresses(int index) {
        return addresses.get(Objects.checkIndex(index, ids.length));
    }

    List<License> directLicenses(int index) {
        return directLicenses.get(Objects.checkIndex(index, ids.length));
    }

    User user(int index) {
        return new User(
                ids[index],
                principalNames.get(index),
                displayNames.get(index),
                location(index),
                !accountDisabled.get(index),
                addresses.get(index),
                attributes.get(index),
                directLicenses.get(index));
    }

    /** One attribute of every user, without memory until one differs from the usual value. */
    private static final class Column<T> {
        private final T usual;
        private @Nullable Object @Nullable [] values;

        Column(T usual) {
            this.usual = usual;
        }

        void set(int index, T value) {
            if (value.equals(usual)) {
                return;
            }
            Object[] array = values == null ? new Object[index + 16] : values;
            if (index >= array.length) {
                array = Arrays.copyOf(array, Math.max(index + 1, array.length + (array.length >> 1)));
            }
            array[index] = value;
            values = array;
        }

        @SuppressWarnings("unchecked") // only set() writes, and it takes a T
        T get(int index) {
            Object value = values == null || index >= values.length ? null : values[index];
            return value == null ? usual : (T) value;
        }

        /** Returns a column in which the value of {@code oldIndex[i]} is that of {@code i}. */
        Column<T> arranged(int[] oldIndex) {
            Column<T> arranged = new Column<>(usual);
            if (values != null) {
                Object[] array = new Object[oldIndex.length];
                for (int i = 0; i < oldIndex.length; i++) {
                    array[i] = oldIndex[i] < values.length ? values[oldIndex[i]] : null;
                }
                arranged.values = array;
            }
            return arranged;
        }
    }

    /** Collects users under any numbers, and arranges them by id in the end. */
    static final class Builder {
        private UserId[] ids = new UserId[16];
        private byte[] locations = new byte[16];
        private final Map<UsageLocation, Integer> locationNumbers = new HashMap<>();
        private final SortedMap<Integer, UsageLocation> locationNames = new TreeMap<>();
        private final BitSet accountDisabled = new BitSet();
        private final Column<String> principalNames = new Column<>("");
        private final Column<String> displayNames = new Column<>("");
        private final Column<List<String>> addresses = new Column<>(List.of());
        private final Column<SortedMap<String, String>> attributes = new Column<>(Collections.emptySortedMap());
        private final Column<List<License>> directLicenses = new Column<>(List.of());

        void set(int number, User user) {
            if (number >= locations.length) {
                int length = Math.max(number + 1, locations.length + (locations.length >> 1));
                locations = Arrays.copyOf(locations, length);
                ids = Arrays.copyOf(ids, length);
            }
            ids[number] = user.id();
            locations[number] = locationNumber(user.usageLocation());
            accountDisabled.set(number, !user.accountEnabled());
            principalNames.set(number, user.userPrincipalName());
            displayNames.set(number, user.displayName());
            addresses.set(number, user.proxyAddresses());
            attributes.set(number, user.attributes());
            directLicenses.set(number, user.directLicenses());
        }

        private byte locationNumber(@Nullable UsageLocation location) {
            if (location == null) {
                return NO_LOCATION;
            }
            int number = locationNumbers.computeIfAbsent(location, any -> locationNumbers.size() + 1);
            locationNames.put(number, location);
            return (byte) number;
        }

        /** Returns the users in the order of the numbers under which they were collected, which is that of their ids. */
        UserTable build(int[] numbers) {
            UserId[] sortedIds = new UserId[numbers.length];
            byte[] sortedLocations = new byte[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                sortedIds[i] = ids[numbers[i]];
                sortedLocations[i] = locations[numbers[i]];
            }
            UserTable table = new UserTable(
                    sortedIds,
                    sortedLocations,
                    List.copyOf(locationNames.values()),
                    principalNames.arranged(numbers),
                    displayNames.arranged(numbers),
                    addresses.arranged(numbers),
                    attributes.arranged(numbers),
                    directLicenses.arranged(numbers));
            for (int i = 0; i < numbers.length; i++) {
                table.accountDisabled.set(i, accountDisabled.get(numbers[i]));
            }
            return table;
        }
    }
}
