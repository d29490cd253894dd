package dev.perseat.licensing.engine;

/** The seats that users take and give back when they come from one profile to another. */
final class SeatMoves {
    private final Ledger ledger;
    private final Seats seats;

    private final Taker seatTaker;

    SeatMoves(Ledger ledger, Seats seats) {
        this.ledger = ledger;
        this.seats = seats;
        seatTaker = seats::take;
    }

    /** Takes one number of seats of a SKU, which may be negative. */
    interface Taker {
        void take(int sku, long seats);
    }

    /** Gives and takes the seats that a user has in one profile and not in the other. */
    void make(int from, int to) {
        tell(from, to, 1, seatTaker);
    }

    /** Tells the seats that users take in one profile and not in the other, and give back the other way round. */
    void tell(int from, int to, long users, Taker taker) {
        int before = skuSet(from);
        int after = skuSet(to);
        if (before != after) {
            tellMissing(before, after, -users, taker);
            tellMissing(after, before, users, taker);
        }
    }

    private int skuSet(int profile) {
        return ledger.holdingSets.skuSet(ledger.holding(profile));
    }

    /** Tells the SKUs of a set that another one does not have. */
    private void tellMissing(int skus, int exceptSkus, long change, Taker taker) {
        IntTuples skuSets = ledger.holdingSets.skuSets();
        for (int k = 0; k < skuSets.length(skus); k++) {
            int sku = skuSets.get(skus, k);
            if (exceptSkus == IntTuples.EMPTY || !skuSets.contains(exceptSkus, sku)) {
                taker.take(sku, change);
            }
        }
    }

    /** Returns whether a watched seat is taken or given back by who comes from one profile to the other. */
    boolean concernWatched(int from, int to) {
        int before = skuSet(from);
        int after = skuSet(to);
        return before != after && (missesWatched(before, after) || missesWatched(after, before));
    }

    private boolean missesWatched(int skus, int exceptSkus) {
        IntTuples skuSets = ledger.holdingSets.skuSets();
        for (int k = 0; k < skuSets.length(skus); k++) {
            int sku = skuSets.get(skus, k);
            if (seats.isWatched(sku) && !skuSets.contains(exceptSkus, sku)) {
                return true;
            }
        }
        return false;
    }
}
