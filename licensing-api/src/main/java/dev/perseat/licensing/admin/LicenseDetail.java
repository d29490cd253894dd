package dev.perseat.licensing.admin;

import java.util.List;

/**
 * One product of the organisation, with the groups that have it.
 *
 * @param overview the product and its use
 * @param groups the groups, by id; unmodifiable
 * @since 0.1
 */
public record LicenseDetail(LicenseOverview overview, List<LicensedGroup> groups) {
    /**
     * Copies the groups.
     *
     * @param overview the product and its use
     * @param groups the groups, by id
     */
    public LicenseDetail {
        groups = List.copyOf(groups);
    }
}
