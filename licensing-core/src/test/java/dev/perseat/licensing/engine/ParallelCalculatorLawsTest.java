package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.contract.CalculatorLaws;
import java.util.concurrent.ForkJoinPool;

class ParallelCalculatorLawsTest extends CalculatorLaws {
    @Override
    protected AssignmentCalculator calculator() {
        return DenseAssignmentCalculator.create(ForkJoinPool.commonPool(), 8);
    }
}
