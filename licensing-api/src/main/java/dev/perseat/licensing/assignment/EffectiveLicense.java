package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a user has of a SKU, all sources taken together (section 7 of the law).
 *
 * @param skuId the SKU
 * @param enabledPlans the plans enabled by some source whose state is not disabled, by id; unmodifiable, perhaps empty
 * @since 0.1
 */
public record EffectiveLicense(SkuId skuId, SortedSet<ServicePlanId> enabledPlans) {
    /**
     * Copies the plans.
     *
     * @param skuId the SKU
     * @param enabledPlans the plans enabled, in natural order
     */
    public EffectiveLicense {
        enabledPlans = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) enabledPlans));
    }
}
