package dev.perseat.licensing.engine;

import java.util.Arrays;

/**
 * Counts how many users hold each SKU, and how many request it without holding it. Many users hold the same set of SKUs,
 * so sets are counted, and taken apart in the end.
 */
final class Demand {
    private final Ledger ledger;
    private final HoldingSets holdingSets;
    private final IntTuples skuSets;

    /** Of each set of SKUs how many users hold just that. */
    private final long[] holders;

    /** Of each SKU how many request it and do not hold it. */
    private final long[] lacking;

    /** Begins to count; the ledger must get no more sets of SKUs until the end. */
    Demand(Ledger ledger) {
        this.ledger = ledger;
        holdingSets = ledger.holdingSets;
        skuSets = holdingSets.skuSets();
        holders = new long[skuSets.size()];
        lacking = new long[ledger.catalog.skuCount];
    }

    /** Adds the users of a profile. */
    void add(int profile, long users) {
        int held = holdingSets.skuSet(ledger.holding(profile));
        int requested = holdingSets.skuSet(ledger.fullHolding(ledger.base(profile)));
        holders[held] += users;
        if (held != requested) {
            addLacking(held, requested, users);
        }
    }

    /** Walks through two sets side by side, both ascending. */
    private void addLacking(int held, int requested, long users) {
        int heldCount = skuSets.length(held);
        int place = 0;
        for (int k = 0; k < skuSets.length(requested); k++) {
            int sku = skuSets.get(requested, k);
            while (place < heldCount && skuSets.get(held, place) < sku) {
                place++;
            }
            if (place == heldCount || skuSets.get(held, place) != sku) {
                lacking[sku] += users;
            }
        }
    }

    /** Adds what another one has counted. */
    void add(Demand part) {
        addAll(holders, part.holders);
        addAll(lacking, part.lacking);
    }

    private static void addAll(long[] sums, long[] parts) {
        Arrays.setAll(sums, i -> sums[i] + parts[i]);
    }

    /** Returns how many users hold each SKU. */
    long[] taken() {
        long[] taken = new long[lacking.length];
        for (int set = 0; set < holders.length; set++) {
            for (int k = 0; holders[set] > 0 && k < skuSets.length(set); k++) {
                taken[skuSets.get(set, k)] += holders[set];
            }
        }
        return taken;
    }

    /** Returns how many users request each SKU and do not hold it. */
    long[] lacking() {
        return lacking;
    }
}
