package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.SkuId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many licences are added, removed and changed, product by product. */
final class ChangeSection {
    private final AssignmentResult result;
    private final Names names;
    private final Page page;
    private final SortedMap<SkuId, Map<HoldingChange.Kind, Long>> bySku = new TreeMap<>();
    private long users;

    ChangeSection(AssignmentResult result, Names names, Page page) {
        this.result = result;
        this.names = names;
        this.page = page;
    }

    void write() {
        result.changes().forEachOrdered(this::count);
        page.heading("Users whose licences change from what they hold now: " + users);
        if (bySku.isEmpty()) {
            return;
        }
        Table table = new Table(1, 4);
        table.row(List.of("Product", "Added", "Removed", "Plans changed"));
        bySku.forEach((sku, counts) -> table.row(List.of(
                names.partNumber(sku),
                number(counts, HoldingChange.Kind.ADDED),
                number(counts, HoldingChange.Kind.REMOVED),
                number(counts, HoldingChange.Kind.PLANS_CHANGED))));
        table.print(page);
    }

    private void count(UserChange user) {
        users++;
        for (HoldingChange change : user.changes()) {
            bySku.computeIfAbsent(change.skuId(), any -> new EnumMap<>(HoldingChange.Kind.class))
                    .merge(change.kind(), 1L, Long::sum);
        }
    }

    private static String number(Map<HoldingChange.Kind, Long> counts, HoldingChange.Kind kind) {
        return Long.toString(counts.getOrDefault(kind, 0L));
    }
}
