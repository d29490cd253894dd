package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;

/**
 * Unites the sets of grants that a user has from the groups of which the user is a direct member. Many users have the
 * same combination of sets, so each combination is united once.
 */
final class UserSets {
    private final IntTuples grantSets;
    private final Bundles bundles;
    private final IntTuples combinations = new IntTuples();
    private final IntBuffer unionOf = new IntBuffer();
    private final IntBuffer sets = new IntBuffer();
    private final IntBuffer union = new IntBuffer();

    UserSets(IntTuples grantSets, Bundles bundles) {
        this.grantSets = grantSets;
        this.bundles = bundles;
        unionOf.add(IntTuples.EMPTY);
    }

    /** Returns the number of the union of the sets of a user's groups. */
    int of(TenantSnapshot snapshot, int user, int[] setOfGroup) {
        sets.clear();
        int count = snapshot.groupCount(user);
        for (int k = 0; k < count; k++) {
            add(setOfGroup[snapshot.groupOf(user, k)]);
        }
        return union();
    }

    /** Begins a union. */
    void begin() {
        sets.clear();
    }

    /** Adds a set to the union; twice is the same as once. */
    void add(int set) {
        if (set != IntTuples.EMPTY && (sets.size == 0 || sets.values[sets.size - 1] != set)) {
            sets.add(set);
        }
    }

    /** Returns the number of the union of the sets added. */
    int union() {
        if (sets.size > 1) {
            sets.sortDistinct();
        }
        if (sets.size <= 1) {
            return sets.size == 0 ? IntTuples.EMPTY : sets.values[0];
        }
        int combination = combinations.add(sets.values, sets.size);
        if (combination == unionOf.size) {
            unionOf.add(unite());
        }
        return unionOf.values[combination];
    }

    private int unite() {
        union.clear();
        for (int i = 0; i < sets.size; i++) {
            for (int k = 0; k < grantSets.length(sets.values[i]); k++) {
                union.add(grantSets.get(sets.values[i], k));
            }
        }
        union.sortDistinct();
        bundles.sort(union.values, union.size);
        return grantSets.add(union.values, union.size);
    }
}
