package dev.perseat.licensing.admin;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A direct licence that a user does not need, with the proof: groups give the same SKU with at least the same plans.
 *
 * @param userId the user
 * @param skuId the SKU
 * @param directPlans the plans that the direct licence enables, by id; unmodifiable
 * @param groups the groups from which the user has the SKU without an error, by id; unmodifiable, never empty
 * @param groupPlans the plans that those groups enable, by id: all of {@code directPlans}, perhaps more; unmodifiable
 * @since 0.1
 */
public record RedundantLicense(
        UserId userId,
        SkuId skuId,
        SortedSet<ServicePlanId> directPlans,
        List<GroupId> groups,
        SortedSet<ServicePlanId> groupPlans) {
    /**
     * Copies the collections.
     *
     * @param userId the user
     * @param skuId the SKU
     * @param directPlans the plans of the direct licence
     * @param groups the groups
     * @param groupPlans the plans of the groups
     * @throws IllegalArgumentException if the groups do not give all plans of the direct licence, so that nothing is proven
     */
    public RedundantLicense {
        groups = List.copyOf(groups);
        if (groups.isEmpty() || !groupPlans.containsAll(directPlans)) {
            throw new IllegalArgumentException(
                    "the direct licence of user '" + userId + "' for SKU '" + skuId + "' is not redundant");
        }
        directPlans = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) directPlans));
        groupPlans = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) groupPlans));
    }
}
