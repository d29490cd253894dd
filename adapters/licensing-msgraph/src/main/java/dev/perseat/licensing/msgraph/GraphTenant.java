package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;

/**
 * All that a calculation needs, from one reading of an export.
 *
 * @param snapshot the tenant
 * @param holdings what its users hold, from the {@code licenseAssignmentStates} that are not in error
 * @since 0.1
 */
public record GraphTenant(TenantSnapshot snapshot, Holdings holdings) {}
