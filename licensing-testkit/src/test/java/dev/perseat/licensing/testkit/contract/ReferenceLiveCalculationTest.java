package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;

class ReferenceLiveCalculationTest extends LiveCalculationLaws {
    @Override
    protected AssignmentCalculator calculator() {
        return new ReferenceCalculator();
    }

    /** It is held against itself, so that little can come of many. */
    @Override
    protected long histories() {
        return Math.min(100, super.histories());
    }
}
