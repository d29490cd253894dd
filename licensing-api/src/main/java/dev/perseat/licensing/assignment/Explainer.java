package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;

/** Gathers the reasons for one plan of one user from the states of any result. */
final class Explainer {
    private final AssignmentResult result;
    private final TenantSnapshot snapshot;

    Explainer(AssignmentResult result) {
        this.result = result;
        this.snapshot = result.snapshot();
    }

    PlanExplanation explain(UserId user, ServicePlanId plan) {
        boolean enabled = result.hasPlan(user, plan);
        if (snapshot.servicePlan(plan).appliesTo() == AppliesTo.COMPANY) {
            return new PlanExplanation(user, plan, enabled, List.of(new PlanReason.NotForUsers()));
        }
        List<PlanReason> reasons = new ArrayList<>();
        for (LicenseAssignmentState state : result.states(user)) {
            if (has(state.skuId(), plan)) {
                reasons.add(reason(state, plan));
            }
        }
        for (GroupId group : result.licensedGroups(user)) {
            addIfNotEligible(snapshot.group(group), plan, reasons);
        }
        if (reasons.isEmpty()) {
            reasons.add(new PlanReason.NotRequested());
        }
        return new PlanExplanation(user, plan, enabled, reasons);
    }

    private PlanReason reason(LicenseAssignmentState state, ServicePlanId plan) {
        PlanDisablement why = state.disabledPlans().get(plan);
        LicenseViolation violation = state.violation();
        if (why instanceof PlanDisablement.NotAssigned && !state.isHeld() && violation != null) {
            return new PlanReason.Violated(state, violation);
        }
        if (why != null) {
            return new PlanReason.Omitted(state, why);
        }
        return state.status() == AssignmentStatus.DISABLED
                ? new PlanReason.SubscriptionNotUsable(state, status(state.skuId()))
                : new PlanReason.Enabled(state);
    }

    private void addIfNotEligible(Group group, ServicePlanId plan, List<PlanReason> reasons) {
        if (group.isEligible()) {
            return;
        }
        group.licenses().stream()
                .map(License::skuId)
                .filter(sku -> has(sku, plan))
                .sorted()
                .forEach(sku -> reasons.add(new PlanReason.GroupNotEligible(group.id(), sku)));
    }

    private boolean has(SkuId sku, ServicePlanId plan) {
        return snapshot.sku(sku).servicePlans().contains(plan);
    }

    private CapabilityStatus status(SkuId sku) {
        return snapshot.subscription(sku).map(Subscription::capabilityStatus).orElseThrow();
    }
}
