package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.PlanRequirement;

/**
 * Why a plan of an assigned SKU is not enabled by that assignment (section 7 of the law).
 *
 * @since 0.1
 */
public sealed interface PlanDisablement {
    /**
     * The administrator switched the plan off for the group or the user.
     *
     * @since 0.1
     */
    record ByAdministrator() implements PlanDisablement {}

    /**
     * No plan enabled for the group meets a requirement of the plan (section 2).
     *
     * @param requirement the first clause, as listed, that is not met
     * @since 0.1
     */
    record ByDependency(PlanRequirement requirement) implements PlanDisablement {}

    /**
     * The assignment would enable the plan but is in error, or it is retained and did not have the plan.
     *
     * @since 0.1
     */
    record NotAssigned() implements PlanDisablement {}
}
