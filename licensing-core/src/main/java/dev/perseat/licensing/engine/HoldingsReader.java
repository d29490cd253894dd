package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Takes over holdings as far as they exist: unknown SKUs are dropped, and plans that are not for users of the SKU fall
 * out. The same list or licence is read once; holdings that come from a result share most of both.
 */
final class HoldingsReader {
    private static final int[] DROPPED = {};

    private final Catalog catalog;
    private final Sources sources;
    private final HoldingSets holdingSets;
    private final IdentityHashMap<List<HeldLicense>, Integer> lists = new IdentityHashMap<>();
    private final IdentityHashMap<HeldLicense, int[]> entries = new IdentityHashMap<>();
    private final IntBuffer triples = new IntBuffer();

    HoldingsReader(Catalog catalog, Sources sources, HoldingSets holdingSets) {
        this.catalog = catalog;
        this.sources = sources;
        this.holdingSets = holdingSets;
    }

    /** Returns the number of the holding set that is left of a list. */
    int read(List<HeldLicense> licenses) {
        return lists.computeIfAbsent(licenses, this::newSet);
    }

    private int newSet(List<HeldLicense> licenses) {
        triples.clear();
        for (HeldLicense license : licenses) {
            for (int value : entries.computeIfAbsent(license, this::newEntry)) {
                triples.add(value);
            }
        }
        return holdingSets.add(triples);
    }

    private int[] newEntry(HeldLicense license) {
        int sku = catalog.snapshot.skuIndex(license.skuId());
        if (sku < 0) {
            return DROPPED;
        }
        int[] plans = license.enabledPlans().stream()
                .mapToInt(catalog.snapshot::servicePlanIndex)
                .filter(plan -> plan >= 0 && catalog.isInSku(plan, sku))
                .toArray();
        return new int[] {sources.number(license.source()), sku, holdingSets.planSets.add(plans)};
    }
}
