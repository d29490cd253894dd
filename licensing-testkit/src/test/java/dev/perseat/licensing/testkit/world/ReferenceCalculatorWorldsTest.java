package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;

class ReferenceCalculatorWorldsTest extends WorldContract {
    @Override
    protected AssignmentCalculator calculator() {
        return new ReferenceCalculator();
    }
}
