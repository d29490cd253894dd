package dev.perseat.licensing.testkit.assertion;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.ReasonWriter;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.function.Predicate;

/** The part of a failure message that says why. */
final class Reasons {
    private final AssignmentResult result;
    private final ReasonWriter writer;

    Reasons(AssignmentResult result) {
        this.result = result;
        this.writer = ReasonWriter.english(result.snapshot());
    }

    /** All states of a user, a line each. */
    String states(UserId user) {
        List<LicenseAssignmentState> states = result.states(user);
        return states.isEmpty() ? "\n  (nothing is requested for the user)" : lines(user, state -> true);
    }

    /** The states of a user that have a violation, a line each. */
    String errors(UserId user) {
        return lines(user, state -> state.violation() != null);
    }

    /** Why a user has a plan or has it not. */
    String plan(UserId user, ServicePlanId plan) {
        return "\n  " + writer.sentence(result.explain(user, plan));
    }

    private String lines(UserId user, Predicate<LicenseAssignmentState> wanted) {
        StringBuilder lines = new StringBuilder();
        for (LicenseAssignmentState state : result.states(user)) {
            if (wanted.test(state)) {
                lines.append("\n  ")
                        .append(state.skuId())
                        .append(" (")
                        .append(state.source())
                        .append("): ");
                lines.append(state.status()).append(". ").append(writer.sentence(user, state));
            }
        }
        return lines.toString();
    }
}
