package dev.perseat.licensing.assignment;

import dev.perseat.licensing.assignment.LicenseViolation.Count;
import dev.perseat.licensing.assignment.LicenseViolation.Dependency;
import dev.perseat.licensing.assignment.LicenseViolation.MutuallyExclusive;
import dev.perseat.licensing.assignment.LicenseViolation.Other;
import dev.perseat.licensing.assignment.LicenseViolation.ProhibitedInUsageLocation;
import dev.perseat.licensing.assignment.LicenseViolation.Uniqueness;
import dev.perseat.licensing.assignment.LicenseViolation.UsageLocationMissing;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;

/** What an administrator can do about a violation, as whole sentences. */
final class ReasonRemedies {
    private final TenantSnapshot snapshot;
    private final ReasonNames names;

    ReasonRemedies(TenantSnapshot snapshot, ReasonNames names) {
        this.snapshot = snapshot;
        this.names = names;
    }

    String remedy(UserId user, LicenseAssignmentState state, LicenseViolation violation) {
        if (violation instanceof UsageLocationMissing) {
            return "Set a usage location for " + names.user(user) + ".";
        } else if (violation instanceof ProhibitedInUsageLocation prohibited) {
            return prohibited(user, state, prohibited);
        } else if (violation instanceof MutuallyExclusive exclusive) {
            return exclusive(state, exclusive);
        } else if (violation instanceof Uniqueness uniqueness) {
            return "Take the address " + ReasonNames.word(uniqueness.address()) + " from " + names.user(user)
                    + " or from " + names.user(uniqueness.otherUser()) + ", or "
                    + switchOff(uniqueness.plan(), state.skuId(), state.source()) + ".";
        } else if (violation instanceof Count count) {
            return seat(count.sku());
        } else if (violation instanceof Dependency dependency) {
            return dependency(user, dependency);
        }
        return "Mend the error of " + names.sku(((Other) violation).causedBy()) + "; then " + names.sku(state.skuId())
                + " is assigned as well.";
    }

    String reactivate(SkuId sku) {
        return "Reactivate the subscription for " + names.sku(sku) + ".";
    }

    private String prohibited(UserId user, LicenseAssignmentState state, ProhibitedInUsageLocation prohibited) {
        String location =
                prohibited.locationOfTenant() ? "set the usage location of " : "correct the usage location of ";
        return ReasonNames.capital(switchOff(prohibited.plan(), state.skuId(), state.source())) + ", or " + location
                + names.user(user) + " if it is not " + prohibited.location() + ".";
    }

    private String exclusive(LicenseAssignmentState state, MutuallyExclusive exclusive) {
        String own = ReasonNames.capital(switchOff(exclusive.plan(), state.skuId(), state.source()));
        if (!exclusive.otherRetained()) {
            return own + ", or " + switchOff(exclusive.otherPlan(), exclusive.otherSku(), exclusive.otherSource())
                    + ".";
        }
        // A licence that is not requested any more has no plans to switch off: it goes when its last need goes.
        return own + ", or give the user another product that meets the need for "
                + names.licence(exclusive.otherSku(), exclusive.otherSource()) + ".";
    }

    private String seat(SkuId sku) {
        boolean bought = snapshot.subscription(sku).isPresent();
        boolean usable = snapshot.subscription(sku)
                .filter(subscription -> subscription.capabilityStatus().isUsable())
                .isPresent();
        if (bought && !usable) {
            return reactivate(sku);
        }
        return bought
                ? "Buy more seats of " + names.sku(sku) + ", or take it from a user who does not need it."
                : "Buy a subscription for " + names.sku(sku) + ".";
    }

    private String dependency(UserId user, Dependency dependency) {
        return "Give " + names.user(user) + " a product with plan " + names.anyOf(dependency.requirement())
                + example(dependency.requirement()) + ", or "
                + switchOff(dependency.plan(), dependency.sku(), dependency.source()) + ".";
    }

    /** Names a product that the tenant could give: the first by id of those it has bought. */
    private String example(PlanRequirement requirement) {
        return snapshot.skus().stream()
                .filter(sku -> sku.appliesTo() == AppliesTo.USER && isUsable(sku) && meets(sku, requirement))
                .findFirst()
                .map(sku -> " (such as " + names.sku(sku.id()) + ")")
                .orElse("");
    }

    private boolean isUsable(Sku sku) {
        return snapshot.subscription(sku.id())
                .filter(subscription -> subscription.capabilityStatus().isUsable())
                .isPresent();
    }

    private static boolean meets(Sku sku, PlanRequirement requirement) {
        return requirement.anyOf().stream().anyMatch(plan -> sku.servicePlans().contains(plan));
    }

    /** A licence of which nothing would be left had better go as a whole. */
    private String switchOff(ServicePlanId plan, SkuId sku, AssignmentSource source) {
        String licence = names.licence(sku, source);
        boolean onlyPlan = snapshot.sku(sku).servicePlans().stream()
                .filter(other -> snapshot.servicePlan(other).appliesTo() == AppliesTo.USER)
                .allMatch(plan::equals);
        return onlyPlan ? "remove " + licence : "switch off plan " + names.plan(plan) + " in " + licence;
    }
}
