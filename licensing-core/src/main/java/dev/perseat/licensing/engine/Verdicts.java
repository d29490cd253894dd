package dev.perseat.licensing.engine;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The verdict of each profile that somebody has. */
final class Verdicts {
    /** By profile; null where there is nothing to tell. */
    private final @Nullable Verdict[] open;

    private Verdicts(int profiles) {
        open = new Verdict[profiles];
    }

    /** Settles every profile that somebody has once more, now with the reasons. */
    static Verdicts of(Ledger ledger, long[] users, Seats seats, Transitions transitions, Parallel parallel) {
        int[] profiles = IntStream.range(1, users.length)
                .filter(profile -> users[profile] > 0 && !transitions.isContented(profile))
                .toArray();
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
