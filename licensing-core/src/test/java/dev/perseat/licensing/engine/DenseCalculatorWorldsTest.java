package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.world.WorldContract;

class DenseCalculatorWorldsTest extends WorldContract {
    @Override
    protected AssignmentCalculator calculator() {
        return DenseAssignmentCalculator.create();
    }
}
