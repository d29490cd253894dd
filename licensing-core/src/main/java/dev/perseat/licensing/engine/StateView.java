package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.PlanDisablement;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlanId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the states of one user, with their reasons, by settling the user once more in the final state of the tenant and
 * listening to what fails. Used by one thread at a time.
 */
final class StateView {
    private static final Comparator<LicenseAssignmentState> BY_SOURCE_AND_SKU =
            Comparator.comparing(LicenseAssignmentState::source).thenComparing(LicenseAssignmentState::skuId);

    private final Ledger ledger;
    private final HoldingSets holdingSets;
    private final Catalog catalog;
    private final boolean[] usable;
    private final boolean[] free;
    private final UserFacts users;
    private final SharedAddresses sharedAddresses;
    private final Settler settler;

    private int user;
    private int profile;

    /** Of each bundle that failed the violation of each of its SKUs. */
    private final List<@Nullable LicenseViolation[]> violations = new ArrayList<>();

    StateView(Ledger ledger, Seats seats, UserFacts users, SharedAddresses sharedAddresses) {
        this.ledger = ledger;
        holdingSets = ledger.holdingSets;
        catalog = ledger.catalog;
        usable = seats.usable;
        free = seats.free;
        this.users = users;
        this.sharedAddresses = sharedAddresses;
        settler = new Settler(ledger, this::failed);
    }

    List<LicenseAssignmentState> states(int newUser) {
        user = newUser;
        violations.clear();
        profile = users.profileOf(user);
        settler.settle(profile, free);
        List<LicenseAssignmentState> states = new ArrayList<>();
        for (int b = 0; b < settler.claims.bundles.size(); b++) {
            addRequested(b, states);
        }
        int holding = ledger.holding(profile);
        for (int entry = 0; entry < holdingSets.entryCount(holding); entry++) {
            if (settler.isRetained(entry)) {
                states.add(retained(holding, entry));
            }
        }
        states.sort(BY_SOURCE_AND_SKU);
        return List.copyOf(states);
    }

    private void addRequested(int b, List<LicenseAssignmentState> states) {
        Bundle bundle = settler.claims.bundle(b);
        boolean held = settler.isAccepted(b);
        AssignmentSource source = ledger.sources.source(bundle.source);
        for (int k = 0; k < bundle.skus.length; k++) {
            SortedSet<ServicePlanId> enabled = new TreeSet<>();
            SortedMap<ServicePlanId, PlanDisablement> disabled = switchedOff(bundle, k);
            for (int plan : bundle.enabled[k]) {
                if (held) {
                    enabled.add(catalog.planId(plan));
                } else {
                    disabled.put(catalog.planId(plan), new PlanDisablement.NotAssigned());
                }
            }
            states.add(new LicenseAssignmentState(
                    source,
                    catalog.skuId(bundle.skus[k]),
                    held ? status(bundle.skus[k], AssignmentStatus.ACTIVE) : AssignmentStatus.ERROR,
                    held ? null : violations.get(b)[k],
                    enabled,
                    disabled));
        }
    }

    private AssignmentStatus status(int sku, AssignmentStatus whileUsable) {
        return usable[sku] ? whileUsable : AssignmentStatus.DISABLED;
    }

    private SortedMap<ServicePlanId, PlanDisablement> switchedOff(Bundle bundle, int k) {
        SortedMap<ServicePlanId, PlanDisablement> off = new TreeMap<>();
        int sku = bundle.skus[k];
        for (int plan : GroupTemplate.without(catalog.plansOfSku[sku], bundle.enabled[k])) {
            off.put(catalog.planId(plan), new PlanDisablement.ByAdministrator());
        }
        GroupTemplate template = bundle.template;
        if (template != null) {
            int row = Arrays.binarySearch(template.skus, sku);
            for (int i = 0; i < template.dependency[row].length; i++) {
                int plan = template.dependency[row][i];
                PlanRequirement requirement = requirement(plan, template.unmetPlace[row][i]);
                off.put(catalog.planId(plan), new PlanDisablement.ByDependency(requirement));
            }
        }
        return off;
    }

    private PlanRequirement requirement(int plan, int place) {
        return catalog.snapshot.servicePlans().get(plan).requires().get(place);
    }

    private LicenseAssignmentState retained(int holding, int entry) {
        int sku = holdingSets.sku(holding, entry);
        int[] held = holdingSets.planSets.toArray(holdingSets.planSet(holding, entry));
        SortedMap<ServicePlanId, PlanDisablement> disabled = new TreeMap<>();
        for (int plan : GroupTemplate.without(catalog.plansOfSku[sku], held)) {
            disabled.put(catalog.planId(plan), new PlanDisablement.NotAssigned());
        }
        Bundle needing = settler.claims.bundle(settler.retainedFor[entry]);
        int open = settler.retainedClause[entry];
        return new LicenseAssignmentState(
                ledger.sources.source(holdingSets.source(holding, entry)),
                catalog.skuId(sku),
                status(sku, AssignmentStatus.ACTIVE_WITH_ERROR),
                dependency(needing, needing.openSkus[open], open),
                plans(held),
                disabled);
    }

    private SortedSet<ServicePlanId> plans(int[] indexes) {
        SortedSet<ServicePlanId> plans = new TreeSet<>();
        for (int plan : indexes) {
            plans.add(catalog.planId(plan));
        }
        return plans;
    }

    private LicenseViolation dependency(Bundle bundle, int sku, int open) {
        int plan = bundle.openPlans[open];
        return new LicenseViolation.Dependency(
                ledger.sources.source(bundle.source),
                catalog.skuId(sku),
                catalog.planId(plan),
                requirement(plan, bundle.openPlaces[open]));
    }

    private void failed(Settler at, int b, Check check, int open) {
        Bundle bundle = at.claims.bundle(b);
        LicenseViolation[] ofSkus = new LicenseViolation[bundle.skus.length];
        for (int k = 0; k < ofSkus.length; k++) {
            ofSkus[k] = violation(bundle, k, check, open);
        }
        while (violations.size() <= b) {
            violations.add(new LicenseViolation[0]);
        }
        violations.set(b, withOthers(bundle, ofSkus));
    }

    /** Gives the SKUs that did not cause the failure the first one that did. */
    private @Nullable LicenseViolation[] withOthers(Bundle bundle, @Nullable LicenseViolation[] ofSkus) {
        int first = 0;
        while (ofSkus[first] == null) {
            first++;
        }
        for (int k = 0; k < ofSkus.length; k++) {
            if (ofSkus[k] == null) {
                ofSkus[k] = new LicenseViolation.Other(catalog.skuId(bundle.skus[first]));
            }
        }
        return ofSkus;
    }

    /** Returns the violation that a SKU of the bundle has caused, or null if it did not cause any. */
    private @Nullable LicenseViolation violation(Bundle bundle, int k, Check check, int open) {
        return switch (check) {
            case LOCATION -> location(bundle, k);
            case CONFLICT, DISPLACEMENT -> conflict(bundle, k, check);
            case UNIQUENESS -> uniqueness(bundle, k);
            case COUNT -> count(bundle.skus[k]);
            case DEPENDENCY -> unmet(bundle, k, open);
            case ACCEPTED -> throw new IllegalArgumentException("an accepted bundle has no violation");
        };
    }

    private @Nullable LicenseViolation count(int sku) {
        return settler.lacksSeat(sku) ? new LicenseViolation.Count(catalog.skuId(sku)) : null;
    }

    private @Nullable LicenseViolation unmet(Bundle bundle, int k, int open) {
        boolean enabled = Arrays.binarySearch(bundle.enabled[k], bundle.openPlans[open]) >= 0;
        return enabled ? dependency(bundle, bundle.skus[k], open) : null;
    }

    private @Nullable LicenseViolation location(Bundle bundle, int k) {
        boolean unknown = !users.hasLocation(user);
        if (unknown && bundle.isDirect()) {
            return new LicenseViolation.UsageLocationMissing();
        }
        int location = ledger.bases.location(ledger.base(profile));
        for (int plan : bundle.enabled[k]) {
            if (catalog.isProhibited(plan, location)) {
                return new LicenseViolation.ProhibitedInUsageLocation(
                        catalog.planId(plan), catalog.restrictedLocation(location), unknown);
            }
        }
        return null;
    }

    private @Nullable LicenseViolation uniqueness(Bundle bundle, int k) {
        for (int plan : bundle.enabled[k]) {
            if (catalog.unique[plan]) {
                String address = sharedAddresses.firstShared(user, users.proxyAddresses(user));
                return new LicenseViolation.Uniqueness(
                        catalog.planId(plan), address, users.userId(sharedAddresses.otherUser(address, user)));
            }
        }
        return null;
    }

    private @Nullable LicenseViolation conflict(Bundle bundle, int k, Check check) {
        for (int plan : bundle.enabled[k]) {
            if (catalog.conflicts[plan].length > 0) {
                FirstConflict first = new FirstConflict(plan, bundle.skus[k]);
                if (check == Check.DISPLACEMENT) {
                    settler.forEachTrialPlan(first);
                } else {
                    settler.forEachAcceptedPlan(first);
                    bundle.forEachPlan(first);
                }
                if (first.isFound()) {
                    return first.violation(check == Check.DISPLACEMENT);
                }
            }
        }
        return null;
    }

    /** Finds, among plans told in any order, the first in conflict with one plan, by source, SKU and plan. */
    private final class FirstConflict implements Bundle.PlanVisitor {
        private static final int NONE = -1;

        private final int plan;
        private final int sku;
        private int otherSource = NONE;
        private int otherSku;
        private int otherPlan;

        FirstConflict(int plan, int sku) {
            this.plan = plan;
            this.sku = sku;
        }

        @Override
        public void visit(int visitedSource, int visitedSku, int visitedPlan) {
            if (visitedSku != sku
                    && catalog.inConflict(plan, visitedPlan)
                    && isBefore(visitedSource, visitedSku, visitedPlan)) {
                otherSource = visitedSource;
                otherSku = visitedSku;
                otherPlan = visitedPlan;
            }
        }

        private boolean isBefore(int visitedSource, int visitedSku, int visitedPlan) {
            if (visitedSource != otherSource) {
                return otherSource == NONE || ledger.sources.isBefore(visitedSource, otherSource);
            }
            return visitedSku != otherSku ? visitedSku < otherSku : visitedPlan < otherPlan;
        }

        boolean isFound() {
            return otherSource != NONE;
        }

        LicenseViolation violation(boolean retained) {
            return new LicenseViolation.MutuallyExclusive(
                    catalog.planId(plan),
                    catalog.planId(otherPlan),
                    ledger.sources.source(otherSource),
                    catalog.skuId(otherSku),
                    retained);
        }
    }
}
