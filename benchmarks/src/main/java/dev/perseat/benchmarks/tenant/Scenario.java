package dev.perseat.benchmarks.tenant;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What a benchmark is given.
 *
 * @param snapshot the tenant of today
 * @param holdings what its users hold
 */
public record Scenario(TenantSnapshot snapshot, Holdings holdings) {
    private static final int PERCENT_SERVED = 80;

    /** Returns the tenant of this shape and load with what its users hold from yesterday: nothing under {@link Load#PLENTY}. */
    public static Scenario of(TenantShape shape, Load load) {
        if (load == Load.PLENTY) {
            return fromScratch(shape, load);
        }
        IntUnaryOperator seats = seats(shape, load);
        TenantSnapshot yesterday = new GeneratedTenant(shape, load, Day.YESTERDAY).snapshot(seats);
        Holdings holdings = DenseAssignmentCalculator.create()
                .calculate(yesterday, Holdings.empty())
                .holdings();
        return new Scenario(new GeneratedTenant(shape, load, Day.TODAY).snapshot(seats), holdings);
    }

    /** Returns the same tenant with users who hold nothing yet. */
    public static Scenario fromScratch(TenantShape shape, Load load) {
        TenantSnapshot snapshot = new GeneratedTenant(shape, load, Day.TODAY).snapshot(seats(shape, load));
        return new Scenario(snapshot, Holdings.empty());
    }

    /** Returns the seats of a SKU by number: short for some products, compared with who would have them if they were not. */
    public static IntUnaryOperator seats(TenantShape shape, Load load) {
        IntUnaryOperator plenty = sku -> shape.users();
        if (load == Load.PLENTY) {
            return plenty;
        }
        GeneratedTenant today = new GeneratedTenant(shape, load, Day.TODAY);
        AssignmentResult unlimited =
                DenseAssignmentCalculator.create().calculate(today.snapshot(plenty), Holdings.empty());
        int[] seats = IntStream.range(0, Products.COUNT)
                .map(sku -> today.products().isShort(sku)
                        ? (int) (unlimited.usage(today.products().id(sku)).consumed() * PERCENT_SERVED / 100)
                        : shape.users())
                .toArray();
        return sku -> seats[sku];
    }
}
