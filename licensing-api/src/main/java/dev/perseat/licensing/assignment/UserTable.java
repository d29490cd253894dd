package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Users as columns instead of objects. What most users leave empty (names are often not read, few have direct licences)
 * costs nothing: a column is made when the first value for it comes.
 */
final class UserTable {
    private static final byte NO_LOCATION = 0;

    private final UserId[] ids;
    private final IdColumn column;
    private final byte[] locations;
    private final BitSet accountDisabled = new BitSet();
    private final List<UsageLocation> locationNames;
    private final SparseColumn<String> principalNames;
    private final SparseColumn<String> displayNames;
    private final SparseColumn<List<String>> addresses;
    private final SparseColumn<SortedMap<String, String>> attributes;
    private final SparseColumn<List<License>> directLicenses;

    private UserTable(
            UserId[] ids,
            byte[] locations,
            List<UsageLocation> locationNames,
            SparseColumn<String> principalNames,
            SparseColumn<String> displayNames,
            SparseColumn<List<String>> addresses,
            SparseColumn<SortedMap<String, String>> attributes,
            SparseColumn<List<License>> directLicenses) {
        this.ids = ids;
        column = new IdColumn(ids);
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

    /** Returns the ids, by which those of other tables and of holdings are found here. */
    IdColumn column() {
        return column;
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

    /** Collects users under any numbers, and arranges them by id in the end. */
    static final class Builder {
        private UserId[] ids = new UserId[16];
        private byte[] locations = new byte[16];
        private final Map<UsageLocation, Integer> locationNumbers = new HashMap<>();
        private final List<UsageLocation> locationNames = new ArrayList<>();
        private final BitSet accountDisabled = new BitSet();
        private final SparseColumn.Builder<String> principalNames = new SparseColumn.Builder<>("");
        private final SparseColumn.Builder<String> displayNames = new SparseColumn.Builder<>("");
        private final SparseColumn.Builder<List<String>> addresses = new SparseColumn.Builder<>(List.of());
        private final SparseColumn.Builder<SortedMap<String, String>> attributes =
                new SparseColumn.Builder<>(Collections.emptySortedMap());
        private final SparseColumn.Builder<List<License>> directLicenses = new SparseColumn.Builder<>(List.of());

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
            Integer number = locationNumbers.get(location);
            if (number == null) {
                locationNames.add(location);
                number = locationNames.size();
                locationNumbers.put(location, number);
            }
            return number.byteValue();
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
                    List.copyOf(locationNames),
                    principalNames.build(numbers),
                    displayNames.build(numbers),
                    addresses.build(numbers),
                    attributes.build(numbers),
                    directLicenses.build(numbers));
            for (int i = 0; i < numbers.length && !accountDisabled.isEmpty(); i++) {
                table.accountDisabled.set(i, accountDisabled.get(numbers[i]));
            }
            return table;
        }
    }
}
