package dev.perseat.licensing.engine;

import java.util.Arrays;

/** What releasing (section 6.1 of the law) makes of each profile; found once for each. Used by one thread at a time. */
final class Releases {
    private static final int UNKNOWN = 0;

    private final Ledger ledger;
    private final HoldingSets holdingSets;
    private final Claims claims;
    private final IntBuffer scratch = new IntBuffer();

    /** Of each profile what becomes of it, as far as known and not itself. */
    private int[] released = {};

    Releases(Ledger ledger) {
        this.ledger = ledger;
        holdingSets = ledger.holdingSets;
        claims = new Claims(ledger);
    }

    /** Returns the profile of the same users with the holdings that releasing leaves. */
    int released(int profile) {
        if (isAllRequested(profile)) {
            return profile;
        }
        if (profile >= released.length) {
            released = Arrays.copyOf(released, ledger.profileEnd() + (ledger.profileEnd() >> 2));
        }
        if (released[profile] == UNKNOWN) {
            if (!keepRequested(profile)) {
                claims.open(profile);
                claims.release(scratch);
            }
            released[profile] = ledger.withHolding(profile, holdingSets.add(scratch));
        }
        return released[profile];
    }

    /** Collects the entries held of which the SKU is requested, and returns whether no other one can be left. */
    private boolean keepRequested(int profile) {
        int holding = ledger.holding(profile);
        int requested = holdingSets.skuSet(ledger.fullHolding(ledger.base(profile)));
        scratch.clear();
        for (int k = 0; k < holdingSets.entryCount(holding); k++) {
            if (holdingSets.skuSets().contains(requested, holdingSets.sku(holding, k))) {
                scratch.add(holdingSets.entry(holding, k));
            } else if (holdingSets.source(holding, k) != Sources.DIRECT
                    && isRequired(holdingSets.planSet(holding, k))) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a plan of a set is required by any plan at all. */
    private boolean isRequired(int planSet) {
        IntTuples planSets = holdingSets.planSets;
        for (int k = 0; k < planSets.length(planSet); k++) {
            if (ledger.catalog.requiredBy[planSets.get(planSet, k)].length > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether every SKU that is held is requested, from whatever source, so that nothing is released. May be
     * asked by several threads.
     */
    boolean isAllRequested(int profile) {
        int held = holdingSets.skuSet(ledger.holding(profile));
        int requested = holdingSets.skuSet(ledger.fullHolding(ledger.base(profile)));
        return holdingSets.skuSets().containsAll(requested, held);
    }
}
