package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.world.LiveWorldContract;

class DenseLiveWorldsTest extends LiveWorldContract {
    @Override
    protected AssignmentCalculator calculator() {
        return DenseAssignmentCalculator.create();
    }
}
