package dev.perseat.licensing.admin;

import dev.perseat.licensing.model.ServicePlan;
import java.util.List;

/**
 * One product of the organisation, with the plans that can be switched off and the groups that have it.
 *
 * @param overview the product and its use
 * @param servicePlans its service plans for users, in the order of the SKU; unmodifiable
 * @param groups the groups, by id; unmodifiable
 * @since 0.1
 */
public record LicenseDetail(LicenseOverview overview, List<ServicePlan> servicePlans, List<LicensedGroup> groups) {
    /**
     * Copies the lists.
     *
     * @param overview the product and its use
     * @param servicePlans its service plans for users
     * @param groups the groups, by id
     */
    public LicenseDetail {
        servicePlans = List.copyOf(servicePlans);
        groups = List.copyOf(groups);
    }
}
