package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.world.WorldContract;
import java.util.concurrent.ForkJoinPool;

/** Eight threads that take one piece of work at a time, so that they share even the work of small tenants. */
class ParallelCalculatorWorldsTest extends WorldContract {
    private static final ForkJoinPool POOL = new ForkJoinPool(7);

    @Override
    protected AssignmentCalculator calculator() {
        return new DenseAssignmentCalculator(new Parallel(POOL, 8, 1));
    }
}
