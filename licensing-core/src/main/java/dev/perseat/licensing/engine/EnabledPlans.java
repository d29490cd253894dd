package dev.perseat.licensing.engine;

/**
 * The plans enabled so far while one user is settled, as far as they matter to others, and by which SKUs. Emptying it
 * costs as much as was put in, not as many plans as there are.
 */
final class EnabledPlans {
    private static final int NOBODY = -1;

    private final Catalog catalog;
    private final boolean[] enabled;
    private final IntBuffer touched = new IntBuffer();

    /** Of each plan two different SKUs that enable it, as far as there are: one is another than a given one, if any is. */
    private final int[] holder;

    private final int[] otherHolder;

    EnabledPlans(Catalog catalog) {
        this.catalog = catalog;
        enabled = new boolean[catalog.planCount];
        holder = new int[catalog.planCount];
        otherHolder = new int[catalog.planCount];
    }

    void clear() {
        for (int i = 0; i < touched.size; i++) {
            enabled[touched.values[i]] = false;
        }
        touched.clear();
    }

    void add(Bundle bundle) {
        for (int i = 0; i < bundle.mattersPlans.length; i++) {
            add(bundle.mattersPlans[i], bundle.mattersSkus[i]);
        }
    }

    void add(int plan, int sku) {
        if (!enabled[plan]) {
            enabled[plan] = true;
            touched.add(plan);
            holder[plan] = sku;
            otherHolder[plan] = NOBODY;
        } else if (holder[plan] != sku) {
            otherHolder[plan] = sku;
        }
    }

    boolean meet(int[] clause) {
        for (int plan : clause) {
            if (enabled[plan]) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a plan of a SKU is in conflict with any of these plans, of a different SKU. */
    boolean exclude(int plan, int sku) {
        for (int other : catalog.conflicts[plan]) {
            if (enabled[other] && (holder[other] != sku || otherHolder[other] != NOBODY)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether any plan that a bundle enables is in conflict with any of these plans, of a different SKU. */
    boolean exclude(Bundle bundle) {
        for (int i = 0; i < bundle.conflictPlans.length; i++) {
            if (exclude(bundle.conflictPlans[i], bundle.conflictSkus[i])) {
                return true;
            }
        }
        return false;
    }
}
