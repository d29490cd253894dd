package dev.perseat.licensing.engine;

import java.util.Arrays;

/**
 * {@code settle(user)} of section 5 of the law, for all users of one profile at once. One object settles one profile
 * after the other and keeps its working memory; it is used by one thread at a time.
 *
 * <p>After {@link #settle} the answers stand in its fields until the next call. Bundles and holdings are named as in
 * {@link Claims}.
 */
final class Settler {
    private static final int NOT_RETAINED = -1;

    private final Bases bases;
    private final Catalog catalog;
    private final HoldingSets holdingSets;
    private final IntTuples planSets;
    private final FailureListener listener;

    /** The profile that is settled, and what its users are given and hold. */
    final Claims claims;

    private boolean[] freeSeats = {};
    private Check[] checks = {};
    private boolean[] excluded = {};

    private final IntBuffer accepted = new IntBuffer();
    private final EnabledPlans plans;
    private final Marks acceptedSkus;

    /** Of each entry held the position of the bundle for whose sake it is retained, or -1; with the clause. */
    int[] retainedFor = {};

    int[] retainedClause = {};

    /** What check 5 would retain: in plans, and as entries. */
    private final EnabledPlans trialPlans;

    private final IntBuffer trialEntries = new IntBuffer();

    /** What the user holds from now on, as entries by source and SKU. */
    final IntBuffer result = new IntBuffer();

    boolean allAccepted;

    /** Is told of every bundle that fails, while the settler still shows what had been accepted until then. */
    interface FailureListener {
        FailureListener NONE = (settler, bundle, check, clause) -> {};

        /**
         * Called when a bundle fails; a bundle may fail several times, of which the last one counts.
         *
         * @param bundle the position of the bundle
         * @param clause which of its open clauses is not met, if the check is {@link Check#DEPENDENCY}
         */
        void failed(Settler settler, int bundle, Check check, int clause);
    }

    Settler(Ledger ledger, FailureListener listener) {
        this.listener = listener;
        bases = ledger.bases;
        catalog = ledger.catalog;
        holdingSets = ledger.holdingSets;
        planSets = holdingSets.planSets;
        claims = new Claims(ledger);
        plans = new EnabledPlans(catalog);
        trialPlans = new EnabledPlans(catalog);
        acceptedSkus = new Marks(catalog.skuCount);
    }

    /**
     * Settles the users of a profile.
     *
     * @param newFreeSeats of each SKU whether a seat is free for a user who does not hold it
     */
    void settle(int profile, boolean[] newFreeSeats) {
        claims.open(profile);
        makeRoom();
        freeSeats = newFreeSeats;
        Arrays.fill(excluded, 0, claims.bundles.size(), false);
        int failed = pass();
        while (failed >= 0) {
            exclude(failed);
            failed = pass();
        }
        collectResult();
    }

    private void makeRoom() {
        int count = claims.bundles.size();
        if (count > checks.length) {
            int length = Math.max(count, 2 * checks.length);
            checks = new Check[length];
            excluded = new boolean[length];
        }
        if (claims.entryCount() > retainedFor.length) {
            int length = Math.max(claims.entryCount(), 2 * retainedFor.length);
            retainedFor = new int[length];
            retainedClause = new int[length];
        }
    }

    /** Runs steps 2 and 3 once, and returns the bundle that step 3 throws out, or -1. */
    private int pass() {
        plans.clear();
        accepted.clear();
        acceptedSkus.clear();
        for (int i = 0; i < claims.bundles.size(); i++) {
            int b = claims.inOrder(i);
            if (!excluded[b]) {
                Check check = check(b);
                checks[b] = check;
                if (check == Check.ACCEPTED) {
                    accept(b);
                } else {
                    listener.failed(this, b, check, 0);
                }
            }
        }
        return meetClauses();
    }

    private void accept(int b) {
        accepted.add(b);
        Bundle bundle = claims.bundle(b);
        plans.add(bundle);
        for (int sku : bundle.skus) {
            acceptedSkus.set(sku);
        }
    }

    private Check check(int b) {
        Bundle bundle = claims.bundle(b);
        if (bundle.isDirect() && !bases.hasOwnLocation(claims.base())) {
            return Check.LOCATION;
        }
        if (bundle.isProhibitedIn(bases.location(claims.base()))) {
            return Check.LOCATION;
        }
        if (bundle.selfConflict || plans.exclude(bundle)) {
            return Check.CONFLICT;
        }
        if (bundle.unique && bases.sharesAddress(claims.base())) {
            return Check.UNIQUENESS;
        }
        for (int sku : bundle.skus) {
            if (lacksSeat(sku)) {
                return Check.COUNT;
            }
        }
        return !claims.isIncumbent(b) && displaces(bundle) ? Check.DISPLACEMENT : Check.ACCEPTED;
    }

    /** Returns whether the user would need a seat of the SKU and none is free. */
    boolean lacksSeat(int sku) {
        return !freeSeats[sku] && !claims.holds(sku) && !acceptedSkus.get(sku);
    }

    /** Check 5: tries step 3 with the bundle, for the clauses of incumbents. */
    private boolean displaces(Bundle bundle) {
        trialPlans.clear();
        trialEntries.clear();
        if (bundle.conflictPlans.length == 0 || claims.entryCount() == 0) {
            return false;
        }
        for (int i = 0; i < accepted.size && claims.isIncumbent(accepted.values[i]); i++) {
            Bundle needing = claims.bundle(accepted.values[i]);
            for (int k = 0; k < needing.openPlans.length; k++) {
                int[] clause = clause(needing, k);
                if (plans.meet(clause) || trialPlans.meet(clause) || meets(bundle, clause)) {
                    continue;
                }
                int entry = findRetainable(clause, trialPlans);
                if (entry < 0) {
                    return trialPlans.exclude(bundle);
                }
                trialEntries.add(entry);
                addPlans(entry, trialPlans);
            }
        }
        return trialPlans.exclude(bundle);
    }

    private static boolean meets(Bundle bundle, int[] clause) {
        for (int plan : clause) {
            if (bundle.enables(plan)) {
                return true;
            }
        }
        return false;
    }

    int[] clause(Bundle bundle, int open) {
        return catalog.clauses[bundle.openPlans[open]][bundle.openPlaces[open]];
    }

    /** Step 3: retains for incumbents what is needed, and returns the first bundle with a clause left, or -1. */
    private int meetClauses() {
        Arrays.fill(retainedFor, 0, claims.entryCount(), NOT_RETAINED);
        for (int i = 0; i < accepted.size; i++) {
            int b = accepted.values[i];
            int unmet = firstUnmet(b);
            if (unmet >= 0) {
                listener.failed(this, b, Check.DEPENDENCY, unmet);
                if (!leavesNoTrace(b)) {
                    return b;
                }
                exclude(b);
            }
        }
        return -1;
    }

    /** Returns the first open clause of a bundle that is neither met nor can be by retaining something, or -1. */
    private int firstUnmet(int b) {
        Bundle bundle = claims.bundle(b);
        for (int k = 0; k < bundle.openPlans.length; k++) {
            int[] clause = clause(bundle, k);
            if (!plans.meet(clause)) {
                int entry = claims.isIncumbent(b) ? findRetainable(clause, plans) : -1;
                if (entry < 0) {
                    return k;
                }
                retainedFor[entry] = b;
                retainedClause[entry] = k;
                addPlans(entry, plans);
            }
        }
        return -1;
    }

    /**
     * Returns whether settling afresh without an accepted bundle would decide all others as they are: it has retained
     * nothing, no plan requires or excludes any of its own, and of its SKUs a seat was free or held, with it or without.
     */
    private boolean leavesNoTrace(int b) {
        return !claims.isIncumbent(b) && claims.bundle(b).mattersPlans.length == 0;
    }

    private void exclude(int b) {
        excluded[b] = true;
        checks[b] = Check.DEPENDENCY;
    }

    /**
     * Finds the first holding from a group that is not requested any more, meets the clause, and is in conflict neither
     * with what has been accepted nor with what is retained. One retained already would have met the clause.
     */
    private int findRetainable(int[] clause, EnabledPlans retained) {
        for (int entry = 0; entry < claims.entryCount(); entry++) {
            if (claims.isAbandoned(entry)
                    && planSets.intersect(claims.planSet(entry), clause)
                    && !isExcluded(entry, plans)
                    && !isExcluded(entry, retained)) {
                return entry;
            }
        }
        return -1;
    }

    private boolean isExcluded(int entry, EnabledPlans others) {
        int planSet = claims.planSet(entry);
        int sku = claims.sku(entry);
        for (int k = 0; k < planSets.length(planSet); k++) {
            if (others.exclude(planSets.get(planSet, k), sku)) {
                return true;
            }
        }
        return false;
    }

    private void addPlans(int entry, EnabledPlans target) {
        int planSet = claims.planSet(entry);
        for (int k = 0; k < planSets.length(planSet); k++) {
            target.add(planSets.get(planSet, k), claims.sku(entry));
        }
    }

    /** Step 4: merges the accepted bundles and the retained entries, both by source and SKU. */
    private void collectResult() {
        result.clear();
        allAccepted = true;
        int entry = 0;
        int entries = claims.entryCount();
        for (int b = 0; b < claims.bundles.size(); b++) {
            if (checks[b] != Check.ACCEPTED) {
                allAccepted = false;
                continue;
            }
            Bundle bundle = claims.bundle(b);
            for (int k = 0; k < bundle.skus.length; k++) {
                for (; entry < entries && claims.isBefore(entry, bundle.source, bundle.skus[k]); entry++) {
                    addRetained(entry);
                }
                result.add(bundle.entries[k]);
            }
        }
        for (; entry < entries; entry++) {
            addRetained(entry);
        }
    }

    /** Returns whether the user holds from now on what the user held. */
    boolean changesNothing() {
        return holdingSets.isEqual(claims.holding(), result);
    }

    private void addRetained(int entry) {
        if (isRetained(entry)) {
            allAccepted = false;
            claims.addTo(result, entry);
        }
    }

    boolean retainsAny() {
        for (int entry = 0; entry < claims.entryCount(); entry++) {
            if (isRetained(entry)) {
                return true;
            }
        }
        return false;
    }

    boolean isRetained(int entry) {
        return retainedFor[entry] != NOT_RETAINED;
    }

    /** Tells every plan of the bundles accepted so far. */
    void forEachAcceptedPlan(Bundle.PlanVisitor visitor) {
        for (int i = 0; i < accepted.size; i++) {
            claims.bundle(accepted.values[i]).forEachPlan(visitor);
        }
    }

    /** Tells every plan that check 5 would retain. */
    void forEachTrialPlan(Bundle.PlanVisitor visitor) {
        for (int i = 0; i < trialEntries.size; i++) {
            int entry = trialEntries.values[i];
            int planSet = claims.planSet(entry);
            for (int k = 0; k < planSets.length(planSet); k++) {
                visitor.visit(claims.source(entry), claims.sku(entry), planSets.get(planSet, k));
            }
        }
    }

    /** Returns what became of each bundle. */
    Check[] checks() {
        return Arrays.copyOf(checks, claims.bundles.size());
    }

    boolean isAccepted(int b) {
        return checks[b] == Check.ACCEPTED;
    }

    boolean failsAny() {
        for (int b = 0; b < claims.bundles.size(); b++) {
            if (checks[b] != Check.ACCEPTED) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the SKUs that the users of the profile wait for: they caused a count violation and are not held. To be
     * asked only where settling changed nothing, so that what was held is what is held.
     */
    int[] waiting() {
        IntBuffer skus = new IntBuffer();
        for (int b = 0; b < claims.bundles.size(); b++) {
            if (checks[b] == Check.COUNT) {
                for (int sku : claims.bundle(b).skus) {
                    if (lacksSeat(sku)) {
                        skus.add(sku);
                    }
                }
            }
        }
        skus.sortDistinct();
        return skus.toArray();
    }
}
