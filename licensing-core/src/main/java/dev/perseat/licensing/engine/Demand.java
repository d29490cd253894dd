package dev.perseat.licensing.engine;

import java.util.Arrays;

/** Counts how many users hold each SKU, and how many request it without holding it. */
final class Demand {
    private final Ledger ledger;
    private final HoldingSets holdingSets;
    private final IntTuples skuSets;

    /** Of each SKU how many users hold it. */
    final long[] taken;

    /** Of each SKU how many users request it and do not hold it. */
    final long[] lacking;

    Demand(Ledger ledger) {
        this.ledger = ledger;
        holdingSets = ledger.holdingSets;
        skuSets = holdingSets.skuSets();
        taken = new long[ledger.catalog.skuCount];
        lacking = new long[ledger.catalog.skuCount];
    }

    /** Adds the users of a profile. */
    void add(int profile, long users) {
        int held = holdingSets.skuSet(ledger.holding(profile));
        int requested = holdingSets.skuSet(ledger.fullHolding(ledger.base(profile)));
        for (int k = 0; k < skuSets.length(held); k++) {
            taken[skuSets.get(held, k)] += users;
        }
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
        Arrays.setAll(taken, sku -> taken[sku] + part.taken[sku]);
        Arrays.setAll(lacking, sku -> lacking[sku] + part.lacking[sku]);
    }
}
