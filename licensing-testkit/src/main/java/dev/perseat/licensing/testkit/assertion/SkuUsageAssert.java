package dev.perseat.licensing.testkit.assertion;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.model.SkuId;
import java.util.function.ToLongFunction;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the seats of one SKU.
 *
 * @since 0.1
 */
public final class SkuUsageAssert extends AbstractAssert<SkuUsageAssert, SkuUsage> {
    private final AssignmentResultAssert whole;
    private final AssignmentResult result;

    SkuUsageAssert(AssignmentResultAssert whole, AssignmentResult result, SkuId sku) {
        super(result.usage(sku), SkuUsageAssert.class);
        this.whole = whole;
        this.result = result;
    }

    /**
     * Goes back to the whole result.
     *
     * @return the assertion that this one came from
     */
    public AssignmentResultAssert and() {
        return whole;
    }

    /**
     * Verifies the number of seats.
     *
     * @param expected how many there are
     * @return this assertion
     */
    public SkuUsageAssert hasSeats(long expected) {
        return has("seats", SkuUsage::seats, expected);
    }

    /**
     * Verifies how many users hold the SKU.
     *
     * @param expected how many do
     * @return this assertion
     */
    public SkuUsageAssert hasConsumed(long expected) {
        return has("seats consumed", SkuUsage::consumed, expected);
    }

    /**
     * Verifies how many seats are free.
     *
     * @param expected how many are
     * @return this assertion
     */
    public SkuUsageAssert hasAvailable(long expected) {
        return has("seats available", SkuUsage::available, expected);
    }

    /**
     * Verifies how many users wait for a seat.
     *
     * @param expected how many do
     * @return this assertion
     */
    public SkuUsageAssert hasWaiting(long expected) {
        return has("users waiting", SkuUsage::waiting, expected);
    }

    /**
     * Verifies by how many the users who hold the SKU exceed the seats.
     *
     * @param expected by how many, 0 if they do not
     * @return this assertion
     */
    public SkuUsageAssert isOverAllocatedBy(long expected) {
        return has("seats over-allocated", SkuUsage::overAllocated, expected);
    }

    private SkuUsageAssert has(String what, ToLongFunction<SkuUsage> value, long expected) {
        long found = value.applyAsLong(actual);
        if (found != expected) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "Expecting SKU '%s' to have %s %s, but it has %s: %s, held by %s",
                    actual.skuId(),
                    expected,
                    what,
                    found,
                    actual,
                    result.usersOf(actual.skuId()).toList());
        }
        return this;
    }
}
