package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
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

    /** Of each SKU the plans switched off for a missing dependency, ascending. */
    final int[][] dependency;

    /** Of each of these the place of the first clause, as listed, that is not met in the end. */
    final int[][] unmetPlace;

    private GroupTemplate(int[] skus, int[][] enabled, int[][] dependency, int[][] unmetPlace) {
        this.skus = skus;
        this.enabled = enabled;
        this.dependency = dependency;
        this.unmetPlace = unmetPlace;
    }

    static GroupTemplate of(Catalog catalog, List<License> licenses) {
        List<License> sorted =
                licenses.stream().sorted(Comparator.comparing(License::skuId)).toList();
        int[] skus = new int[sorted.size()];
        int[][] wanted = new int[skus.length][];
        BitSet on = new BitSet(catalog.planCount);
        for (int k = 0; k < skus.length; k++) {
            skus[k] = catalog.snapshot.skuIndex(sorted.get(k).skuId());
            wanted[k] = without(
                    catalog.plansOfSku[skus[k]], catalog.plans(sorted.get(k).disabledPlans()));
            Arrays.stream(wanted[k]).forEach(on::set);
        }
        withdrawUnmet(catalog, on);
        int[][] enabled = new int[skus.length][];
        int[][] dependency = new int[skus.length][];
        int[][] unmetPlace = new int[skus.length][];
        for (int k = 0; k < skus.length; k++) {
            enabled[k] = Arrays.stream(wanted[k]).filter(on::get).toArray();
            dependency[k] = without(wanted[k], enabled[k]);
            unmetPlace[k] = Arrays.stream(dependency[k])
                    .map(plan -> firstUnmet(catalog, plan, on))
                    .toArray();
        }
        return new GroupTemplate(skus, enabled, dependency, unmetPlace);
    }

    /**
     * Takes plans with an unmet clause out until none is left. What stays is the same whatever the order; a plan is looked
     * at again only when one that it requires has gone.
     */
    private static void withdrawUnmet(Catalog catalog, BitSet on) {
        Deque<Integer> doubtful = new ArrayDeque<>();
        on.stream().filter(plan -> catalog.clauses[plan].length > 0).forEach(doubtful::add);
        while (!doubtful.isEmpty()) {
            int plan = doubtful.remove();
            if (on.get(plan) && firstUnmet(catalog, plan, on) >= 0) {
                on.clear(plan);
                for (int dependent : catalog.requiredBy[plan]) {
                    doubtful.add(dependent);
                }
            }
        }
    }

    private static int firstUnmet(Catalog catalog, int plan, BitSet on) {
        int[][] clauses = catalog.clauses[plan];
        for (int place = 0; place < clauses.length; place++) {
            if (Arrays.stream(clauses[place]).noneMatch(on::get)) {
                return place;
            }
        }
        return -1;
    }

    /** Returns the plans switched off for a missing dependency, by SKU and plan, for the group with this template. */
    List<MissingDependency> missingDependencies(Catalog catalog, GroupId group) {
        List<MissingDependency> missing = new ArrayList<>();
        for (int k = 0; k < skus.length; k++) {
            for (int i = 0; i < dependency[k].length; i++) {
                int plan = dependency[k][i];
                missing.add(new MissingDependency(
                        group,
                        catalog.skuId(skus[k]),
                        catalog.planId(plan),
                        catalog.snapshot.servicePlans().get(plan).requires().get(unmetPlace[k][i])));
            }
        }
        return missing;
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
