package dev.perseat.licensing.engine;

/**
 * Finds what settling makes of one profile after the other, in the shortest way there is for each. The answer stands here
 * until the next call. Keeps its working memory; used by one thread at a time.
 */
final class Decider {
    private final Ledger ledger;
    private final Settler settler;
    private final SeatSettler seatSettler;
    private IntBuffer result;

    /** Whether all bundles are accepted and nothing is retained, so that all that is given is held and nothing else. */
    boolean allAccepted;

    Decider(Ledger ledger) {
        this.ledger = ledger;
        settler = new Settler(ledger, Settler.FailureListener.NONE);
        seatSettler = new SeatSettler(ledger);
        result = seatSettler.result;
    }

    /**
     * Settles the users of a profile.
     *
     * @param freeSeats of each SKU whether a seat is free for a user who does not hold it
     */
    void decide(int profile, boolean[] freeSeats) {
        if (ledger.harmony().isDecidedBySeats(ledger.base(profile))) {
            seatSettler.settle(profile, freeSeats);
            result = seatSettler.result;
            allAccepted = seatSettler.allAccepted;
        } else {
            settler.settle(profile, freeSeats);
            result = settler.result;
            allAccepted = settler.allAccepted;
        }
    }

    /** Returns whether the users hold from now on what they have held. */
    boolean changesNothing(int profile) {
        return ledger.holdingSets.isEqual(ledger.holding(profile), result);
    }

    /** Returns what is held from now on, as entries by source and SKU. */
    IntBuffer result() {
        return result;
    }
}
