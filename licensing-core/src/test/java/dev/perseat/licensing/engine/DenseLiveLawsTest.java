package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.contract.LiveCalculationLaws;

class DenseLiveLawsTest extends LiveCalculationLaws {
    @Override
    protected AssignmentCalculator calculator() {
        return DenseAssignmentCalculator.create();
    }
}
