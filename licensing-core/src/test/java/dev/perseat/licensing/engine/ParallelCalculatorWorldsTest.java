package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.world.WorldContract;
import java.util.concurrent.ForkJoinPool;

class ParallelCalculatorWorldsTest extends WorldContract {
    @Override
    protected AssignmentCalculator calculator() {
        return DenseAssignmentCalculator.create(ForkJoinPool.commonPool(), 8);
    }
}
