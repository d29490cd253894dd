package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;

/**
 * A plan of a group's licence that is switched off since no plan of the same group meets one of its requirements
 * (section 2 of the law).
 *
 * @param groupId the group
 * @param skuId the SKU of the plan; it stays assigned, even with no plan left
 * @param planId the plan
 * @param requirement the first clause, as listed, that is not met in the end
 * @since 0.1
 */
public record MissingDependency(GroupId groupId, SkuId skuId, ServicePlanId planId, PlanRequirement requirement) {}
