package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.contract.CalculatorLaws;

class DenseCalculatorLawsTest extends CalculatorLaws {
    @Override
    protected AssignmentCalculator calculator() {
        return DenseAssignmentCalculator.create();
    }
}
