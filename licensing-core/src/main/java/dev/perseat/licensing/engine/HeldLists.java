package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The sets of held licences as lists of objects, each made when it is first asked for. Safe for several threads. */
final class HeldLists {
    private final HoldingSets holdingSets;
    private final AtomicReferenceArray<List<HeldLicense>> lists;

    HeldLists(HoldingSets holdingSets) {
        this.holdingSets = holdingSets;
        lists = new AtomicReferenceArray<>(holdingSets.size());
    }

    /** Returns what is held, by source and SKU. */
    List<HeldLicense> of(int holding) {
        List<HeldLicense> list = lists.get(holding);
        if (list == null) {
            List<HeldLicense> made = new ArrayList<>();
            for (int entry = 0; entry < holdingSets.entryCount(holding); entry++) {
                made.add(holdingSets.license(holding, entry));
            }
            lists.compareAndSet(holding, null, List.copyOf(made));
            list = lists.get(holding);
        }
        return list;
    }
}
