package dev.perseat.licensing.engine;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A set of users that is asked for its next member in the order of ids again and again. */
final class Watchers {
    private final UserOrder order;
    private final BitTree users;
    private @Nullable NavigableSet<Integer> late;

    /**
     * Makes an empty set.
     *
     * @param users how many users to have room for; there may come more
     */
    Watchers(UserOrder order, int users) {
        this.order = order;
        this.users = new BitTree(users);
    }

    void add(int user) {
        if (user >= order.firstLate()) {
            addLate(user);
        } else {
            users.set(user);
        }
    }

    private void addLate(int user) {
        if (late == null) {
            late = new TreeSet<>(order);
        }
        late.add(user);
    }

    void remove(int user) {
        if (user < order.firstLate()) {
            users.clear(user);
        } else if (late != null) {
            late.remove(user);
        }
    }

    /** Returns the first member after a user, or the first of all after -1; or -1 if there is none. */
    int next(int after) {
        boolean afterLate = after >= order.firstLate();
        int next = users.next(afterLate ? order.placeOf(after) : after + 1);
        if (late == null || late.isEmpty()) {
            return next;
        }
        Integer nextLate = after < 0 ? late.first() : late.higher(after);
        if (nextLate == null || (next >= 0 && order.compare(next, nextLate) < 0)) {
            return next;
        }
        return nextLate;
    }
}
