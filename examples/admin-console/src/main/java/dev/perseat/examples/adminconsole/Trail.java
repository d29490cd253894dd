package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Page;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.assignment.HoldingChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The audit trail: who did what, to what, and because of what. */
final class Trail {
    private static final PageRequest PAGE = PageRequest.first(100);
    private static final int SHOWN = 20;

    private final Workplace workplace;
    private final Catalogue catalogue;
    private final Finder finder;
    private final Screen screen;
    private final Times times;

    Trail(Workplace workplace, Catalogue catalogue, Finder finder, Screen screen, Times times) {
        this.workplace = workplace;
        this.catalogue = catalogue;
        this.finder = finder;
        this.screen = screen;
        this.times = times;
    }

    /** Shows what was done by somebody, without what became of each user. */
    void commands() {
        AuditQuery query = AuditQuery.all().without(Activity.CHANGE_USER_LICENSE);
        Table table = table();
        Optional<PageRequest> request = Optional.of(PAGE);
        while (request.isPresent()) {
            Page<AuditRecord> page = workplace.contoso().audit(workplace.actor(), query, request.get());
            page.items().forEach(record -> add(record, table));
            request = page.next().map(PAGE::after);
        }
        table.print(screen);
    }

    /** Shows the first entries that a query finds. */
    void some(AuditQuery query) {
        Page<AuditRecord> records = workplace.contoso().audit(workplace.actor(), query, PageRequest.first(SHOWN));
        Table table = table();
        records.items().forEach(record -> add(record, table));
        table.print(screen);
        records.next().ifPresent(more -> screen.line("and more entries"));
    }

    private static Table table() {
        return new Table(0, 1, "No.", "Time", "Actor", "Activity", "Target", "Cause", "Details");
    }

    private void add(AuditRecord record, Table table) {
        AuditEntry entry = record.entry();
        table.row(
                Long.toString(record.sequence()),
                times.at(entry.at()),
                entry.actorId(),
                entry.activity().title() + (entry.refused() ? ": refused" : ""),
                catalogue.named(entry.target().id()),
                entry.cause() == null ? "" : entry.cause().toString(),
                details(entry));
    }

    private String details(AuditEntry entry) {
        List<String> details = new ArrayList<>();
        entry.changes().forEach(change -> details.add(change(change)));
        entry.properties().forEach(property -> details.add(property(property)));
        return String.join("; ", details);
    }

    private String change(HoldingChange change) {
        String source = change.source().group().map(group -> "from " + group).orElse("direct");
        String what = switch (change.kind()) {
            case ADDED -> "gets ";
            case REMOVED -> "loses ";
            case PLANS_CHANGED -> "has other plans of ";
        };
        return what + finder.name(change.skuId()) + " " + source;
    }

    private String property(ModifiedProperty property) {
        String before = property.oldValue().isEmpty() ? "" : catalogue.named(property.oldValue()) + " -> ";
        String after = property.newValue().isEmpty() ? "none" : catalogue.named(property.newValue());
        return property.name() + ": " + before + after;
    }
}
