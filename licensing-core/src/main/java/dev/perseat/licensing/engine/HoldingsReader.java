package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.UserId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Takes over holdings as far as they exist: unknown SKUs are dropped, and plans that are not for users of the SKU fall
 * out. Each combination is read once, and each licence, as holdings that come from a result share most of both.
 */
final class HoldingsReader {
    private static final int[] DROPPED = {};

    private final Ledger ledger;
    private final IdentityHashMap<HeldLicense, int[]> entries = new IdentityHashMap<>();
    private final IntBuffer triples = new IntBuffer();

    private HoldingsReader(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Returns of each combination the number of the holding that is left of it. */
    static int[] read(Holdings holdings, Ledger ledger) {
        HoldingsReader reader = new HoldingsReader(ledger);
        int[] numbers = new int[holdings.combinationCount()];
        for (int number = 0; number < numbers.length; number++) {
            numbers[number] = reader.read(holdings.combination(number));
        }
        return numbers;
    }

    private int read(List<HeldLicense> licenses) {
        triples.clear();
        for (HeldLicense license : licenses) {
            int[] entry = entries.computeIfAbsent(license, this::entry);
            triples.addAll(entry, 0, entry.length);
        }
        return ledger.holdingSets.add(triples);
    }

    private int[] entry(HeldLicense license) {
        Catalog catalog = ledger.catalog;
        int sku = catalog.snapshot.skuIndex(license.skuId());
        if (sku < 0) {
            return DROPPED;
        }
        int[] plans = license.enabledPlans().stream()
                .mapToInt(catalog.snapshot::servicePlanIndex)
                .filter(plan -> plan >= 0 && catalog.isInSku(plan, sku))
                .toArray();
        return new int[] {ledger.sources.number(license.source()), sku, ledger.holdingSets.planSets.add(plans)};
    }

    /** Takes the combination that a user, by index, held. */
    interface HolderVisitor {
        void visit(int user, int combination);
    }

    /** Tells everybody who held something: those of the snapshot, and those who are gone by their place in the holdings. */
    static void forEachHolder(Holdings holdings, TenantSnapshot snapshot, HolderVisitor known, IntConsumer unknown) {
        int next = 0; // users and holders are both in the order of their ids
        for (int k = 0; k < holdings.userCount(); k++) {
            UserId user = holdings.user(k);
            int index = snapshot.userIndex(user, next);
            if (index >= 0) {
                known.visit(index, holdings.combinationOf(k));
                next = index + 1;
            } else {
                unknown.accept(k);
            }
        }
    }
}
