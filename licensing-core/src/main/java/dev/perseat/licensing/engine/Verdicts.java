package dev.perseat.licensing.engine;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The verdict of each profile that somebody has. */
final class Verdicts {
    /** By profile; null where there is nothing to tell. */
    private final @Nullable Verdict[] open;

    private Verdicts(int profiles) {
        open = new Verdict[profiles];
    }

    /** Settles every profile that somebody has once more, now with the reasons. */
    static Verdicts of(Ledger ledger, int[] profileOf, Seats seats, Transitions transitions, Parallel parallel) {
        BitSet uncertain = new BitSet();
        for (int profile : profileOf) {
            if (profile != Ledger.NOBODY && !transitions.isContented(profile)) {
                uncertain.set(profile);
            }
        }
        int[] profiles = uncertain.stream().toArray();
        Verdicts verdicts = new Verdicts(ledger.profileEnd());
        parallel.forEach(profiles.length, () -> {
            Settler settler = new Settler(ledger, Settler.FailureListener.NONE);
            return i -> {
                settler.settle(profiles[i], seats.free);
                verdicts.open[profiles[i]] = Verdict.of(settler); // each at a place of its own
            };
        });
        return verdicts;
    }

    Verdict of(int profile) {
        Verdict verdict = open[profile];
        return verdict == null ? Verdict.CONTENTED : verdict;
    }
}
