package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Takes over holdings as far as they exist: unknown SKUs are dropped, and plans that are not for users of the SKU fall
 * out. Each licence is read once, and each combination at most once. What users hold is mostly what their base gives, and
 * a combination of which that is true is compared with it instead of being looked up.
 */
final class HoldingsReader {
    private static final int DROPPED = -1;
    private static final int UNREAD = -1;

    private final Holdings holdings;
    private final Ledger ledger;

    /** Of each licence of the holdings the entry that is left of it. */
    private final int[] entryOf;

    private final boolean anyDropped;

    /** Of each combination of the holdings what is left of it, as far as known. */
    private final int[] holdingOf;

    private final IntBuffer entries = new IntBuffer();

    HoldingsReader(Holdings holdings, Ledger ledger) {
        this.holdings = holdings;
        this.ledger = ledger;
        List<HeldLicense> licenses = holdings.licenses();
        entryOf = new int[licenses.size()];
        boolean dropped = false;
        for (int number = 0; number < entryOf.length; number++) {
            entryOf[number] = entry(licenses.get(number));
            dropped |= entryOf[number] == DROPPED;
        }
        anyDropped = dropped;
        holdingOf = new int[holdings.combinationCount()];
        Arrays.fill(holdingOf, UNREAD);
    }

    /**
     * Returns whether what is left of a combination is a holding. May be asked by several threads: what one finds out,
     * another can only find likewise.
     */
    boolean isHolding(int combination, int holding) {
        int known = holdingOf[combination];
        if (known != UNREAD) {
            return known == holding;
        }
        boolean same = consistsOf(holding, combination);
        if (same) {
            holdingOf[combination] = holding;
        }
        return same;
    }

    private boolean consistsOf(int holding, int combination) {
        HoldingSets sets = ledger.holdingSets;
        int count = holdings.licenseCount(combination);
        int length = sets.entryCount(holding);
        if (count != length && !anyDropped) {
            return false;
        }
        int place = 0;
        for (int k = 0; k < count; k++) {
            int entry = entryOf[holdings.licenseOf(combination, k)];
            if (entry != DROPPED && (place == length || sets.entry(holding, place++) != entry)) {
                return false;
            }
        }
        return place == length;
    }

    /** Returns the number of the holding that is left of a combination. To be asked by one thread. */
    int holding(int combination) {
        if (holdingOf[combination] == UNREAD) {
            entries.clear();
            int count = holdings.licenseCount(combination);
            for (int k = 0; k < count; k++) {
                int entry = entryOf[holdings.licenseOf(combination, k)];
                if (entry != DROPPED) {
                    entries.add(entry);
                }
            }
            holdingOf[combination] = ledger.holdingSets.add(entries);
        }
        return holdingOf[combination];
    }

    private int entry(HeldLicense license) {
        Catalog catalog = ledger.catalog;
        int sku = catalog.snapshot.skuIndex(license.skuId());
        if (sku < 0) {
            return DROPPED;
        }
        int[] plans = catalog.plansOf(sku, license.enabledPlans());
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
