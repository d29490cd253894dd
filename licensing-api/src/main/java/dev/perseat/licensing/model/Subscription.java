package dev.perseat.licensing.model;

import java.util.Objects;

/**
 * What a tenant has bought of a SKU.
 *
 * @param skuId the SKU
 * @param prepaidUnits the units
 * @param capabilityStatus what the subscription currently allows
 * @since 0.1
 */
public record Subscription(SkuId skuId, PrepaidUnits prepaidUnits, CapabilityStatus capabilityStatus) {
    /**
     * Checks that nothing is missing.
     *
     * @param skuId the SKU
     * @param prepaidUnits the units
     * @param capabilityStatus what the subscription currently allows
     */
    public Subscription {
        Objects.requireNonNull(skuId, "skuId");
        Objects.requireNonNull(prepaidUnits, "prepaidUnits");
        Objects.requireNonNull(capabilityStatus, "capabilityStatus");
    }

    /**
     * Returns a subscription in order.
     *
     * @param skuId the SKU
     * @param seats its enabled units
     * @return the subscription
     * @throws IllegalArgumentException if the number of seats is negative
     */
    public static Subscription of(SkuId skuId, int seats) {
        return new Subscription(skuId, PrepaidUnits.of(seats), CapabilityStatus.ENABLED);
    }
}
