package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between holdings before and after a step. Many users change alike, so each pair of holdings is compared
 * once; and many holdings do, so each change is one object.
 */
final class Comparisons {
    private static final int NONE = -1;

    private final Sources sources;
    private final HoldingSets holdingSets;
    private final HeldLists heldLists;

    /** Pairs of holdings, and what differs between them. */
    private final IntPairs pairs = new IntPairs();

    private final List<List<HoldingChange>> differences = new ArrayList<>();

    /** Pairs of entries, of which one may be none, and the change from one to the other. */
    private final IntPairs entryPairs = new IntPairs();

    private final List<HoldingChange> changes = new ArrayList<>();

    Comparisons(Ledger ledger, HeldLists heldLists) {
        sources = ledger.sources;
        holdingSets = ledger.holdingSets;
        this.heldLists = heldLists;
    }

    /** Returns what differs between two holdings, by source and SKU; unmodifiable, the same object for the same pair. */
    List<HoldingChange> of(int before, int after) {
        int pair = pairs.add(before, after) - 1;
        if (pair == differences.size()) {
            differences.add(List.copyOf(compare(before, after)));
        }
        return differences.get(pair);
    }

    /** Walks through two holdings side by side, both by source and SKU. */
    private List<HoldingChange> compare(int before, int after) {
        List<HoldingChange> found = new ArrayList<>();
        int lost = 0;
        int gained = 0;
        while (lost < holdingSets.entryCount(before) || gained < holdingSets.entryCount(after)) {
            int was = lost < holdingSets.entryCount(before) ? holdingSets.entry(before, lost) : NONE;
            int is = gained < holdingSets.entryCount(after) ? holdingSets.entry(after, gained) : NONE;
            int order = was == is ? 0 : order(was, is);
            lost += order <= 0 ? 1 : 0;
            gained += order >= 0 ? 1 : 0;
            if (was != is) {
                found.add(change(order <= 0 ? was : NONE, order >= 0 ? is : NONE));
            }
        }
        return found;
    }

    /** Compares two different entries by source and SKU; none comes last. */
    private int order(int entry, int other) {
        if (entry == NONE || other == NONE) {
            return entry == NONE ? 1 : -1;
        } else if (holdingSets.sourceOf(entry) == holdingSets.sourceOf(other)) {
            return Integer.compare(holdingSets.skuOf(entry), holdingSets.skuOf(other));
        }
        return sources.isBefore(holdingSets.sourceOf(entry), holdingSets.sourceOf(other)) ? -1 : 1;
    }

    private HoldingChange change(int was, int is) {
        int pair = entryPairs.add(was, is) - 1;
        if (pair == changes.size()) {
            HeldLicense before = was == NONE ? null : heldLists.license(was);
            HeldLicense after = is == NONE ? null : heldLists.license(is);
            changes.add(Changes.change(before, after));
        }
        return changes.get(pair);
    }
}
