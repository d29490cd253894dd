package dev.perseat.licensing.engine;

import org.jspecify.annotations.Nullable;

/** Whom the walk of section 6.2 still has to visit; see {@link Walk} for why nobody else. */
final class Agenda {
    private final UserOrder order;
    private final int users;
    private final Seats seats;

    /** The sets of SKUs that users need, as {@link Transitions} numbers them. */
    private final IntTuples needSets;

    /** Users who are to be visited in any case. */
    private final Watchers due;

    /** By SKU, those who lack it and last saw it free. */
    private final @Nullable Watchers[] sawFree;

    /** By SKU, those who lack it and last saw it taken. */
    private final @Nullable Watchers[] sawTaken;

    /**
     * Makes an agenda on which nobody is.
     *
     * @param users how many users to have room for; there may come more
     */
    Agenda(UserOrder order, int users, Seats seats, IntTuples needSets) {
        this.order = order;
        this.users = users;
        this.seats = seats;
        this.needSets = needSets;
        due = new Watchers(order, users);
        sawFree = new Watchers[seats.free.length];
        sawTaken = new Watchers[seats.free.length];
    }

    void addDue(int user) {
        due.add(user);
    }

    /** Notes what a user, who lacks these SKUs, has seen of them. */
    void addWatching(int user, int needs) {
        for (int k = 0; k < needSets.length(needs); k++) {
            int sku = needSets.get(needs, k);
            of(seats.free[sku] ? sawFree : sawTaken, sku).add(user);
        }
    }

    private Watchers of(@Nullable Watchers[] bySku, int sku) {
        Watchers watchers = bySku[sku];
        if (watchers == null) {
            watchers = new Watchers(order, users);
            bySku[sku] = watchers;
        }
        return watchers;
    }

    /** Forgets all about a user, who lacked these SKUs at the last visit. */
    void remove(int user, int needs) {
        due.remove(user);
        for (int k = 0; k < needSets.length(needs); k++) {
            int sku = needSets.get(needs, k);
            remove(user, sawFree[sku]);
            remove(user, sawTaken[sku]);
        }
    }

    private static void remove(int user, @Nullable Watchers watchers) {
        if (watchers != null) {
            watchers.remove(user);
        }
    }

    /** Returns the next user to visit: the first after {@code user}, else the first at all, or -1. */
    int next(int user) {
        int next = firstAfter(user);
        return next >= 0 || user < 0 ? next : firstAfter(-1);
    }

    private int firstAfter(int user) {
        int first = due.next(user);
        for (int i = 0; i < seats.flipped.size; i++) {
            int sku = seats.flipped.values[i];
            Watchers contradicted = (seats.free[sku] ? sawTaken : sawFree)[sku];
            int candidate = contradicted == null ? -1 : contradicted.next(user);
            if (candidate >= 0 && (first < 0 || order.isBefore(candidate, first))) {
                first = candidate;
            }
        }
        return first;
    }
}
