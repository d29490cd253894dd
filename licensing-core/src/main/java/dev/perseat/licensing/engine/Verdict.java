package dev.perseat.licensing.engine;

import org.jspecify.annotations.Nullable;

/** What settling found in the end for one profile, as far as the numbers of section 7 of the law need it. */
final class Verdict {
    private static final int[] NO_SKUS = {};

    /** That of a profile which gets all that it is given, and retains nothing. */
    static final Verdict CONTENTED = new Verdict(null, NO_SKUS, false);

    private static final Verdict RETAINING = new Verdict(null, NO_SKUS, true);

    /** What became of the bundles, or null if all are accepted. */
    private final Check @Nullable [] checks;

    /** The SKUs that the users of the profile wait for, ascending. */
    final int[] waiting;

    /** Whether something is retained. */
    final boolean retaining;

    private Verdict(Check @Nullable [] checks, int[] waiting, boolean retaining) {
        this.checks = checks;
        this.waiting = waiting;
        this.retaining = retaining;
    }

    /** Takes over what a settler has just found. */
    static Verdict of(Settler settler) {
        boolean retaining = settler.retainsAny();
        if (settler.failsAny()) {
            return new Verdict(settler.checks(), settler.waiting(), retaining);
        }
        return retaining ? RETAINING : CONTENTED;
    }

    /** Returns whether any state of the profile has a violation. */
    boolean hasError() {
        return checks != null || retaining;
    }

    /** Returns what became of a bundle, by its position among the requests of the profile. */
    Check check(int bundle) {
        return checks == null ? Check.ACCEPTED : checks[bundle];
    }
}
