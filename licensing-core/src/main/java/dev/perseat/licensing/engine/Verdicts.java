package dev.perseat.licensing.engine;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What settling found in the end for each profile, as far as the numbers of section 7 of the law need it. */
final class Verdicts {
    private static final int[] NOBODY = {};

    /** Of each profile with a bundle that failed what became of its bundles, else null. */
    private final Check[] @Nullable [] checks;

    private final int[] @Nullable [] waiting;
    private final boolean[] retaining;

    private Verdicts(int profiles) {
        checks = new Check[profiles][];
        waiting = new int[profiles][];
        retaining = new boolean[profiles];
    }

    /** Settles every profile that somebody has once more, now with the reasons. */
    static Verdicts of(Ledger ledger, int[] profileOf, Seats seats, Transitions transitions, Parallel parallel) {
        BitSet open = new BitSet();
        for (int profile : profileOf) {
            if (!transitions.isContented(profile)) {
                open.set(profile);
            }
        }
        int[] profiles = open.stream().toArray();
        Verdicts verdicts = new Verdicts(ledger.profileEnd());
        parallel.forEach(profiles.length, () -> {
            Settler settler = new Settler(ledger, Settler.FailureListener.NONE);
            return i -> {
                settler.settle(profiles[i], seats.free);
                verdicts.put(profiles[i], settler);
            };
        });
        return verdicts;
    }

    /** Takes over what a settler has just found. Different profiles may be put by different threads. */
    private void put(int profile, Settler settler) {
        if (settler.failsAny()) {
            checks[profile] = settler.checks();
            waiting[profile] = settler.waiting();
        }
        retaining[profile] = settler.retainsAny();
    }

    /** Returns whether any state of the profile has a violation. */
    boolean hasError(int profile) {
        return checks[profile] != null || retaining[profile];
    }

    boolean isRetaining(int profile) {
        return retaining[profile];
    }

    /** Returns what became of a bundle, by its position among the requests of the profile. */
    Check check(int profile, int bundle) {
        Check[] found = checks[profile];
        return found == null ? Check.ACCEPTED : found[bundle];
    }

    /** Returns the SKUs that the users of the profile wait for, ascending. */
    int[] waiting(int profile) {
        int[] skus = waiting[profile];
        return skus == null ? NOBODY : skus;
    }
}
