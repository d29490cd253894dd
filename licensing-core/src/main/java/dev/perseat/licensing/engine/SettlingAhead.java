package dev.perseat.licensing.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds out for many profiles at once, by several threads, what becomes of their users with the seats that most of them
 * will find. For who lacks nothing that can run out that is what becomes of them.
 */
final class SettlingAhead {
    private final Ledger ledger;
    private final Transitions transitions;
    private final Parallel parallel;
    private final EasyBases easyBases;

    /** Of each SKU whether most who lack it find a seat. */
    private final boolean[] expectedSeats;

    /**
     * Makes it for one calculation.
     *
     * @param expectedSeats of each SKU whether most who lack it find a seat; if it is not watched, whether they do
     */
    SettlingAhead(Ledger ledger, Seats seats, boolean[] expectedSeats, Transitions transitions, Parallel parallel) {
        this.ledger = ledger;
        this.transitions = transitions;
        this.parallel = parallel;
        easyBases = new EasyBases(ledger, seats);
        this.expectedSeats = expectedSeats;
    }

    /** Settles profiles, and what becomes of them, until nothing new comes of it. */
    void settle(int[] profiles) {
        int[] round = hard(profiles);
        while (round.length > 0) {
            int known = ledger.profileEnd();
            settleRound(round);
            int[] fresh = new int[ledger.profileEnd() - known];
            Arrays.setAll(fresh, k -> known + k);
            round = hard(fresh);
        }
    }

    /** Notes what becomes of the profiles that need no settling, and returns those to settle. */
    private int[] hard(int[] profiles) {
        transitions.makeRoom();
        easyBases.makeRoom();
        IntBuffer hard = new IntBuffer();
        parallel.forRanges(
                profiles.length,
                (from, to) -> findHard(profiles, from, to),
                found -> hard.addAll(found.values, 0, found.size));
        int count = hard.size;
        for (int i = 0; i < count; i++) {
            addFull(hard.values[i], hard);
        }
        return hard.toArray();
    }

    /** Notes what becomes of the easy ones of a range of profiles, each at its own places, and returns the others. */
    private IntBuffer findHard(int[] profiles, int from, int to) {
        IntBuffer hard = new IntBuffer();
        for (int i = from; i < to; i++) {
            int profile = profiles[i];
            if (!transitions.isKnown(profile) && !followEasy(profile)) {
                hard.add(profile);
            }
        }
        return hard;
    }

    /** Of a base of which something is known somebody was settled, mostly because it is not easy; so it is not asked. */
    private boolean followEasy(int profile) {
        int base = ledger.base(profile);
        int full = ledger.fullProfile(base);
        if (profile == full && ledger.harmony().keepsAll(base)) {
            transitions.content(full);
        } else if (ledger.harmony().isOpen(base) && easyBases.isEasy(base)) {
            transitions.fill(profile, full);
        } else {
            return false;
        }
        return true;
    }

    /** Has it found out what becomes of who holds all, if that is not known: it may spare settling others of the base. */
    private void addFull(int profile, IntBuffer hard) {
        int base = ledger.base(profile);
        if (ledger.harmony().isOpen(base)) {
            int full = ledger.fullProfile(base);
            if (full != profile && !transitions.isKnown(full)) {
                transitions.reserve(full);
                hard.add(full);
            }
        }
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
