package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.model.ServicePlanId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What users hold, as numbered sets: entries of (source, SKU, set of plans), ascending by source and SKU. Users who hold
 * the same have the same number.
 */
final class HoldingSets {
    /** How many numbers make an entry. */
    static final int WIDTH = 3;

    final IntTuples planSets;
    private final Catalog catalog;
    private final Sources sources;
    private final IntTuples entries;
    private final IntTuples skuSets;

    /** Of each holding the set of its SKUs; shared with the original of a copy until something is added. */
    private int[] skuSetOf;

    private boolean shared;
    private final IntBuffer skus = new IntBuffer();
    private final IntTuples licenseKeys = new IntTuples();
    private final List<HeldLicense> licenses = new ArrayList<>();

    HoldingSets(Catalog catalog, Sources sources, IntTuples planSets) {
        this.catalog = catalog;
        this.sources = sources;
        this.planSets = planSets;
        entries = new IntTuples();
        skuSets = new IntTuples();
        skuSetOf = new int[16];
    }

    private HoldingSets(HoldingSets other, Catalog catalog, Sources sources, IntTuples planSets) {
        this.catalog = catalog;
        this.sources = sources;
        this.planSets = planSets;
        entries = other.entries.copy();
        skuSets = other.skuSets.copy();
        skuSetOf = other.skuSetOf;
        shared = true;
    }

    /** Returns sets that begin alike and go their own way, while this one gets no more. */
    HoldingSets copy(Catalog itsCatalog, Sources itsSources, IntTuples itsPlanSets) {
        return new HoldingSets(this, itsCatalog, itsSources, itsPlanSets);
    }

    int size() {
        return entries.size();
    }

    /** Returns how many numbers all holdings together take. */
    int volume() {
        return entries.volume();
    }

    int entryCount(int holding) {
        return entries.length(holding) / WIDTH;
    }

    int source(int holding, int entry) {
        return entries.get(holding, WIDTH * entry);
    }

    int sku(int holding, int entry) {
        return entries.get(holding, WIDTH * entry + 1);
    }

    int planSet(int holding, int entry) {
        return entries.get(holding, WIDTH * entry + 2);
    }

    /** Returns the number of the set of distinct SKUs of a holding set; see {@link #skuSets()}. */
    int skuSet(int holding) {
        return skuSetOf[holding];
    }

    IntTuples skuSets() {
        return skuSets;
    }

    /** Returns the number of a set given as triples (source, SKU, set of plans), ascending by source and SKU. */
    int add(IntBuffer triples) {
        int known = entries.size();
        int number = entries.add(triples.values, triples.size);
        if (number == known) {
            if (shared || number >= skuSetOf.length) {
                skuSetOf = Arrays.copyOf(skuSetOf, Math.max(2 * number, 16));
                shared = false;
            }
            skuSetOf[number] = skuSetOf(number);
        }
        return number;
    }

    private int skuSetOf(int holding) {
        skus.clear();
        for (int entry = 0; entry < entryCount(holding); entry++) {
            skus.add(sku(holding, entry));
        }
        skus.sortDistinct();
        return skuSets.add(skus.values, skus.size);
    }

    /** Returns whether some SKU of a holding that is usable has a plan. */
    boolean hasPlan(int holding, int plan, boolean[] usable) {
        for (int entry = 0; entry < entryCount(holding); entry++) {
            if (usable[sku(holding, entry)] && planSets.contains(planSet(holding, entry), plan)) {
                return true;
            }
        }
        return false;
    }

    boolean isEqual(int holding, IntBuffer triples) {
        return entries.equal(holding, triples.values, triples.size);
    }

    /** Returns an entry as an object; the same for equal entries. Not safe for several threads. */
    HeldLicense license(int holding, int entry) {
        int number = licenseKeys.add(source(holding, entry), sku(holding, entry), planSet(holding, entry)) - 1;
        if (number == licenses.size()) {
            licenses.add(newLicense(holding, entry));
        }
        return licenses.get(number);
    }

    private HeldLicense newLicense(int holding, int entry) {
        int planSet = planSet(holding, entry);
        TreeSet<ServicePlanId> plans = new TreeSet<>();
        for (int k = 0; k < planSets.length(planSet); k++) {
            plans.add(catalog.planId(planSets.get(planSet, k)));
        }
        return new HeldLicense(sources.source(source(holding, entry)), catalog.skuId(sku(holding, entry)), plans);
    }
}
