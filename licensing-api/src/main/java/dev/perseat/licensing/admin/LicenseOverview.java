package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.model.CapabilityStatus;
import org.jspecify.annotations.Nullable;

/**
 * A product of the organisation, and how it is used.
 *
 * @param partNumber the part number of the SKU
 * @param capabilityStatus what the subscription allows, or null if there is none
 * @param usage seats bought, taken, free and over-allocated, and users who wait
 * @since 0.1
 */
public record LicenseOverview(String partNumber, @Nullable CapabilityStatus capabilityStatus, SkuUsage usage) {}
