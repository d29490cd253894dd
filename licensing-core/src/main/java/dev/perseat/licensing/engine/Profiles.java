package dev.perseat.licensing.engine;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Numbers profiles, pairs of a base and a holding, from 1. Some profiles of each base of a tenant are known at the
 * opening, and found without a hash: of who holds nothing, with the number of the base; of who holds all that the base is
 * given, the <em>full</em> profile; and the <em>usual</em> one, which most users have, and which may be one of the others.
 * Copies share those, and nothing else.
 */
final class Profiles {
    /** One more than the highest base known at the opening. */
    private final int openingBases;

    /** Of each profile known at the opening the base and the holding. */
    private final int[] openingBaseOf;

    private final int[] openingHoldingOf;

    /** Of each base known at the opening its usual profile, and what that holds. */
    private final int[] usualProfiles;

    private final int[] usualHoldings;

    /** Of each base its full profile, as far as known, and what that holds; shared until a later base is added. */
    private int[] fullProfiles;

    private int[] fullHoldings;

    private final IntPairs later = new IntPairs();

    /**
     * Makes the profiles known at the opening.
     *
     * @param bases one more than the highest base
     * @param fullHolding gives of each base the holding of who holds all
     */
    Profiles(int bases, IntUnaryOperator fullHolding) {
        openingBases = bases;
        fullProfiles = new int[bases];
        fullHoldings = new int[bases];
        int[] baseOf = new int[2 * bases];
        int[] holdingOf = new int[2 * bases];
        int end = bases;
        for (int base = 1; base < bases; base++) {
            baseOf[base] = base;
            fullHoldings[base] = fullHolding.applyAsInt(base);
            fullProfiles[base] = fullHoldings[base] == IntTuples.EMPTY ? base : end++;
            baseOf[fullProfiles[base]] = base;
            holdingOf[fullProfiles[base]] = fullHoldings[base];
        }
        openingBaseOf = Arrays.copyOf(baseOf, end);
        openingHoldingOf = Arrays.copyOf(holdingOf, end);
        usualProfiles = fullProfiles;
        usualHoldings = fullHoldings;
    }

    /** Makes an opening with usual profiles other than the full ones. */
    private Profiles(Profiles plain, int[] usualHoldings) {
        this.usualHoldings = usualHoldings;
        openingBases = plain.openingBases;
        fullProfiles = plain.fullProfiles;
        fullHoldings = plain.fullHoldings;
        usualProfiles = fullProfiles.clone();
        int end = plain.openingBaseOf.length;
        int[] baseOf = Arrays.copyOf(plain.openingBaseOf, end + openingBases);
        int[] holdingOf = Arrays.copyOf(plain.openingHoldingOf, end + openingBases);
        for (int base = 1; base < openingBases; base++) {
            if (usualHoldings[base] == IntTuples.EMPTY) {
                usualProfiles[base] = base;
            } else if (usualHoldings[base] != fullHoldings[base]) {
                baseOf[end] = base;
                holdingOf[end] = usualHoldings[base];
                usualProfiles[base] = end++;
            }
        }
        openingBaseOf = Arrays.copyOf(baseOf, end);
        openingHoldingOf = Arrays.copyOf(holdingOf, end);
    }

    private Profiles(Profiles opening) {
        openingBases = opening.openingBases;
        openingBaseOf = opening.openingBaseOf;
        openingHoldingOf = opening.openingHoldingOf;
        usualProfiles = opening.usualProfiles;
        usualHoldings = opening.usualHoldings;
        fullProfiles = opening.fullProfiles;
        fullHoldings = opening.fullHoldings;
    }

    /** Returns an opening with the holdings that most users of each base have; it takes over the array. */
    Profiles withUsual(int[] holdings) {
        return new Profiles(this, holdings);
    }

    /** Returns profiles that begin with those known at the opening, and go their own way. */
    Profiles copyOpening() {
        return new Profiles(this);
    }

    /** One more than the highest number. */
    int end() {
        return openingBaseOf.length + later.end() - 1;
    }

    int add(int base, int holding) {
        if (base < openingBases) {
            if (holding == IntTuples.EMPTY) {
                return base;
            } else if (holding == fullHoldings[base]) {
                return fullProfiles[base];
            } else if (holding == usualHoldings[base]) {
                return usualProfiles[base];
            }
        }
        return openingBaseOf.length + later.add(base, holding) - 1;
    }

    /** Makes room at once for so many others; there may come fewer. */
    void expect(int others) {
        later.expect(others);
    }

    int base(int profile) {
        int after = profile - openingBaseOf.length;
        return after < 0 ? openingBaseOf[profile] : later.first(after + 1);
    }

    int holding(int profile) {
        int after = profile - openingBaseOf.length;
        return after < 0 ? openingHoldingOf[profile] : later.second(after + 1);
    }

    /** One more than the highest number known at the opening. */
    int openingEnd() {
        return openingBaseOf.length;
    }

    /** Returns the usual profile of a base known at the opening. */
    int usual(int base) {
        return usualProfiles[base];
    }

    /** Returns what is held with the usual profile of a base known at the opening. */
    int usualHolding(int base) {
        return usualHoldings[base];
    }

    /** Returns the full profile of a base, or {@link Ledger#NOBODY} if it is not known yet. */
    int full(int base) {
        return base < fullProfiles.length ? fullProfiles[base] : Ledger.NOBODY;
    }

    /** Returns what is held with the full profile of a base, which must be known. */
    int fullHolding(int base) {
        return fullHoldings[base];
    }

    /** Makes the full profile of a base that came after the opening known. */
    int addFull(int base, int holding) {
        if (base >= fullProfiles.length) { // so arrays that others share are replaced before they are written to
            int length = base + 1 + (base >> 3);
            fullProfiles = Arrays.copyOf(fullProfiles, length);
            fullHoldings = Arrays.copyOf(fullHoldings, length);
        }
        fullProfiles[base] = add(base, holding);
        fullHoldings[base] = holding;
        return fullProfiles[base];
    }
}
