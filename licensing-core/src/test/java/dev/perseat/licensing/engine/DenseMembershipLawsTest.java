package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.contract.MembershipLaws;

class DenseMembershipLawsTest extends MembershipLaws {
    @Override
    protected AssignmentCalculator calculator() {
        return DenseAssignmentCalculator.create();
    }
}
