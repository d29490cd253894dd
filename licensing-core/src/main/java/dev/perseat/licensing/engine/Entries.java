package dev.perseat.licensing.engine;

/**
 * What can be held: entries of source, SKU and set of plans, by number from 0. A tenant has few of them, compared with
 * what its users hold. Copies share what they have, as those of {@link IntTuples} do.
 */
final class Entries {
    private static final int WIDTH = 3;

    /** The sets of plans. */
    final IntTuples planSets;

    private final IntTuples keys;

    Entries() {
        this(new IntTuples(), new IntTuples());
    }

    private Entries(IntTuples planSets, IntTuples keys) {
        this.planSets = planSets;
        this.keys = keys;
    }

    Entries copy() {
        return new Entries(planSets.copy(), keys.copy());
    }

    /** Returns the number of an entry; the plans are ascending. */
    int add(int source, int sku, int[] plans) {
        int[] key = {source, sku, planSets.add(plans)};
        return keys.add(key, WIDTH) - 1;
    }

    int size() {
        return keys.size() - 1;
    }

    int source(int entry) {
        return keys.getOfEqualLength(entry + 1, 0, WIDTH);
    }

    int sku(int entry) {
        return keys.getOfEqualLength(entry + 1, 1, WIDTH);
    }

    int planSet(int entry) {
        return keys.getOfEqualLength(entry + 1, 2, WIDTH);
    }
}
