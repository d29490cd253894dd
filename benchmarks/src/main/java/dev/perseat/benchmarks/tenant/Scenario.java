package dev.perseat.benchmarks.tenant;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import java.util.function.IntUnaryOperator;

/**
 * What a benchmark is given.
 *
 * @param snapshot the tenant of today
 * @param holdings what its users hold from yesterday: nothing under {@link Load#PLENTY}
 */
public record Scenario(TenantSnapshot snapshot, Holdings holdings) {
    private static final int PERCENT_SERVED = 80;

    /** Returns the one scenario of this shape and load. */
    public static Scenario of(TenantShape shape, Load load) {
        IntUnaryOperator plenty = sku -> shape.users();
        GeneratedTenant today = new GeneratedTenant(shape, load, Day.TODAY);
        if (load == Load.PLENTY) {
            return new Scenario(today.snapshot(plenty), Holdings.empty());
        }
        AssignmentCalculator calculator = DenseAssignmentCalculator.create();
        IntUnaryOperator seats =
                scarceSeats(today.products(), plenty, calculator.calculate(today.snapshot(plenty), Holdings.empty()));
        TenantSnapshot yesterday = new GeneratedTenant(shape, load, Day.YESTERDAY).snapshot(seats);
        Holdings holdings = calculator.calculate(yesterday, Holdings.empty()).holdings();
        return new Scenario(today.snapshot(seats), holdings);
    }

    /** Returns seats that are short for some products, compared with who would have them with seats for everybody. */
    private static IntUnaryOperator scarceSeats(
            Products products, IntUnaryOperator plenty, AssignmentResult unlimited) {
        return sku -> products.isShort(sku)
                ? (int) (unlimited.usage(products.id(sku)).consumed() * PERCENT_SERVED / 100)
                : plenty.applyAsInt(sku);
    }
}
