package dev.perseat.licensing.engine;

import dev.perseat.licensing.model.License;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * What one group gives (section 2 of the law): of each of its SKUs the plans enabled, less those that lack a plan they
 * require within the group.
 */
final class GroupTemplate {
    /** The SKUs, ascending. */
    final int[] skus;

    /** Of each SKU the plans enabled in the end, ascending. */
    final int[][] enabled;

    /** Of each SKU the plans that the administrator switched off, ascending. */
    final int[][] administrator;

    /** Of each SKU the plans switched off for a missing dependency, ascending. */
    final int[][] dependency;

    private GroupTemplate(int[] skus, int[][] enabled, int[][] administrator, int[][] dependency) {
        this.skus = skus;
        this.enabled = enabled;
        this.administrator = administrator;
        this.dependency = dependency;
    }

    static GroupTemplate of(Catalog catalog, List<License> licenses) {
        List<License> sorted =
                licenses.stream().sorted(Comparator.comparing(License::skuId)).toList();
        int[] skus = new int[sorted.size()];
        int[][] administrator = new int[skus.length][];
        int[][] wanted = new int[skus.length][];
        BitSet enabled = new BitSet(catalog.planCount);
        for (int k = 0; k < skus.length; k++) {
            skus[k] = catalog.snapshot.skuIndex(sorted.get(k).skuId());
            int[] off = catalog.plans(sorted.get(k).disabledPlans());
            int sku = skus[k];
            administrator[k] = Arrays.stream(off)
                    .filter(plan -> catalog.isInSku(plan, sku))
                    .toArray();
            wanted[k] = without(catalog.plansOfSku[sku], off);
            Arrays.stream(wanted[k]).forEach(enabled::set);
        }
        withdrawUnmet(catalog, enabled);
        int[][] left = new int[skus.length][];
        int[][] dependency = new int[skus.length][];
        for (int k = 0; k < skus.length; k++) {
            left[k] = Arrays.stream(wanted[k]).filter(enabled::get).toArray();
            dependency[k] =
                    Arrays.stream(wanted[k]).filter(plan -> !enabled.get(plan)).toArray();
        }
        return new GroupTemplate(skus, left, administrator, dependency);
    }

    /** Takes plans with an unmet clause out until none is left. What stays is the same whatever the order. */
    private static void withdrawUnmet(Catalog catalog, BitSet enabled) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int plan = enabled.nextSetBit(0); plan >= 0; plan = enabled.nextSetBit(plan + 1)) {
                if (firstUnmet(catalog, plan, enabled) >= 0) {
                    enabled.clear(plan);
                    changed = true;
                }
            }
        }
    }

    private static int firstUnmet(Catalog catalog, int plan, BitSet enabled) {
        int[][] clauses = catalog.clauses[plan];
        for (int place = 0; place < clauses.length; place++) {
            if (Arrays.stream(clauses[place]).noneMatch(enabled::get)) {
                return place;
            }
        }
        return -1;
    }

    /** Returns the place of the first clause of a plan, switched off for a missing dependency, that is not met. */
    int unmetClause(Catalog catalog, int plan) {
        BitSet all = new BitSet();
        for (int[] plans : enabled) {
            Arrays.stream(plans).forEach(all::set);
        }
        return firstUnmet(catalog, plan, all);
    }

    static int[] without(int[] plans, int[] removed) {
        if (removed.length == 0) {
            return plans;
        }
        return Arrays.stream(plans)
                .filter(plan -> Arrays.binarySearch(removed, plan) < 0)
                .toArray();
    }
}
