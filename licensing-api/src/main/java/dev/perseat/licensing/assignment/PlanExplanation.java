package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/**
 * Why a user has a service plan, or why not. {@link ReasonWriter} makes sentences of it.
 *
 * @param userId the user
 * @param planId the plan
 * @param enabled whether the user has the plan
 * @param reasons every reason, for and against: those of the user's assignments by source and SKU, then those of groups
 *     that cannot give licences, by group and SKU; unmodifiable, never empty
 * @since 0.1
 */
public record PlanExplanation(UserId userId, ServicePlanId planId, boolean enabled, List<PlanReason> reasons) {
    /**
     * Copies the reasons.
     *
     * @param userId the user
     * @param planId the plan
     * @param enabled whether the user has the plan
     * @param reasons every reason
     */
    public PlanExplanation {
        reasons = List.copyOf(reasons);
    }
}
