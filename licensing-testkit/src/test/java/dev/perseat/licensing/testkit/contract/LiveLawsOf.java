package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentCalculator;

/** The laws for the live calculations of a calculator that is given; its tests are called, not run. */
final class LiveLawsOf extends LiveCalculationLaws {
    private final AssignmentCalculator calculator;

    LiveLawsOf(AssignmentCalculator calculator) {
        this.calculator = calculator;
    }

    @Override
    protected AssignmentCalculator calculator() {
        return calculator;
    }
}
