package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The users of a live calculation, by number: those of the snapshot have their index, those who come later the next
 * numbers. A number stays with its id, even while there is no such user; who comes back has it again.
 */
final class Roster implements UserOrder {
    private final TenantSnapshot snapshot;
    private final int known;

    private final List<UserId> lateIds = new ArrayList<>();
    private final IntBuffer latePlaces = new IntBuffer();
    private final Map<UserId, Integer> lateNumbers = new HashMap<>();

    /** Users as they are now, if not as in the snapshot, and who that is. */
    private final Map<Integer, User> changed = new HashMap<>();

    private final BitSet isChanged = new BitSet();

    private final BitSet gone = new BitSet();

    Roster(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        known = snapshot.userCount();
    }

    /** One more than the highest number. */
    int end() {
        return known + lateIds.size();
    }

    boolean isPresent(int user) {
        return !gone.get(user);
    }

    /** Returns the number of an id, whether or not there is such a user now, or -1 if it has none. */
    int number(UserId id) {
        int index = snapshot.userIndex(id);
        return index >= 0 || lateIds.isEmpty() ? index : lateNumbers.getOrDefault(id, -1);
    }

    /** Returns the number of an id, giving it one if it has none; there is no such user until {@link #set}. */
    int numberOrNew(UserId id) {
        int number = number(id);
        return number >= 0 ? number : addLate(id);
    }

    private int addLate(UserId id) {
        int number = end();
        lateIds.add(id);
        latePlaces.add(placeFor(id));
        lateNumbers.put(id, number);
        gone.set(number);
        return number;
    }

    /** Returns the first user of the snapshot who has an id or comes after it; {@link #firstLate} if there is none. */
    int placeFor(UserId id) {
        int low = 0;
        int high = known;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (snapshot.userId(middle).compareTo(id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Makes a user, who has a number, present and as given. */
    void set(int number, User user, Journal journal) {
        User before = changed.put(number, user);
        isChanged.set(number);
        boolean wasGone = gone.get(number);
        gone.clear(number);
        journal.add(() -> restore(number, before, wasGone));
    }

    void remove(int number, Journal journal) {
        User before = changed.remove(number);
        isChanged.clear(number);
        gone.set(number);
        journal.add(() -> restore(number, before, false));
    }

    private void restore(int number, @Nullable User user, boolean isGone) {
        if (user == null) {
            changed.remove(number);
        } else {
            changed.put(number, user);
        }
        isChanged.set(number, user != null);
        gone.set(number, isGone);
    }

    private @Nullable User changed(int user) {
        return isChanged.get(user) ? changed.get(user) : null;
    }

    /** Returns a user who is present. */
    User user(int user) {
        User now = changed(user);
        return now == null ? snapshot.users().get(user) : now;
    }

    UserId id(int user) {
        return user < known ? snapshot.userId(user) : lateIds.get(user - known);
    }

    @Nullable
    UsageLocation usageLocation(int user) {
        User now = changed(user);
        return now == null ? snapshot.usageLocation(user) : now.usageLocation();
    }

    List<License> directLicenses(int user) {
        User now = changed(user);
        return now == null ? snapshot.directLicenses(user) : now.directLicenses();
    }

    List<String> proxyAddresses(int user) {
        User now = changed(user);
        return now == null ? snapshot.proxyAddresses(user) : now.proxyAddresses();
    }

    /** Returns users, given in any order, by their ids. */
    int[] inOrder(int[] users) {
        int[] sorted = users.clone();
        Arrays.sort(sorted);
        int early = sorted.length;
        while (early > 0 && sorted[early - 1] >= known) {
            early--;
        }
        Integer[] late = Arrays.stream(sorted, early, sorted.length).boxed().toArray(Integer[]::new);
        Arrays.sort(late, this);
        int place = early; // from behind, so that what is overwritten has been moved
        for (int i = late.length - 1; i >= 0; i--) {
            while (place > 0 && compare(sorted[place - 1], late[i]) > 0) {
                place--;
                sorted[place + i + 1] = sorted[place];
            }
            sorted[place + i] = late[i];
        }
        return sorted;
    }

    /** Returns at most so many of the late users, the first by id that fulfil a condition, in no particular order. */
    Collection<Integer> firstLate(int limit, IntPredicate condition) {
        PriorityQueue<Integer> first = new PriorityQueue<>(reversed());
        for (int user = known; user < end(); user++) {
            if (condition.test(user)) {
                first.add(user);
                if (first.size() > limit) {
                    first.remove();
                }
            }
        }
        return first;
    }

    @Override
    public int firstLate() {
        return known;
    }

    @Override
    public int placeOf(int lateUser) {
        return latePlaces.values[lateUser - known];
    }

    @Override
    public int compare(Integer user, Integer other) {
        if (user < known && other < known) {
            return Integer.compare(user, other);
        } else if (user < known) {
            return user < placeOf(other) ? -1 : 1;
        } else if (other < known) {
            return other < placeOf(user) ? 1 : -1;
        }
        int byPlace = Integer.compare(placeOf(user), placeOf(other));
        return byPlace == 0 ? id(user).compareTo(id(other)) : byPlace;
    }
}
