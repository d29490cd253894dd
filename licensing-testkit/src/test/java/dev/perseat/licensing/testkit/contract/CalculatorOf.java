package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Calculates as it is told to, or goes on live as it is told to; everything else it does rightly. */
final class CalculatorOf implements AssignmentCalculator {
    private static final AssignmentCalculator RIGHT = new ReferenceCalculator();

    private final Calculation calculation;
    private final UnaryOperator<LiveCalculation> live;

    private CalculatorOf(Calculation calculation, UnaryOperator<LiveCalculation> live) {
        this.calculation = calculation;
        this.live = live;
    }

    /** How a whole tenant is calculated. */
    interface Calculation {
        AssignmentResult calculate(TenantSnapshot snapshot, Holdings holdings);
    }

    static CalculatorOf calculation(Calculation calculation) {
        return new CalculatorOf(calculation, right -> right);
    }

    static CalculatorOf live(UnaryOperator<LiveCalculation> live) {
        return new CalculatorOf(RIGHT::calculate, live);
    }

    @Override
    public CompiledTenant compile(TenantSnapshot snapshot) {
        return new Tenant(snapshot);
    }

    @Override
    public List<MissingDependency> missingDependencies(TenantSnapshot snapshot) {
        return RIGHT.missingDependencies(snapshot);
    }

    private final class Tenant implements CompiledTenant {
        private final TenantSnapshot snapshot;

        Tenant(TenantSnapshot snapshot) {
            this.snapshot = snapshot;
        }

        @Override
        public TenantSnapshot snapshot() {
            return snapshot;
        }

        @Override
        public AssignmentResult calculate(Holdings holdings) {
            return calculation.calculate(snapshot, holdings);
        }

        @Override
        public LiveCalculation live(Holdings holdings) {
            return live.apply(RIGHT.compile(snapshot).live(holdings));
        }
    }
}
