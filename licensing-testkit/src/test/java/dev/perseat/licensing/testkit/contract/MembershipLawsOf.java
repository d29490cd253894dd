package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentCalculator;

/** The laws for a calculator that is given; its tests are called, not run. */
final class MembershipLawsOf extends MembershipLaws {
    private final AssignmentCalculator calculator;

    MembershipLawsOf(AssignmentCalculator calculator) {
        this.calculator = calculator;
    }

    @Override
    protected AssignmentCalculator calculator() {
        return calculator;
    }
}
