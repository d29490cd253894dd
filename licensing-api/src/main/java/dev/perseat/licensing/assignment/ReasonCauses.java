package dev.perseat.licensing.assignment;

import dev.perseat.licensing.assignment.LicenseViolation.Count;
import dev.perseat.licensing.assignment.LicenseViolation.Dependency;
import dev.perseat.licensing.assignment.LicenseViolation.MutuallyExclusive;
import dev.perseat.licensing.assignment.LicenseViolation.Other;
import dev.perseat.licensing.assignment.LicenseViolation.ProhibitedInUsageLocation;
import dev.perseat.licensing.assignment.LicenseViolation.Uniqueness;
import dev.perseat.licensing.assignment.LicenseViolation.UsageLocationMissing;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;

/** The part of a sentence that says what stands in the way: no capital, no full stop. */
final class ReasonCauses {
    private final TenantSnapshot snapshot;
    private final ReasonNames names;

    ReasonCauses(TenantSnapshot snapshot, ReasonNames names) {
        this.snapshot = snapshot;
        this.names = names;
    }

    String cause(LicenseViolation violation) {
        if (violation instanceof UsageLocationMissing) {
            return "the user has no usage location, and a direct licence needs one";
        } else if (violation instanceof ProhibitedInUsageLocation prohibited) {
            return prohibited(prohibited);
        } else if (violation instanceof MutuallyExclusive exclusive) {
            return exclusive(exclusive);
        } else if (violation instanceof Uniqueness uniqueness) {
            return uniqueness(uniqueness);
        } else if (violation instanceof Count count) {
            return count(count.sku());
        } else if (violation instanceof Dependency dependency) {
            return "plan " + names.plan(dependency.plan()) + " requires plan " + names.anyOf(dependency.requirement())
                    + ", which no licence of the user enables";
        }
        return names.sku(((Other) violation).causedBy())
                + " of the same group is at fault, and a group's licences are assigned together or not at all";
    }

    /** Says for whose sake a licence is retained. */
    String need(Dependency dependency) {
        return "plan " + names.plan(dependency.plan()) + " in "
                + names.licence(dependency.sku(), dependency.source()) + " requires plan "
                + names.anyOf(dependency.requirement()) + ", which no other licence of the user enables";
    }

    /** Says what an unusable status is, such as {@code locked out}. */
    static String status(CapabilityStatus status) {
        return switch (status) {
            case ENABLED -> "in order";
            case WARNING -> "in its grace period";
            case SUSPENDED -> "suspended";
            case DELETED -> "deleted";
            case LOCKED_OUT -> "locked out";
        };
    }

    private String prohibited(ProhibitedInUsageLocation prohibited) {
        String where = prohibited.locationOfTenant()
                ? ", the usage location of the tenant, which counts because the user has none"
                : ", the usage location of the user";
        return "plan " + names.plan(prohibited.plan()) + " is prohibited in " + prohibited.location() + where;
    }

    private String exclusive(MutuallyExclusive exclusive) {
        String where = exclusive.otherRetained() ? ", which another licence of the user needs, in " : " in ";
        return "plan " + names.plan(exclusive.plan()) + " cannot be held beside plan "
                + names.plan(exclusive.otherPlan()) + where
                + names.licence(exclusive.otherSku(), exclusive.otherSource());
    }

    private String uniqueness(Uniqueness uniqueness) {
        return "plan " + names.plan(uniqueness.plan()) + " needs unique proxy addresses, and "
                + ReasonNames.word(uniqueness.address()) + " is also an address of "
                + names.user(uniqueness.otherUser());
    }

    private String count(SkuId sku) {
        Subscription subscription = snapshot.subscription(sku).orElse(null);
        if (subscription == null) {
            return "the tenant has no subscription for " + names.sku(sku);
        } else if (!subscription.capabilityStatus().isUsable()) {
            return "no seat is free while the subscription for " + names.sku(sku) + " is "
                    + status(subscription.capabilityStatus());
        }
        long seats = subscription.prepaidUnits().seats();
        return switch ((int) Math.min(seats, 2)) {
            case 0 -> "the subscription for " + names.sku(sku) + " has no seat";
            case 1 -> "the only seat of " + names.sku(sku) + " is taken";
            default -> "all " + seats + " seats of " + names.sku(sku) + " are taken";
        };
    }
}
