package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;

/**
 * What a calculator is given.
 *
 * @param snapshot the tenant
 * @param holdings what its users hold, perhaps from an earlier day and of things that are gone
 * @since 0.1
 */
public record CalculationCase(TenantSnapshot snapshot, Holdings holdings) {}
