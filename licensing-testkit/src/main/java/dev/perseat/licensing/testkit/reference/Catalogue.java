package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the law says of SKUs, plans and seats, whoever asks. */
final class Catalogue {
    private final TenantSnapshot snapshot;

    Catalogue(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    boolean knows(SkuId sku) {
        return snapshot.skuIndex(sku) >= 0;
    }

    ServicePlan plan(ServicePlanId id) {
        return snapshot.servicePlan(id);
    }

    /** Section 1: only plans that apply to USER count; {@code plans(sku)} are those of a SKU. */
    SortedSet<ServicePlanId> plans(SkuId sku) {
        SortedSet<ServicePlanId> plans = new TreeSet<>();
        for (ServicePlanId id : snapshot.sku(sku).servicePlans()) {
            if (plan(id).appliesTo() == AppliesTo.USER) {
                plans.add(id);
            }
        }
        return plans;
    }

    /** Section 1: each clause is a set of plans of which one must be enabled. */
    static boolean meets(Collection<ServicePlanId> enabled, PlanRequirement clause) {
        return clause.anyOf().stream().anyMatch(enabled::contains);
    }

    static boolean anyMeets(List<HeldLicense> licenses, PlanRequirement clause) {
        return licenses.stream().anyMatch(license -> meets(license.enabledPlans(), clause));
    }

    /** Section 1: {@code conflictsWith} is symmetric. */
    boolean inConflict(ServicePlanId one, ServicePlanId other) {
        return plan(one).conflictsWith().contains(other)
                || plan(other).conflictsWith().contains(one);
    }

    /** Section 5: plans are in conflict only across different SKUs. */
    boolean inConflict(HeldLicense one, HeldLicense other) {
        return !one.skuId().equals(other.skuId())
                && one.enabledPlans().stream()
                        .anyMatch(plan ->
                                other.enabledPlans().stream().anyMatch(otherPlan -> inConflict(plan, otherPlan)));
    }

    /** Section 5: enabled and warning units of the tenant's subscription, 0 without one. */
    long seats(SkuId sku) {
        return snapshot.subscription(sku)
                .map(subscription -> subscription.prepaidUnits().seats())
                .orElse(0L);
    }

    /** Section 5: no seat is free, and section 7: the state is DISABLED, unless the capability status is in order. */
    boolean isUsable(SkuId sku) {
        return snapshot.subscription(sku)
                .map(Subscription::capabilityStatus)
                .map(CapabilityStatus::isUsable)
                .orElse(true);
    }
}
