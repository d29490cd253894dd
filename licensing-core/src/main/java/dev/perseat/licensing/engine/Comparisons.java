package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HoldingChange;
import java.util.ArrayList;
import java.util.List;

/** What differs between holdings before and after a step. Many users change alike, so each pair is compared once. */
final class Comparisons {
    private final HeldLists heldLists;
    private final IntPairs pairs = new IntPairs();
    private final List<List<HoldingChange>> changes = new ArrayList<>();

    Comparisons(HeldLists heldLists) {
        this.heldLists = heldLists;
    }

    /** Returns what differs between two holdings, by source and SKU; unmodifiable, the same object for the same pair. */
    List<HoldingChange> of(int before, int after) {
        int pair = pairs.add(before, after) - 1;
        if (pair == changes.size()) {
            changes.add(List.copyOf(Changes.compare(heldLists.of(before), heldLists.of(after))));
        }
        return changes.get(pair);
    }
}
