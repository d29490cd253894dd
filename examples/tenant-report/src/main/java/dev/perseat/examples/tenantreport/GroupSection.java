package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.ReasonWriter;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Each group that has licences, with its status. */
final class GroupSection {
    private final AssignmentResult result;
    private final ReasonWriter reasons;
    private final Names names;
    private final Page page;

    GroupSection(AssignmentResult result, Names names, Page page) {
        this.result = result;
        this.reasons = ReasonWriter.english(result.snapshot());
        this.names = names;
        this.page = page;
    }

    void write() {
        page.heading("Groups with licences");
        List<GroupSummary> groups = result.groups().stream()
                .sorted(Comparator.comparing((GroupSummary group) -> names.group(group.groupId()))
                        .thenComparing(GroupSummary::groupId))
                .toList();
        if (groups.isEmpty()) {
            page.line("none");
        }
        groups.forEach(this::write);
    }

    private void write(GroupSummary group) {
        page.line(names.group(group.groupId()));
        page.paragraph("  ", Words.count(group.members(), "member") + "; " + licenses(group));
        if (!group.eligible()) {
            page.paragraph("  ", "not eligible: " + whyNotEligible(group));
            return;
        }
        page.paragraph("  ", status(group));
        group.errors()
                .forEach((kind, members) -> page.paragraph(
                        "  - ",
                        Words.count(members, "member") + " with " + kind.graphName() + ": " + Words.meaning(kind)));
        group.missingDependencies().forEach(missing -> page.paragraph("  ", reasons.sentence(missing)));
    }

    private String licenses(GroupSummary group) {
        return result.snapshot().group(group.groupId()).licenses().stream()
                .map(License::skuId)
                .sorted()
                .map(names::partNumber)
                .collect(Collectors.joining(", "));
    }

    private String whyNotEligible(GroupSummary group) {
        return result.snapshot().group(group.groupId()).kind() == GroupKind.DISTRIBUTION
                ? "a distribution group gives its licences to nobody"
                : "a group that is not security-enabled gives its licences to nobody";
    }

    private static String status(GroupSummary group) {
        return group.errors().isEmpty() && group.licensed() == group.members()
                ? "all licenses assigned"
                : group.licensed() + " of " + Words.count(group.members(), "member") + " licensed without error";
    }
}
