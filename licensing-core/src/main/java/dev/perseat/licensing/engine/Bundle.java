package dev.perseat.licensing.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What is accepted or refused as one (section 4 of the law): the SKUs that one source gives together, with the plans it
 * enables, and everything about them that does not depend on the user.
 */
final class Bundle {
    /** 0 for direct, else the number of the group as a source. */
    final int source;

    /** The SKUs, ascending. */
    final int[] skus;

    /** Of each SKU the plans enabled, ascending. */
    final int[][] enabled;

    /** What who has it holds: of each SKU the number of an entry. */
    final int[] entries;

    /** The SKU and plan of each enabled plan that {@link Catalog#matters matters} to others; by SKU, then plan. */
    final int[] mattersSkus;

    final int[] mattersPlans;

    /** The SKU and plan of each enabled plan that is in conflict with any other; by SKU, then plan. */
    final int[] conflictSkus;

    final int[] conflictPlans;

    /** Whether two of its own SKUs are in conflict. */
    final boolean selfConflict;

    /** Whether it enables a plan that needs unique proxy addresses. */
    final boolean unique;

    /**
     * The clauses of its enabled plans that its own plans do not meet: SKU, plan and place of the clause in the plan's
     * list; by SKU, plan, place.
     */
    final int[] openSkus;

    final int[] openPlans;
    final int[] openPlaces;

    /** All plans that some clause of an enabled plan names, ascending. */
    final int[] requiredPlans;

    private final BitSet prohibitedLocations = new BitSet();

    /**
     * Whether no rule but that of seats can touch it: it is prohibited nowhere, needs no unique address, and none of its
     * plans requires, excludes or is required by another. A clause that it meets itself shows in {@link #mattersPlans}.
     */
    final boolean plain;

    /** What the group that it is from gives, or null if it is direct. */
    final @Nullable GroupTemplate template;

    /** Makes a bundle of some of the SKUs of a template, or of direct licences if there is none. */
    Bundle(
            Catalog catalog,
            int source,
            int[] skus,
            int[][] enabled,
            @Nullable GroupTemplate template,
            Entries numbers) {
        this.source = source;
        this.template = template;
        this.skus = skus;
        this.enabled = enabled;
        entries = new int[skus.length];
        for (int k = 0; k < skus.length; k++) {
            entries[k] = numbers.add(source, skus[k], enabled[k]);
        }
        IntBuffer mattersSku = new IntBuffer();
        IntBuffer mattersPlan = new IntBuffer();
        IntBuffer conflictSku = new IntBuffer();
        IntBuffer conflictPlan = new IntBuffer();
        IntBuffer required = new IntBuffer();
        IntBuffer open = new IntBuffer();
        boolean anyUnique = false;
        for (int k = 0; k < skus.length; k++) {
            for (int plan : enabled[k]) {
                anyUnique |= catalog.unique[plan];
                if (catalog.matters(plan)) {
                    mattersSku.add(skus[k]);
                    mattersPlan.add(plan);
                }
                if (catalog.conflicts[plan].length > 0) {
                    conflictSku.add(skus[k]);
                    conflictPlan.add(plan);
                }
                for (int location : catalog.prohibitedLocations(plan)) {
                    prohibitedLocations.set(location);
                }
                addClauses(catalog.clauses[plan], skus[k], plan, required, open);
            }
        }
        unique = anyUnique;
        mattersSkus = mattersSku.toArray();
        mattersPlans = mattersPlan.toArray();
        conflictSkus = conflictSku.toArray();
        conflictPlans = conflictPlan.toArray();
        selfConflict = hasSelfConflict(catalog);
        required.sortDistinct();
        requiredPlans = required.toArray();
        openSkus = column(open, 0);
        openPlans = column(open, 1);
        openPlaces = column(open, 2);
        plain = mattersPlans.length == 0 && openPlans.length == 0 && !unique && prohibitedLocations.isEmpty();
    }

    private void addClauses(int[][] clauses, int sku, int plan, IntBuffer required, IntBuffer open) {
        for (int place = 0; place < clauses.length; place++) {
            boolean met = false;
            for (int candidate : clauses[place]) {
                required.add(candidate);
                met |= enables(candidate);
            }
            if (!met) {
                open.add(sku);
                open.add(plan);
                open.add(place);
            }
        }
    }

    private static int[] column(IntBuffer triples, int column) {
        int[] values = new int[triples.size / 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = triples.values[3 * i + column];
        }
        return values;
    }

    private boolean hasSelfConflict(Catalog catalog) {
        for (int i = 0; i < conflictSkus.length; i++) {
            for (int k = i + 1; k < conflictSkus.length; k++) {
                if (conflictSkus[i] != conflictSkus[k] && catalog.inConflict(conflictPlans[i], conflictPlans[k])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Takes plans one by one. */
    interface PlanVisitor {
        void visit(int source, int sku, int plan);
    }

    void forEachPlan(PlanVisitor visitor) {
        for (int k = 0; k < skus.length; k++) {
            for (int plan : enabled[k]) {
                visitor.visit(source, skus[k], plan);
            }
        }
    }

    boolean isDirect() {
        return source == Sources.DIRECT;
    }

    boolean isProhibitedIn(int location) {
        return prohibitedLocations.get(location);
    }

    /** Returns whether some SKU of the bundle enables a plan. */
    boolean enables(int plan) {
        for (int[] plans : enabled) {
            if (Arrays.binarySearch(plans, plan) >= 0) {
                return true;
            }
        }
        return false;
    }
}
