package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became of one SKU that a user is given by one source (section 7 of the law). The enabled plans and the disabled
 * ones together are the plans of the SKU that apply to users.
 *
 * @param source the source: direct, or a group
 * @param skuId the SKU
 * @param status the state
 * @param violation what stands in the way, or null if nothing does. Present in every {@link AssignmentStatus#ERROR} and
 *     {@link AssignmentStatus#ACTIVE_WITH_ERROR}, and in a {@link AssignmentStatus#DISABLED} that is retained
 * @param enabledPlans the plans enabled by this assignment, by id; none in {@link AssignmentStatus#ERROR}; unmodifiable
 * @param disabledPlans the other plans of the SKU, by id, each with the reason; unmodifiable
 * @since 0.1
 */
public record LicenseAssignmentState(
        AssignmentSource source,
        SkuId skuId,
        AssignmentStatus status,
        @Nullable LicenseViolation violation,
        SortedSet<ServicePlanId> enabledPlans,
        SortedMap<ServicePlanId, PlanDisablement> disabledPlans) {
    /**
     * Copies the collections.
     *
     * @param source the source
     * @param skuId the SKU
     * @param status the state
     * @param violation what stands in the way, or null
     * @param enabledPlans the plans enabled, in natural order
     * @param disabledPlans the other plans of the SKU, in natural order
     * @throws IllegalArgumentException if status and violation contradict each other
     */
    public LicenseAssignmentState {
        boolean mustViolate = status == AssignmentStatus.ERROR || status == AssignmentStatus.ACTIVE_WITH_ERROR;
        if (mustViolate ? violation == null : status == AssignmentStatus.ACTIVE && violation != null) {
            throw new IllegalArgumentException("status " + status + " does not go with violation " + violation);
        }
        enabledPlans = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) enabledPlans));
        disabledPlans =
                Collections.unmodifiableSortedMap(new TreeMap<>((Map<ServicePlanId, PlanDisablement>) disabledPlans));
    }

    /**
     * Returns whether the user holds the SKU by this assignment, and a seat of it.
     *
     * @return false only in {@link AssignmentStatus#ERROR}
     */
    public boolean isHeld() {
        return status != AssignmentStatus.ERROR;
    }

    /**
     * Returns the plans that this assignment leaves out, as Microsoft Graph lists them: those that the administrator or
     * a missing dependency switched off and, of a retained licence, those it did not have. The error of the whole
     * assignment does not count as a plan left out.
     *
     * @return the plans, by id; unmodifiable
     */
    public SortedSet<ServicePlanId> omittedPlans() {
        SortedSet<ServicePlanId> omitted = new TreeSet<>();
        disabledPlans.forEach((plan, reason) -> {
            if (isHeld() || !(reason instanceof PlanDisablement.NotAssigned)) {
                omitted.add(plan);
            }
        });
        return Collections.unmodifiableSortedSet(omitted);
    }
}
