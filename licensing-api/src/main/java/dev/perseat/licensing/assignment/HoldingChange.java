package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A difference between what a user held and what the user holds from now on.
 *
 * @param source the source
 * @param skuId the SKU
 * @param before the plans enabled before, by id, or null if the SKU was not held from the source; unmodifiable
 * @param after the plans enabled from now on, by id, or null if the SKU is not held any more; unmodifiable
 * @since 0.1
 */
public record HoldingChange(
        AssignmentSource source,
        SkuId skuId,
        @Nullable SortedSet<ServicePlanId> before,
        @Nullable SortedSet<ServicePlanId> after) {
    /**
     * Copies the plans.
     *
     * @param source the source
     * @param skuId the SKU
     * @param before the plans enabled before, or null
     * @param after the plans enabled from now on, or null
     * @throws IllegalArgumentException if nothing differs
     */
    public HoldingChange {
        if (before == null ? after == null : before.equals(after)) {
            throw new IllegalArgumentException("SKU '" + skuId + "', source " + source + ": nothing changes");
        }
        before = copy(before);
        after = copy(after);
    }

    private static @Nullable SortedSet<ServicePlanId> copy(@Nullable SortedSet<ServicePlanId> plans) {
        return plans == null
                ? null
                : Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) plans));
    }

    /**
     * What a change does.
     *
     * @since 0.1
     */
    public enum Kind {
        /** The SKU was not held from the source, and is from now on. */
        ADDED,
        /** The SKU was held from the source, and is not any more. */
        REMOVED,
        /** The SKU is held from the source as before, with other plans. */
        PLANS_CHANGED
    }

    /**
     * Returns what the change does.
     *
     * @return the kind
     */
    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.PLANS_CHANGED;
    }
}
