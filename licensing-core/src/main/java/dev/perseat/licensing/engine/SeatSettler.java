package dev.perseat.licensing.engine;

/**
 * Settles users of whom only seats decide: all bundles of their base go together and none has an open clause; so each is
 * accepted if it is incumbent, or if of each of its SKUs a seat is free or held. Keeps its working memory; used by one
 * thread at a time.
 *
 * <p>Why that is what settling comes to: no bundle is prohibited, needs an address that is shared, or excludes another,
 * as all of them are accepted together where all are held. Without an open clause nothing is retained and nothing is
 * thrown out. The seats left do not change while one user is settled, so the order does not matter.
 */
final class SeatSettler {
    private final Ledger ledger;
    private final boolean together;

    /** What the user holds from now on, as entries by source and SKU. */
    final IntBuffer result = new IntBuffer();

    boolean allAccepted;

    /** The entry of the holding that is looked at next. */
    private int entry;

    SeatSettler(Ledger ledger) {
        this.ledger = ledger;
        together = ledger.bundles.together;
    }

    /**
     * Settles the users of a profile, of whose base only seats decide.
     *
     * @param freeSeats of each SKU whether a seat is free for a user who does not hold it
     */
    void settle(int profile, boolean[] freeSeats) {
        int full = ledger.fullHolding(ledger.base(profile));
        int held = ledger.holding(profile);
        HoldingSets sets = ledger.holdingSets;
        result.clear();
        entry = 0;
        int count = sets.entryCount(full);
        for (int i = 0, end; i < count; i = end) {
            end = endOfBundle(full, i, count);
            if (isAccepted(full, i, end, held, freeSeats)) {
                for (int k = i; k < end; k++) {
                    result.add(sets.entry(full, k));
                }
            }
        }
        allAccepted = result.size == count;
    }

    private int endOfBundle(int full, int start, int count) {
        int source = ledger.holdingSets.source(full, start);
        int end = start + 1;
        while (together && source != Sources.DIRECT && end < count && ledger.holdingSets.source(full, end) == source) {
            end++;
        }
        return end;
    }

    private boolean isAccepted(int full, int from, int to, int held, boolean[] freeSeats) {
        HoldingSets sets = ledger.holdingSets;
        boolean incumbent = true;
        boolean seated = true;
        for (int k = from; k < to; k++) {
            int sku = sets.sku(full, k);
            incumbent &= isHeld(held, sets.source(full, k), sku);
            seated &= freeSeats[sku] || sets.skuSets().contains(sets.skuSet(held), sku);
        }
        return incumbent || seated;
    }

    /** Returns whether a SKU is held from a source; to be asked in their order. */
    private boolean isHeld(int held, int source, int sku) {
        HoldingSets sets = ledger.holdingSets;
        int entries = sets.entryCount(held);
        while (entry < entries && isBefore(sets.source(held, entry), sets.sku(held, entry), source, sku)) {
            entry++;
        }
        return entry < entries && sets.source(held, entry) == source && sets.sku(held, entry) == sku;
    }

    private boolean isBefore(int source, int sku, int otherSource, int otherSku) {
        return source == otherSource ? sku < otherSku : ledger.sources.isBefore(source, otherSource);
    }
}
