package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;

/**
 * One reason why a user has a service plan, or has it not.
 *
 * @since 0.1
 */
public sealed interface PlanReason {
    /**
     * An assignment enables the plan.
     *
     * @param assignment the assignment, active or active with an error
     * @since 0.1
     */
    record Enabled(LicenseAssignmentState assignment) implements PlanReason {}

    /**
     * An assignment would enable the plan, but the subscription does not allow its use.
     *
     * @param assignment the assignment, disabled
     * @param status the status of the subscription
     * @since 0.1
     */
    record SubscriptionNotUsable(LicenseAssignmentState assignment, CapabilityStatus status) implements PlanReason {}

    /**
     * An assignment of a SKU with the plan leaves the plan out.
     *
     * @param assignment the assignment
     * @param why why it leaves the plan out
     * @since 0.1
     */
    record Omitted(LicenseAssignmentState assignment, PlanDisablement why) implements PlanReason {}

    /**
     * An assignment that would enable the plan is in error.
     *
     * @param assignment the assignment
     * @param violation what stands in the way
     * @since 0.1
     */
    record Violated(LicenseAssignmentState assignment, LicenseViolation violation) implements PlanReason {}

    /**
     * The user is a member of a group that has a SKU with the plan, but the group cannot give licences.
     *
     * @param groupId the group
     * @param skuId the SKU
     * @since 0.1
     */
    record GroupNotEligible(GroupId groupId, SkuId skuId) implements PlanReason {}

    /**
     * No licence of the user, direct or inherited, is for a SKU with the plan.
     *
     * @since 0.1
     */
    record NotRequested() implements PlanReason {}

    /**
     * The plan serves the company as a whole, so no user can have it.
     *
     * @since 0.1
     */
    record NotForUsers() implements PlanReason {}
}
