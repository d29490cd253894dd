package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;

class ReferenceLiveWorldsTest extends LiveWorldContract {
    @Override
    protected AssignmentCalculator calculator() {
        return new ReferenceCalculator();
    }
}
