package dev.perseat.licensing.engine;

import java.util.Arrays;
import java.util.BitSet;

/** Whom the walk of section 6.2 still has to visit; see {@link Reconciliation} for why nobody else. */
final class Agenda {
    private final int[] scarceSkus;

    /** Users whose last visit changed what they hold. */
    private final BitSet changed;

    /** By SKU, those who lack it and last saw it free; null for SKUs that are not scarce. */
    private final Watchers[] sawFree;

    /** By SKU, those who lack it and last saw it taken. */
    private final Watchers[] sawTaken;

    Agenda(int users, int[] scarceSkus) {
        this.scarceSkus = scarceSkus;
        changed = new BitSet(users);
        int skus = scarceSkus.length == 0 ? 0 : scarceSkus[scarceSkus.length - 1] + 1;
        sawFree = new Watchers[skus];
        sawTaken = new Watchers[skus];
        Arrays.stream(scarceSkus).forEach(sku -> {
            sawFree[sku] = new Watchers();
            sawTaken[sku] = new Watchers();
        });
    }

    void addChanged(int user) {
        changed.set(user);
    }

    /** Notes what a user, who lacks these SKUs, has seen of them. */
    void addWatching(int user, int needs, IntTuples needSets, boolean[] free) {
        for (int k = 0; k < needSets.length(needs); k++) {
            int sku = needSets.get(needs, k);
            (free[sku] ? sawFree : sawTaken)[sku].add(user);
        }
    }

    /** Forgets all about a user, who lacked these SKUs at the last visit. */
    void remove(int user, int needs, IntTuples needSets) {
        changed.clear(user);
        for (int k = 0; k < needSets.length(needs); k++) {
            sawFree[needSets.get(needs, k)].remove(user);
            sawTaken[needSets.get(needs, k)].remove(user);
        }
    }

    /** Returns the next user to visit: the first after {@code user}, else the first at all, or -1. */
    int next(int user, boolean[] free) {
        int next = firstFrom(user + 1, free);
        return next >= 0 ? next : firstFrom(0, free);
    }

    private int firstFrom(int from, boolean[] free) {
        int first = changed.nextSetBit(from);
        for (int sku : scarceSkus) {
            int contradicted = (free[sku] ? sawTaken : sawFree)[sku].next(from);
            if (contradicted >= 0 && (first < 0 || contradicted < first)) {
                first = contradicted;
            }
        }
        return first;
    }
}
