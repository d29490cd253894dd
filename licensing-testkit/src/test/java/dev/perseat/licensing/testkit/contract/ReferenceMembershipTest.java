package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;

class ReferenceMembershipTest extends MembershipLaws {
    @Override
    protected AssignmentCalculator calculator() {
        return new ReferenceCalculator();
    }
}
