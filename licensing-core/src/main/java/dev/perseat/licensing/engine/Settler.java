package dev.perseat.licensing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code settle(user)} of section 5 of the law, for all users of one profile at once. One object settles one profile
 * after the other and keeps its working memory; it is used by one thread at a time.
 *
 * <p>After {@link #settle} the answers stand in its fields until the next call. Bundles are named by their position in
 * the order of section 4, holdings by their entry in the holding set of the profile.
 */
final class Settler {
    private static final int NOT_RETAINED = -1;

    private final CompiledTenant tenant;
    private final Catalog catalog;
    private final HoldingSets holdingSets;
    private final FailureListener listener;

    private int profile;
    private int holding;
    private boolean[] freeSeats = {};

    final List<Bundle> bundles = new ArrayList<>();
    private Check[] checks = {};
    private boolean[] incumbent = {};
    private boolean[] excluded = {};
    private boolean[] requested = {};

    /** The order in which bundles are looked at: incumbents first. */
    private int[] order = {};

    private final IntBuffer accepted = new IntBuffer();
    private final EnabledPlans plans;
    private final Marks acceptedSkus;
    private final Marks heldSkus;

    /** Of each entry held the position of the bundle for whose sake it is retained, or -1; with the clause. */
    int[] retainedFor = {};

    int[] retainedClause = {};

    /** What check 5 would retain: in plans, and as entries. */
    private final EnabledPlans trialPlans;

    private final IntBuffer trialEntries = new IntBuffer();

    /** What the user holds from now on, as triples of {@link HoldingSets}. */
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

    Settler(CompiledTenant tenant, FailureListener listener) {
        this.tenant = tenant;
        this.listener = listener;
        catalog = tenant.catalog;
        holdingSets = tenant.holdingSets;
        plans = new EnabledPlans(catalog);
        trialPlans = new EnabledPlans(catalog);
        acceptedSkus = new Marks(catalog.skuCount);
        heldSkus = new Marks(catalog.skuCount);
    }

    /**
     * Settles the users of a profile.
     *
     * @param newFreeSeats of each SKU whether a seat is free for a user who does not hold it
     */
    void settle(int newProfile, boolean[] newFreeSeats) {
        begin(newProfile);
        freeSeats = newFreeSeats;
        Arrays.fill(excluded, 0, bundles.size(), false);
        int failed = pass();
        while (failed >= 0) {
            excluded[failed] = true;
            checks[failed] = Check.DEPENDENCY;
            failed = pass();
        }
        collectResult();
    }

    /**
     * Releases what section 6.1 of the law drops before anybody is settled.
     *
     * @return the triples of what is left, valid until the next call
     */
    IntBuffer release(int newProfile) {
        begin(newProfile);
        Marks requestedSkus = acceptedSkus;
        requestedSkus.clear();
        for (Bundle bundle : bundles) {
            for (int sku : bundle.skus) {
                requestedSkus.set(sku);
            }
        }
        result.clear();
        for (int entry = 0; entry < holdingSets.entryCount(holding); entry++) {
            if (requestedSkus.get(holdingSets.sku(holding, entry)) || mayBeNeeded(entry)) {
                addHeld(entry);
            }
        }
        return result;
    }

    private boolean mayBeNeeded(int entry) {
        if (holdingSets.source(holding, entry) == Sources.DIRECT) {
            return false;
        }
        int planSet = holdingSets.planSet(holding, entry);
        for (int i = 0; i < bundles.size() && incumbent[order[i]]; i++) {
            if (holdingSets.planSets.intersect(planSet, bundles.get(order[i]).requiredPlans)) {
                return true;
            }
        }
        return false;
    }

    private void begin(int newProfile) {
        profile = newProfile;
        holding = tenant.profiles.holding(newProfile);
        tenant.requests(newProfile, bundles);
        int count = bundles.size();
        if (count > order.length) {
            int length = Math.max(count, 2 * order.length);
            order = new int[length];
            checks = new Check[length];
            incumbent = new boolean[length];
            excluded = new boolean[length];
        }
        int entries = holdingSets.entryCount(holding);
        if (entries > requested.length) {
            int length = Math.max(entries, 2 * requested.length);
            requested = new boolean[length];
            retainedFor = new int[length];
            retainedClause = new int[length];
        }
        matchHoldings(count, entries);
        putIncumbentsFirst(count);
    }

    /** Walks through requests and holdings side by side, both by source and SKU, to find what is both. */
    private void matchHoldings(int count, int entries) {
        Arrays.fill(requested, 0, entries, false);
        heldSkus.clear();
        for (int entry = 0; entry < entries; entry++) {
            heldSkus.set(holdingSets.sku(holding, entry));
        }
        int entry = 0;
        for (int b = 0; b < count; b++) {
            Bundle bundle = bundles.get(b);
            int held = 0;
            for (int sku : bundle.skus) {
                while (entry < entries && isBefore(entry, bundle.source, sku)) {
                    entry++;
                }
                if (entry < entries
                        && holdingSets.source(holding, entry) == bundle.source
                        && holdingSets.sku(holding, entry) == sku) {
                    requested[entry++] = true;
                    held++;
                }
            }
            incumbent[b] = held == bundle.skus.length;
        }
    }

    private boolean isBefore(int entry, int source, int sku) {
        int order = Integer.compare(holdingSets.source(holding, entry), source);
        return order == 0 ? holdingSets.sku(holding, entry) < sku : order < 0;
    }

    private void putIncumbentsFirst(int count) {
        int next = 0;
        for (int b = 0; b < count; b++) {
            if (incumbent[b]) {
                order[next++] = b;
            }
        }
        for (int b = 0; b < count; b++) {
            if (!incumbent[b]) {
                order[next++] = b;
            }
        }
    }

    /** Runs steps 2 and 3 once, and returns the bundle that step 3 throws out, or -1. */
    private int pass() {
        plans.clear();
        accepted.clear();
        acceptedSkus.clear();
        for (int i = 0; i < bundles.size(); i++) {
            int b = order[i];
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
        Bundle bundle = bundles.get(b);
        plans.add(bundle);
        for (int sku : bundle.skus) {
            acceptedSkus.set(sku);
        }
    }

    private Check check(int b) {
        Bundle bundle = bundles.get(b);
        if (bundle.isDirect() && !tenant.profiles.hasOwnLocation(profile)) {
            return Check.LOCATION;
        }
        if (bundle.isProhibitedIn(tenant.profiles.location(profile))) {
            return Check.LOCATION;
        }
        if (bundle.selfConflict || plans.exclude(bundle)) {
            return Check.CONFLICT;
        }
        if (bundle.unique && tenant.profiles.sharesAddress(profile)) {
            return Check.UNIQUENESS;
        }
        for (int sku : bundle.skus) {
            if (lacksSeat(sku)) {
                return Check.COUNT;
            }
        }
        return !incumbent[b] && displaces(bundle) ? Check.DISPLACEMENT : Check.ACCEPTED;
    }

    /** Returns whether the user would need a seat of the SKU and none is free. */
    boolean lacksSeat(int sku) {
        return !freeSeats[sku] && !heldSkus.get(sku) && !acceptedSkus.get(sku);
    }

    /** Check 5: tries step 3 with the bundle, for the clauses of incumbents. */
    private boolean displaces(Bundle bundle) {
        trialPlans.clear();
        trialEntries.clear();
        if (bundle.conflictPlans.length == 0 || holdingSets.entryCount(holding) == 0) {
            return false;
        }
        for (int i = 0; i < accepted.size && incumbent[accepted.values[i]]; i++) {
            Bundle needing = bundles.get(accepted.values[i]);
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
        Arrays.fill(retainedFor, 0, holdingSets.entryCount(holding), NOT_RETAINED);
        for (int i = 0; i < accepted.size; i++) {
            int b = accepted.values[i];
            Bundle bundle = bundles.get(b);
            for (int k = 0; k < bundle.openPlans.length; k++) {
                int[] clause = clause(bundle, k);
                if (plans.meet(clause)) {
                    continue;
                }
                int entry = incumbent[b] ? findRetainable(clause, plans) : -1;
                if (entry < 0) {
                    listener.failed(this, b, Check.DEPENDENCY, k);
                    return b;
                }
                retainedFor[entry] = b;
                retainedClause[entry] = k;
                addPlans(entry, plans);
            }
        }
        return -1;
    }

    /**
     * Finds the first holding from a group that is not requested any more, meets the clause, and is in conflict neither
     * with what has been accepted nor with what is retained. One retained already would have met the clause.
     */
    private int findRetainable(int[] clause, EnabledPlans retained) {
        for (int entry = 0; entry < holdingSets.entryCount(holding); entry++) {
            if (!requested[entry]
                    && holdingSets.source(holding, entry) != Sources.DIRECT
                    && holdingSets.planSets.intersect(holdingSets.planSet(holding, entry), clause)
                    && !isExcluded(entry, plans)
                    && !isExcluded(entry, retained)) {
                return entry;
            }
        }
        return -1;
    }

    private boolean isExcluded(int entry, EnabledPlans others) {
        int planSet = holdingSets.planSet(holding, entry);
        int sku = holdingSets.sku(holding, entry);
        for (int k = 0; k < holdingSets.planSets.length(planSet); k++) {
            if (others.exclude(holdingSets.planSets.get(planSet, k), sku)) {
                return true;
            }
        }
        return false;
    }

    private void addPlans(int entry, EnabledPlans target) {
        int planSet = holdingSets.planSet(holding, entry);
        for (int k = 0; k < holdingSets.planSets.length(planSet); k++) {
            target.add(holdingSets.planSets.get(planSet, k), holdingSets.sku(holding, entry));
        }
    }

    /** Step 4: merges the accepted bundles and the retained entries, both by source and SKU. */
    private void collectResult() {
        result.clear();
        allAccepted = true;
        int entry = 0;
        int entries = holdingSets.entryCount(holding);
        for (int b = 0; b < bundles.size(); b++) {
            if (checks[b] != Check.ACCEPTED) {
                allAccepted = false;
                continue;
            }
            Bundle bundle = bundles.get(b);
            for (int k = 0; k < bundle.skus.length; k++) {
                for (; entry < entries && isBefore(entry, bundle.source, bundle.skus[k]); entry++) {
                    addRetained(entry);
                }
                result.add(bundle.source);
                result.add(bundle.skus[k]);
                result.add(bundle.planSets[k]);
            }
        }
        for (; entry < entries; entry++) {
            addRetained(entry);
        }
    }

    private void addRetained(int entry) {
        if (isRetained(entry)) {
            allAccepted = false;
            addHeld(entry);
        }
    }

    boolean retainsAny() {
        for (int entry = 0; entry < holdingSets.entryCount(holding); entry++) {
            if (isRetained(entry)) {
                return true;
            }
        }
        return false;
    }

    boolean isRetained(int entry) {
        return retainedFor[entry] != NOT_RETAINED;
    }

    private void addHeld(int entry) {
        result.add(holdingSets.source(holding, entry));
        result.add(holdingSets.sku(holding, entry));
        result.add(holdingSets.planSet(holding, entry));
    }

    /** Tells every plan of the bundles accepted so far. */
    void forEachAcceptedPlan(Bundle.PlanVisitor visitor) {
        for (int i = 0; i < accepted.size; i++) {
            bundles.get(accepted.values[i]).forEachPlan(visitor);
        }
    }

    /** Tells every plan that check 5 would retain. */
    void forEachTrialPlan(Bundle.PlanVisitor visitor) {
        for (int i = 0; i < trialEntries.size; i++) {
            int entry = trialEntries.values[i];
            int planSet = holdingSets.planSet(holding, entry);
            for (int k = 0; k < holdingSets.planSets.length(planSet); k++) {
                visitor.visit(
                        holdingSets.source(holding, entry),
                        holdingSets.sku(holding, entry),
                        holdingSets.planSets.get(planSet, k));
            }
        }
    }

    /** Returns what became of each bundle. */
    Check[] checks() {
        return Arrays.copyOf(checks, bundles.size());
    }

    boolean isAccepted(int b) {
        return checks[b] == Check.ACCEPTED;
    }

    boolean failsAny() {
        for (int b = 0; b < bundles.size(); b++) {
            if (checks[b] != Check.ACCEPTED) {
                return true;
            }
        }
        return false;
    }

    /** Returns the SKUs that the users of the profile wait for: they caused a count violation and are not held. */
    int[] waiting() {
        heldSkus.clear();
        for (int i = 1; i < result.size; i += HoldingSets.WIDTH) {
            heldSkus.set(result.values[i]);
        }
        IntBuffer skus = new IntBuffer();
        for (int b = 0; b < bundles.size(); b++) {
            if (checks[b] == Check.COUNT) {
                for (int sku : bundles.get(b).skus) {
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
