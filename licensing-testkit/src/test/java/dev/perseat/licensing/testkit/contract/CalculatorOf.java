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

/** Compiles a tenant that does one thing as it is told to, and everything else rightly. */
final class CalculatorOf implements AssignmentCalculator {
    private static final AssignmentCalculator RIGHT = new ReferenceCalculator();

    private final UnaryOperator<CompiledTenant> compiled;

    private CalculatorOf(UnaryOperator<CompiledTenant> compiled) {
        this.compiled = compiled;
    }

    /** How a whole tenant is calculated. */
    interface Calculation {
        AssignmentResult calculate(TenantSnapshot snapshot, Holdings holdings);
    }

    static CalculatorOf calculation(Calculation calculation) {
        return compiled(right -> new DelegatingCompiled(right) {
            @Override
            public AssignmentResult calculate(Holdings holdings) {
                return calculation.calculate(snapshot(), holdings);
            }
        });
    }

    static CalculatorOf live(UnaryOperator<LiveCalculation> live) {
        return compiled(right -> new DelegatingCompiled(right) {
            @Override
            public LiveCalculation live(Holdings holdings) {
                return live.apply(right.live(holdings));
            }
        });
    }

    static CalculatorOf compiled(UnaryOperator<CompiledTenant> compiled) {
        return new CalculatorOf(compiled);
    }

    @Override
    public CompiledTenant compile(TenantSnapshot snapshot) {
        return compiled.apply(RIGHT.compile(snapshot));
    }

    @Override
    public List<MissingDependency> missingDependencies(TenantSnapshot snapshot) {
        return RIGHT.missingDependencies(snapshot);
    }
}
