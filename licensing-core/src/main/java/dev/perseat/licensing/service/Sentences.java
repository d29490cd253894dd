package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.ExplainedState;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.ReasonWriter;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/** Says states in words, with the names that things have at one moment. */
final class Sentences {
    private final ReasonWriter writer;

    Sentences(Things things) {
        writer = ReasonWriter.english(things.snapshot(things.groups.values(), List.of()));
    }

    ExplainedState explain(UserId user, LicenseAssignmentState state) {
        return new ExplainedState(state, writer.sentence(user, state), writer.remedy(user, state));
    }
}
