package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.SkuId;

/**
 * How the seats of a SKU change. A SKU that was not there before, or is not there afterwards, has 0 seats then.
 *
 * @param skuId the SKU
 * @param seatsBefore the seats bought before
 * @param consumedBefore the seats taken before
 * @param seatsAfter the seats bought from now on
 * @param consumedAfter the seats taken from now on
 * @since 0.1
 */
public record SeatChange(SkuId skuId, long seatsBefore, long consumedBefore, long seatsAfter, long consumedAfter) {}
