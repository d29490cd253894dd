package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.ReasonWriter;
import dev.perseat.licensing.model.UserId;

/** The users with something to tell: errors, retained licences, redundant direct licences. */
final class UserSections {
    private final AssignmentResult result;
    private final ReasonWriter reasons;
    private final Names names;
    private final Page page;

    UserSections(AssignmentResult result, Names names, Page page) {
        this.result = result;
        this.reasons = ReasonWriter.english(result.snapshot());
        this.names = names;
        this.page = page;
    }

    void write(Findings findings) {
        write("Users with errors", findings.errors(), this::reason);
        write("Users who keep a licence that no group gives them any more", findings.retained(), this::reason);
        write("Users with redundant direct licences", findings.redundant(), this::redundant);
    }

    private void write(String heading, Findings.Part part, Paragraph paragraph) {
        page.heading(heading + ": " + part.users());
        for (Findings.Finding finding : part.shown()) {
            page.line(names.user(finding.user()));
            finding.states().forEach(state -> paragraph.write(finding.user(), state));
        }
        int more = part.users() - part.shown().size();
        if (more > 0) {
            page.line("and " + Words.count(more, "more user") + " (--all-users lists them)");
        }
    }

    private void reason(UserId user, LicenseAssignmentState state) {
        page.paragraph("  ", reasons.sentence(user, state));
        page.paragraph("  -> ", reasons.remedy(user, state) + waiting(state));
    }

    private String waiting(LicenseAssignmentState state) {
        if (!(state.violation() instanceof LicenseViolation.Count count)) {
            return "";
        }
        long waiting = result.usage(count.sku()).waiting();
        return " " + Words.count(waiting, "user") + (waiting == 1 ? " waits" : " wait") + " for a seat.";
    }

    private void redundant(UserId user, LicenseAssignmentState state) {
        page.paragraph(
                "  ",
                "The direct licence for " + names.partNumber(state.skuId())
                        + " can go: groups give the user all of its plans.");
    }

    private interface Paragraph {
        void write(UserId user, LicenseAssignmentState state);
    }
}
