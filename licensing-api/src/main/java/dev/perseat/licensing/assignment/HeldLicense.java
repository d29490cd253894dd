package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A SKU that some user holds from one source, with the plans that are enabled. Ordered by source, then SKU.
 *
 * @param source where it is from
 * @param skuId the SKU
 * @param enabledPlans the plans enabled, by id; unmodifiable, perhaps empty
 * @since 0.1
 */
public record HeldLicense(AssignmentSource source, SkuId skuId, SortedSet<ServicePlanId> enabledPlans)
        implements Comparable<HeldLicense> {
    private static final Comparator<HeldLicense> BY_SOURCE_AND_SKU =
            Comparator.comparing(HeldLicense::source).thenComparing(HeldLicense::skuId);

    /**
     * Copies the plans.
     *
     * @param source where it is from
     * @param skuId the SKU
     * @param enabledPlans the plans enabled, in natural order
     */
    public HeldLicense {
        enabledPlans = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) enabledPlans));
    }

    /**
     * Returns a held licence.
     *
     * @param source where it is from
     * @param skuId the SKU
     * @param enabledPlans the plans enabled; one named twice counts once
     * @return the held licence
     */
    public static HeldLicense of(AssignmentSource source, SkuId skuId, Collection<ServicePlanId> enabledPlans) {
        return new HeldLicense(source, skuId, new TreeSet<>(enabledPlans));
    }

    /** By source, then SKU; not by plans, so that it is coarser than {@code equals}. */
    @Override
    public int compareTo(HeldLicense other) {
        return BY_SOURCE_AND_SKU.compare(this, other);
    }
}
