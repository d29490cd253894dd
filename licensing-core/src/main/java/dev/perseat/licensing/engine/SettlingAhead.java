package dev.perseat.licensing.engine;

import java.util.function.IntConsumer;

/**
 * Finds out for many profiles at once, by several threads, what becomes of their users with the seats that most of them
 * will find. For who lacks nothing that can run out that is what becomes of them.
 */
final class SettlingAhead {
    private final Ledger ledger;
    private final Transitions transitions;
    private final Parallel parallel;

    /** Of each SKU whether most who lack it find a seat. */
    private final boolean[] expectedSeats;

    /** Of each SKU whether everybody who lacks it finds a seat. */
    private final boolean[] surelyFree;

    private final boolean allSurelyFree;

    /**
     * Makes it for one calculation.
     *
     * @param expectedSeats of each SKU whether most who lack it find a seat; if it is not watched, whether they do
     */
    SettlingAhead(Ledger ledger, Seats seats, boolean[] expectedSeats, Transitions transitions, Parallel parallel) {
        this.ledger = ledger;
        this.transitions = transitions;
        this.parallel = parallel;
        this.expectedSeats = expectedSeats;
        surelyFree = new boolean[expectedSeats.length];
        boolean all = true;
        for (int sku = 0; sku < surelyFree.length; sku++) {
            surelyFree[sku] = seats.free[sku] && !seats.isWatched(sku);
            all &= surelyFree[sku];
        }
        allSurelyFree = all;
    }

    /**
     * Settles profiles, and what becomes of them, until nothing new comes of it.
     *
     * @param users of each profile the number of its users; those without any are left out
     */
    void settle(long[] users) {
        int[] round = hard(0, users.length, users);
        while (round.length > 0) {
            int known = ledger.profileEnd();
            settleRound(round);
            round = hard(known, ledger.profileEnd(), users);
        }
    }

    /** Notes what becomes of the profiles that need no settling, and returns those to settle. */
    private int[] hard(int from, int to, long[] users) {
        transitions.makeRoom();
        IntBuffer hard = new IntBuffer();
        parallel.forRanges(
                to - from,
                (first, end) -> findHard(from + first, from + end, users),
                found -> hard.addAll(found.values, 0, found.size));
        return hard.toArray();
    }

    /** Notes what becomes of the easy ones of a range of profiles, each at its own places, and returns the others. */
    private IntBuffer findHard(int from, int to, long[] users) {
        IntBuffer hard = new IntBuffer();
        for (int profile = from; profile < to; profile++) {
            boolean occupied = profile >= users.length || users[profile] > 0;
            if (occupied && !transitions.isKnown(profile) && !followEasy(profile)) {
                hard.add(profile);
            }
        }
        return hard;
    }

    /** Notes what becomes of a profile that is at rest, or for whose users there is all that they lack. */
    private boolean followEasy(int profile) {
        if (ledger.isAtRest(profile)) {
            transitions.rest(profile);
        } else if (ledger.harmony().isDecidedBySeats(ledger.base(profile)) && findsAll(profile)) {
            transitions.fill(profile, ledger.fullProfile(ledger.base(profile)));
        } else {
            return false;
        }
        return true;
    }

    private boolean findsAll(int profile) {
        if (allSurelyFree) {
            return true;
        }
        IntTuples skuSets = ledger.holdingSets.skuSets();
        int held = ledger.holdingSets.skuSet(ledger.holding(profile));
        int requested = ledger.holdingSets.skuSet(ledger.fullHolding(ledger.base(profile)));
        for (int k = 0; k < skuSets.length(requested); k++) {
            int sku = skuSets.get(requested, k);
            if (!surelyFree[sku] && !skuSets.contains(held, sku)) {
                return false;
            }
        }
        return true;
    }

    private void settleRound(int[] round) {
        for (int profile : round) {
            transitions.needs(profile); // numbers are given out by one thread
        }
        Results results = new Results(round.length);
        parallel.forEach(round.length, () -> settleInto(round, results));
        IntBuffer entries = new IntBuffer();
        for (int i = 0; i < round.length; i++) {
            int holding = ledger.holding(round[i]);
            int[] changed = results.changed[i];
            if (changed != null) {
                entries.clear();
                entries.addAll(changed);
                holding = ledger.holdingSets.add(entries);
            }
            transitions.learn(round[i], expectedSeats, holding, results.accepted[i]);
        }
    }

    /** What several threads have found, each at its own places. */
    private static final class Results {
        /** What is held from then on, or null if that is what was held, or if all is accepted. */
        final int[][] changed;

        final boolean[] accepted;

        Results(int count) {
            changed = new int[count][];
            accepted = new boolean[count];
        }
    }

    private IntConsumer settleInto(int[] round, Results results) {
        Decider own = new Decider(ledger);
        return i -> {
            own.decide(round[i], expectedSeats);
            results.accepted[i] = own.allAccepted;
            if (!own.allAccepted && !own.changesNothing(round[i])) {
                results.changed[i] = own.result().toArray();
            }
        };
    }
}
