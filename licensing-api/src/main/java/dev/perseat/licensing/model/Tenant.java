package dev.perseat.licensing.model;

import java.util.Objects;

/**
 * An organisation with its directory.
 *
 * @param id the id
 * @param displayName the name, perhaps empty
 * @param usageLocation the usage location of the directory: that of every user without one, for licences from groups
 * @since 0.1
 */
public record Tenant(TenantId id, String displayName, UsageLocation usageLocation) {
    /**
     * Checks that nothing is missing.
     *
     * @param id the id
     * @param displayName the name, perhaps empty
     * @param usageLocation the usage location of the directory
     */
    public Tenant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(usageLocation, "usageLocation");
    }
}
