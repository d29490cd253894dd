package dev.perseat.licensing.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One clause of what a service plan requires: at least one of these plans must be enabled beside it.
 *
 * @param anyOf the plans that meet the clause, by id; unmodifiable, never empty
 * @since 0.1
 */
public record PlanRequirement(SortedSet<ServicePlanId> anyOf) {
    /**
     * Copies the plans.
     *
     * @param anyOf the plans that meet the clause, in natural order
     * @throws IllegalArgumentException if there is none, so that nothing could ever meet the clause
     */
    public PlanRequirement {
        if (anyOf.isEmpty()) {
            throw new IllegalArgumentException("a requirement names no plan, so that nothing could ever meet it");
        }
        anyOf = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) anyOf));
    }

    /**
     * Returns a clause met by any of the plans.
     *
     * @param plans the plans; one named twice counts once
     * @return the clause
     * @throws IllegalArgumentException if there is none
     */
    public static PlanRequirement anyOf(Collection<ServicePlanId> plans) {
        return new PlanRequirement(new TreeSet<>(plans));
    }

    /**
     * Returns a clause met by any of the plans.
     *
     * @param plans the plans; one named twice counts once
     * @return the clause
     * @throws IllegalArgumentException if there is none
     */
    public static PlanRequirement anyOf(ServicePlanId... plans) {
        return anyOf(List.of(plans));
    }
}
