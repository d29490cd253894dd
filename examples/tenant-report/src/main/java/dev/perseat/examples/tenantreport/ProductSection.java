package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Each product with its seats. */
final class ProductSection {
    private final AssignmentResult result;
    private final Names names;
    private final Page page;

    ProductSection(AssignmentResult result, Names names, Page page) {
        this.result = result;
        this.names = names;
        this.page = page;
    }

    void write() {
        page.heading("Products");
        List<SkuUsage> usages = result.usage().stream()
                .sorted(Comparator.comparing((SkuUsage usage) -> label(usage.skuId()))
                        .thenComparing(SkuUsage::skuId))
                .toList();
        if (usages.isEmpty()) {
            page.line("none");
            return;
        }
        boolean named =
                usages.stream().anyMatch(usage -> names.product(usage.skuId()).isPresent());
        Table table = new Table(named ? 2 : 1, named ? 6 : 5);
        table.row(cells(named, "Product", "Part number", "Seats", "Used", "Free", "Waiting", ""));
        for (SkuUsage usage : usages) {
            table.row(cells(
                    named,
                    label(usage.skuId()),
                    names.partNumber(usage.skuId()),
                    Long.toString(usage.seats()),
                    Long.toString(usage.consumed()),
                    Long.toString(usage.available()),
                    Long.toString(usage.waiting()),
                    remark(usage)));
        }
        table.print(page);
    }

    private String label(SkuId sku) {
        return names.product(sku).orElseGet(() -> names.partNumber(sku));
    }

    /** The part number has a column of its own only beside a name. */
    private static List<String> cells(boolean named, String label, String partNumber, String... others) {
        List<String> cells = new ArrayList<>();
        cells.add(label);
        if (named) {
            cells.add(partNumber);
        }
        cells.addAll(List.of(others));
        return cells;
    }

    private String remark(SkuUsage usage) {
        List<String> remarks = new ArrayList<>();
        result.snapshot()
                .subscription(usage.skuId())
                .map(Subscription::capabilityStatus)
                .map(Words::meaning)
                .filter(meaning -> !meaning.isEmpty())
                .ifPresent(remarks::add);
        if (usage.overAllocated() > 0) {
            remarks.add(usage.overAllocated() + " over-allocated");
        }
        return String.join(", ", remarks);
    }
}
