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
            list = newList(holding);
            lists.set(holding, list);
        }
        return list;
    }

    private synchronized List<HeldLicense> newList(int holding) {
        List<HeldLicense> licenses = new ArrayList<>();
        for (int entry = 0; entry < holdingSets.entryCount(holding); entry++) {
            licenses.add(holdingSets.license(holding, entry));
        }
        return List.copyOf(licenses);
    }
}
