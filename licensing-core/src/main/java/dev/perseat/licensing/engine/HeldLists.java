package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The sets of held licences as lists of objects, each made when it is first asked for. Safe for several threads. */
final class HeldLists {
    private final HoldingSets holdingSets;
    private volatile AtomicReferenceArray<List<HeldLicense>> lists;

    HeldLists(HoldingSets holdingSets) {
        this.holdingSets = holdingSets;
        lists = new AtomicReferenceArray<>(holdingSets.size());
    }

    /** Returns what is held, by source and SKU. */
    List<HeldLicense> of(int holding) {
        AtomicReferenceArray<List<HeldLicense>> known = lists;
        List<HeldLicense> list = holding < known.length() ? known.get(holding) : null;
        return list == null ? newList(holding) : list;
    }

    /** Returns what an entry says that is held; the same object for the same entry. */
    synchronized HeldLicense license(int entry) {
        return holdingSets.license(entry);
    }

    private synchronized List<HeldLicense> newList(int holding) {
        if (holding >= lists.length()) {
            AtomicReferenceArray<List<HeldLicense>> longer = new AtomicReferenceArray<>(2 * holdingSets.size());
            for (int i = 0; i < lists.length(); i++) {
                longer.set(i, lists.get(i));
            }
            lists = longer;
        }
        List<HeldLicense> licenses = new ArrayList<>();
        for (int entry = 0; entry < holdingSets.entryCount(holding); entry++) {
            licenses.add(holdingSets.license(holdingSets.entry(holding, entry)));
        }
        List<HeldLicense> list = List.copyOf(licenses);
        lists.set(holding, list);
        return list;
    }
}
