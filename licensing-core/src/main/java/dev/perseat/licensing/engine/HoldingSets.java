package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.model.ServicePlanId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What users hold, as numbered sets of {@link Entries}, ascending by source and SKU. Users who hold the same have the
 * same number.
 */
final class HoldingSets {
    private final Entries entries;

    /** The sets of plans of the entries. */
    final IntTuples planSets;

    private final Catalog catalog;
    private final Sources sources;
    private final IntTuples sets;
    private final IntTuples skuSets;

    /** Of each holding the set of its SKUs; shared with the original of a copy until something is added. */
    private int[] skuSetOf;

    private boolean shared;
    private final IntBuffer skus = new IntBuffer();

    /** Of each entry an object, once somebody has asked for it. */
    private final List<@Nullable HeldLicense> licenses = new ArrayList<>();

    HoldingSets(Catalog catalog, Sources sources, Entries entries) {
        this(catalog, sources, entries, new IntTuples(), new IntTuples(), new int[16], false);
    }

    private HoldingSets(
            Catalog catalog,
            Sources sources,
            Entries entries,
            IntTuples sets,
            IntTuples skuSets,
            int[] skuSetOf,
            boolean shared) {
        this.catalog = catalog;
        this.sources = sources;
        this.entries = entries;
        planSets = entries.planSets;
        this.sets = sets;
        this.skuSets = skuSets;
        this.skuSetOf = skuSetOf;
        this.shared = shared;
    }

    /** Returns sets that begin alike and go their own way, while this one gets no more. */
    HoldingSets copy(Catalog itsCatalog, Sources itsSources, Entries itsEntries) {
        return new HoldingSets(itsCatalog, itsSources, itsEntries, sets.copy(), skuSets.copy(), skuSetOf, true);
    }

    /** Gives back the room for more holdings. */
    void trim() {
        sets.trim();
    }

    int size() {
        return sets.size();
    }

    /** Returns how many numbers all holdings together take. */
    int volume() {
        return sets.volume();
    }

    int entryCount(int holding) {
        return sets.length(holding);
    }

    /** Returns the number of one of the entries of a holding. */
    int entry(int holding, int k) {
        return sets.get(holding, k);
    }

    int sourceOf(int entry) {
        return entries.source(entry);
    }

    int skuOf(int entry) {
        return entries.sku(entry);
    }

    int source(int holding, int k) {
        return entries.source(sets.get(holding, k));
    }

    int sku(int holding, int k) {
        return entries.sku(sets.get(holding, k));
    }

    int planSet(int holding, int k) {
        return entries.planSet(sets.get(holding, k));
    }

    /** Returns the number of what a source gives of a SKU. */
    int newEntry(int source, int sku, int[] plans) {
        return entries.add(source, sku, plans);
    }

    /** Returns the number of the set of distinct SKUs of a holding set; see {@link #skuSets()}. */
    int skuSet(int holding) {
        return skuSetOf[holding];
    }

    IntTuples skuSets() {
        return skuSets;
    }

    /** Returns the number of a set of entries, ascending by source and SKU. */
    int add(IntBuffer ascending) {
        int known = sets.size();
        int number = sets.add(ascending.values, ascending.size);
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

    boolean isEqual(int holding, IntBuffer ascending) {
        return sets.equal(holding, ascending.values, ascending.size);
    }

    /** Returns an entry as an object, the same for the same entry. Not safe for several threads. */
    HeldLicense license(int entry) {
        while (licenses.size() <= entry) {
            licenses.add(null);
        }
        HeldLicense license = licenses.get(entry);
        if (license == null) {
            license = newLicense(entry);
            licenses.set(entry, license);
        }
        return license;
    }

    private HeldLicense newLicense(int entry) {
        int planSet = entries.planSet(entry);
        TreeSet<ServicePlanId> plans = new TreeSet<>();
        for (int k = 0; k < planSets.length(planSet); k++) {
            plans.add(catalog.planId(planSets.get(planSet, k)));
        }
        return new HeldLicense(sources.source(entries.source(entry)), catalog.skuId(entries.sku(entry)), plans);
    }
}
