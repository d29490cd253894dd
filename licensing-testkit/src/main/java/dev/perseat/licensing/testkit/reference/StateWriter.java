package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.PlanDisablement;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Section 7: the licence assignment states of one user, from what was decided. */
final class StateWriter {
    private static final Comparator<LicenseAssignmentState> BY_SOURCE_AND_SKU =
            Comparator.comparing(LicenseAssignmentState::source).thenComparing(LicenseAssignmentState::skuId);

    private final Catalogue catalogue;

    StateWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** For each requested source and SKU, and each retained one, by source and SKU. */
    List<LicenseAssignmentState> states(Decision decision) {
        List<LicenseAssignmentState> states = new ArrayList<>();
        for (Bundle bundle : decision.accepted()) {
            bundle.licenses().forEach(license -> states.add(accepted(bundle, license)));
        }
        decision.retained().forEach(each -> states.add(retained(each)));
        for (Decision.Rejected each : decision.rejected()) {
            each.bundle().licenses().forEach(license -> states.add(rejected(each, license.skuId())));
        }
        return states.stream().sorted(BY_SOURCE_AND_SKU).toList();
    }

    /** ACTIVE, or DISABLED while the capability status of the SKU is not in order; no error. */
    private LicenseAssignmentState accepted(Bundle bundle, HeldLicense license) {
        return new LicenseAssignmentState(
                license.source(),
                license.skuId(),
                catalogue.isUsable(license.skuId()) ? AssignmentStatus.ACTIVE : AssignmentStatus.DISABLED,
                null,
                license.enabledPlans(),
                off(bundle, license.skuId()));
    }

    /** ACTIVE_WITH_ERROR, or DISABLED, with DependencyViolation; the plans that it did not have are not assigned. */
    private LicenseAssignmentState retained(Decision.Retained retained) {
        HeldLicense holding = retained.holding();
        SortedMap<ServicePlanId, PlanDisablement> disabled = new TreeMap<>();
        catalogue.plans(holding.skuId()).forEach(plan -> disabled.put(plan, new PlanDisablement.NotAssigned()));
        disabled.keySet().removeAll(holding.enabledPlans());
        return new LicenseAssignmentState(
                holding.source(),
                holding.skuId(),
                catalogue.isUsable(holding.skuId()) ? AssignmentStatus.ACTIVE_WITH_ERROR : AssignmentStatus.DISABLED,
                retained.violation(),
                holding.enabledPlans(),
                disabled);
    }

    /** ERROR: the violation, or {@code Other} if a different SKU of the bundle caused it. No plan is assigned. */
    private LicenseAssignmentState rejected(Decision.Rejected rejected, SkuId sku) {
        LicenseViolation other = new LicenseViolation.Other(rejected.causes().firstKey());
        SortedMap<ServicePlanId, PlanDisablement> disabled = off(rejected.bundle(), sku);
        catalogue.plans(sku).forEach(plan -> disabled.putIfAbsent(plan, new PlanDisablement.NotAssigned()));
        return new LicenseAssignmentState(
                rejected.bundle().source(),
                sku,
                AssignmentStatus.ERROR,
                rejected.causes().getOrDefault(sku, other),
                new TreeSet<>(),
                disabled);
    }

    private static SortedMap<ServicePlanId, PlanDisablement> off(Bundle bundle, SkuId sku) {
        return new TreeMap<>(Objects.requireNonNull(bundle.disabledPlans().get(sku)));
    }
}
