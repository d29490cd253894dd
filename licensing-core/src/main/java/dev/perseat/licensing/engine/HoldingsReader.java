package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Takes over holdings as far as they exist: unknown SKUs are dropped, and plans that are not for users of the SKU fall
 * out. Each licence is read once, and each combination.
 */
final class HoldingsReader {
    private static final int DROPPED = -1;

    private final Holdings holdings;
    private final Ledger ledger;

    private HoldingsReader(Holdings holdings, Ledger ledger) {
        this.holdings = holdings;
        this.ledger = ledger;
    }

    /** Returns of each combination the number of the holding that is left of it. */
    static int[] read(Holdings holdings, Ledger ledger) {
        return new HoldingsReader(holdings, ledger).read();
    }

    private int[] read() {
        List<HeldLicense> licenses = holdings.licenses();
        int[] entryOf = new int[licenses.size()];
        for (int number = 0; number < entryOf.length; number++) {
            entryOf[number] = entry(licenses.get(number));
        }
        int[] numbers = new int[holdings.combinationCount()];
        IntBuffer entries = new IntBuffer();
        for (int number = 0; number < numbers.length; number++) {
            entries.clear();
            int count = holdings.licenseCount(number);
            for (int k = 0; k < count; k++) {
                int entry = entryOf[holdings.licenseOf(number, k)];
                if (entry != DROPPED) {
                    entries.add(entry);
                }
            }
            numbers[number] = ledger.holdingSets.add(entries);
        }
        return numbers;
    }

    private int entry(HeldLicense license) {
        Catalog catalog = ledger.catalog;
        int sku = catalog.snapshot.skuIndex(license.skuId());
        if (sku < 0) {
            return DROPPED;
        }
        int[] plans = license.enabledPlans().stream()
                .mapToInt(catalog.snapshot::servicePlanIndex)
                .filter(plan -> plan >= 0 && catalog.isInSku(plan, sku))
                .toArray();
        return ledger.holdingSets.newEntry(ledger.sources.number(license.source()), sku, plans);
    }

    /** Takes the combination that a user, by index, held. */
    interface HolderVisitor {
        void visit(int user, int combination);
    }

    /** Tells everybody who held something: those of the snapshot, and those who are gone by their place in the holdings. */
    static void forEachHolder(Holdings holdings, TenantSnapshot snapshot, HolderVisitor known, IntConsumer unknown) {
        int[] users = snapshot.userIndexes(holdings, 0, holdings.userCount());
        for (int k = 0; k < users.length; k++) {
            if (users[k] >= 0) {
                known.visit(users[k], holdings.combinationOf(k));
            } else {
                unknown.accept(k);
            }
        }
    }
}
