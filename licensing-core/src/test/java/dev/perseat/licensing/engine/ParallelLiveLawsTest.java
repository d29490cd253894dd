package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.contract.LiveCalculationLaws;
import java.util.concurrent.ForkJoinPool;

class ParallelLiveLawsTest extends LiveCalculationLaws {
    private static final ForkJoinPool POOL = new ForkJoinPool(7);

    @Override
    protected AssignmentCalculator calculator() {
        return new DenseAssignmentCalculator(new Parallel(POOL, 8, 1));
    }
}
