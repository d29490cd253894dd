package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.SkuId;

/**
 * How the seats of a SKU are used (sections 5 and 7 of the law).
 *
 * @param skuId the SKU
 * @param seats the enabled and warning units of its subscription, 0 without one
 * @param consumed how many users hold the SKU, each counted once however many sources give it
 * @param available how many seats are free: none while the subscription is suspended, locked out or deleted
 * @param overAllocated by how many the users who hold it exceed the seats, or 0
 * @param waiting how many users do not hold it because no seat was free
 * @since 0.1
 */
public record SkuUsage(SkuId skuId, long seats, long consumed, long available, long overAllocated, long waiting) {}
