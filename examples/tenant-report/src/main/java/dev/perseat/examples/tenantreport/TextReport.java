package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.msgraph.ProductNames;
import java.io.OutputStream;

/** The result for an administrator to read: products, groups, users with something to tell, and what changes. */
final class TextReport {
    private final AssignmentResult result;
    private final Names names;
    private final Page page;

    private TextReport(AssignmentResult result, ProductNames products, OutputStream out) {
        this.result = result;
        this.names = new Names(result.snapshot(), products);
        this.page = new Page(out);
    }

    /** Writes the report, with at most {@code usersShown} users in each part; leaves the stream open. */
    static void write(
            AssignmentResult result, ProductNames products, int usersShown, OutputStream out, Progress progress) {
        Findings findings = Findings.of(result, usersShown, progress);
        new TextReport(result, products, out).write(findings);
    }

    private void write(Findings findings) {
        String title = names.tenant();
        page.line(title);
        page.line("=".repeat(title.codePointCount(0, title.length())));
        page.line(Words.count(result.snapshot().userCount(), "user") + ", "
                + Words.count(result.snapshot().groups().size(), "group") + ", "
                + Words.count(findings.errors().users(), "user") + " with errors");
        new ProductSection(result, names, page).write();
        new GroupSection(result, names, page).write();
        new UserSections(result, names, page).write(findings);
        new ChangeSection(result, names, page).write();
        page.line("");
        page.flush();
    }
}
