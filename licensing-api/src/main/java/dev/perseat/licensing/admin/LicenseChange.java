package dev.perseat.licensing.admin;

import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.SkuId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes different in the licences of a group or in the direct licences of a user: any number of SKUs, in one step.
 *
 * @param set the licences that are added, or take the place of one of the same SKU; by SKU, unmodifiable
 * @param removed the SKUs that are removed; by id, unmodifiable
 * @since 0.1
 */
public record LicenseChange(List<License> set, SortedSet<SkuId> removed) {
    /**
     * Sorts and copies.
     *
     * @param set the licences added or changed, in any order
     * @param removed the SKUs removed, in natural order
     * @throws IllegalArgumentException if nothing is changed, or a SKU is named twice; the message names every such SKU
     */
    public LicenseChange {
        SortedMap<SkuId, License> bySku = new TreeMap<>();
        SortedSet<SkuId> twice = new TreeSet<>();
        for (License license : set) {
            if (bySku.put(license.skuId(), license) != null || removed.contains(license.skuId())) {
                twice.add(license.skuId());
            }
        }
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("a change names a SKU more than once: " + twice);
        }
        if (set.isEmpty() && removed.isEmpty()) {
            throw new IllegalArgumentException("a change of licences neither sets nor removes one");
        }
        set = List.copyOf(bySku.values());
        removed = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<SkuId>) removed));
    }

    /**
     * Returns a change that adds licences, or changes those of the same SKUs.
     *
     * @param licenses the licences
     * @return the change
     * @throws IllegalArgumentException if there is none, or a SKU is named twice
     */
    public static LicenseChange set(License... licenses) {
        return new LicenseChange(List.of(licenses), Collections.emptySortedSet());
    }

    /**
     * Returns a change that removes licences.
     *
     * @param skus the SKUs
     * @return the change
     * @throws IllegalArgumentException if there is none
     */
    public static LicenseChange remove(SkuId... skus) {
        return new LicenseChange(List.of(), new TreeSet<>(List.of(skus)));
    }

    /**
     * Returns this change, which also removes licences: a product is swapped for another one in one step.
     *
     * @param skus the SKUs
     * @return the larger change
     * @throws IllegalArgumentException if a SKU is already named
     */
    public LicenseChange andRemove(SkuId... skus) {
        SortedSet<SkuId> all = new TreeSet<>((Collection<SkuId>) removed);
        all.addAll(List.of(skus));
        return new LicenseChange(set, all);
    }

    /**
     * Returns what licences are after this change.
     *
     * @param licenses the licences before
     * @return the licences after: those that stay in the order given, then the new ones by SKU; unmodifiable
     */
    public List<License> applyTo(List<License> licenses) {
        SortedMap<SkuId, License> open = new TreeMap<>();
        set.forEach(license -> open.put(license.skuId(), license));
        List<License> after = new ArrayList<>();
        for (License license : licenses) {
            License replacement = open.remove(license.skuId());
            if (replacement != null) {
                after.add(replacement);
            } else if (!removed.contains(license.skuId())) {
                after.add(license);
            }
        }
        after.addAll(open.values());
        return List.copyOf(after);
    }
}
