package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.UserId;

/**
 * Why a licence was not assigned, or stays only with an error (sections 5 and 7 of the law): what exactly stands in the
 * way, so that a sentence can be made of it without looking anything up. {@link ReasonWriter} makes that sentence.
 *
 * @since 0.1
 */
public sealed interface LicenseViolation {
    /**
     * Returns the kind of the violation.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * The kinds of violations.
     *
     * @since 0.1
     */
    enum Kind {
        /** A plan is prohibited where the user is, or nobody knows where that is. */
        PROHIBITED_IN_USAGE_LOCATION("ProhibitedInUsageLocationViolation"),
        /** Two plans cannot be held together. */
        MUTUALLY_EXCLUSIVE("MutuallyExclusiveViolation"),
        /** Somebody else has one of the user's proxy addresses. */
        UNIQUENESS("UniquenessViolation"),
        /** No seat is free. */
        COUNT("CountViolation"),
        /** A plan lacks another one that it requires. */
        DEPENDENCY("DependencyViolation"),
        /** Another SKU of the same group is at fault. */
        OTHER("Other");

        private final String graphName;

        Kind(String graphName) {
            this.graphName = graphName;
        }

        /**
         * Returns the word that Microsoft Graph uses for it in a {@code licenseAssignmentState}.
         *
         * @return the word, such as {@code "CountViolation"}
         */
        public String graphName() {
            return graphName;
        }
    }

    /**
     * A direct licence for a user without a usage location.
     *
     * @since 0.1
     */
    record UsageLocationMissing() implements LicenseViolation {
        @Override
        public Kind kind() {
            return Kind.PROHIBITED_IN_USAGE_LOCATION;
        }
    }

    /**
     * A plan that is prohibited in the user's location.
     *
     * @param plan the first such plan of the SKU, by id
     * @param location the location that counted
     * @param locationOfTenant true if the user has no location, so that the tenant's counted
     * @since 0.1
     */
    record ProhibitedInUsageLocation(ServicePlanId plan, UsageLocation location, boolean locationOfTenant)
            implements LicenseViolation {
        @Override
        public Kind kind() {
            return Kind.PROHIBITED_IN_USAGE_LOCATION;
        }
    }

    /**
     * A plan that is in conflict with one of a different SKU. If several pairs are, it is the first by the plan of this
     * SKU, then by source, SKU and plan of the other side.
     *
     * @param plan the plan of this SKU
     * @param otherPlan the plan it is in conflict with
     * @param otherSource the source of the other plan
     * @param otherSku the SKU of the other plan
     * @param otherRetained true if the other side would only be retained, since an incumbent licence needs it: its source
     *     does not give it any more (check 5)
     * @since 0.1
     */
    record MutuallyExclusive(
            ServicePlanId plan,
            ServicePlanId otherPlan,
            AssignmentSource otherSource,
            SkuId otherSku,
            boolean otherRetained)
            implements LicenseViolation {
        @Override
        public Kind kind() {
            return Kind.MUTUALLY_EXCLUSIVE;
        }
    }

    /**
     * A plan that needs unique proxy addresses, for a user who shares one.
     *
     * @param plan the first such plan of the SKU, by id
     * @param address the first of the user's addresses, as listed, that somebody else has, too
     * @param otherUser the first other user with it, by id
     * @since 0.1
     */
    record Uniqueness(ServicePlanId plan, String address, UserId otherUser) implements LicenseViolation {
        @Override
        public Kind kind() {
            return Kind.UNIQUENESS;
        }
    }

    /**
     * A SKU without a free seat.
     *
     * @param sku the SKU
     * @since 0.1
     */
    record Count(SkuId sku) implements LicenseViolation {
        @Override
        public Kind kind() {
            return Kind.COUNT;
        }
    }

    /**
     * A requirement that nothing assigned meets. On a licence in error it is one of its own plans that lacks something;
     * on a retained licence ({@link AssignmentStatus#ACTIVE_WITH_ERROR}) it is the plan, from another source, for whose
     * sake the licence is retained.
     *
     * @param source the source of the plan with the requirement
     * @param sku the SKU of that plan
     * @param plan the plan
     * @param requirement the clause that is not met otherwise
     * @since 0.1
     */
    record Dependency(AssignmentSource source, SkuId sku, ServicePlanId plan, PlanRequirement requirement)
            implements LicenseViolation {
        @Override
        public Kind kind() {
            return Kind.DEPENDENCY;
        }
    }

    /**
     * Another SKU of the same bundle is at fault.
     *
     * @param causedBy the SKU at fault; the first by id if there are several
     * @since 0.1
     */
    record Other(SkuId causedBy) implements LicenseViolation {
        @Override
        public Kind kind() {
            return Kind.OTHER;
        }
    }
}
