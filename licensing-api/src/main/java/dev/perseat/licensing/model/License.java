package dev.perseat.licensing.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A SKU as it is assigned to a group or directly to a user: with some of its service plans switched off by the
 * administrator.
 *
 * @param skuId the SKU
 * @param disabledPlans the plans switched off, by id; unmodifiable, perhaps empty
 * @since 0.1
 */
public record License(SkuId skuId, SortedSet<ServicePlanId> disabledPlans) {
    /**
     * Copies the plans.
     *
     * @param skuId the SKU
     * @param disabledPlans the plans switched off, in natural order
     */
    public License {
        Objects.requireNonNull(skuId, "skuId");
        disabledPlans = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) disabledPlans));
    }

    /**
     * Returns a licence for a SKU with every plan on, but for those named.
     *
     * @param skuId the SKU
     * @param disabledPlans the plans switched off; one named twice counts once
     * @return the licence
     */
    public static License of(SkuId skuId, Collection<ServicePlanId> disabledPlans) {
        return new License(skuId, new TreeSet<>(disabledPlans));
    }

    /**
     * Returns a licence for a SKU with every plan on, but for those named.
     *
     * @param skuId the SKU
     * @param disabledPlans the plans switched off; one named twice counts once
     * @return the licence
     */
    public static License of(SkuId skuId, ServicePlanId... disabledPlans) {
        return of(skuId, List.of(disabledPlans));
    }
}
