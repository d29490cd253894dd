package dev.perseat.licensing.engine;

/**
 * The plans enabled so far while one user is settled, as far as they matter to others, and by which SKUs. Emptying it costs as much as was put in, not as
 * many plans as there are.
 */
final class EnabledPlans {
    private static final int NONE = 0;

    private final Catalog catalog;
    private final boolean[] enabled;
    private final IntBuffer touched = new IntBuffer();

    /** Of each plan in conflict with any other a chain of the SKUs that enable it. */
    private final int[] firstHolder;

    private final IntBuffer holderSku = new IntBuffer();
    private final IntBuffer nextHolder = new IntBuffer();

    EnabledPlans(Catalog catalog) {
        this.catalog = catalog;
        enabled = new boolean[catalog.planCount];
        firstHolder = new int[catalog.planCount];
        clear();
    }

    void clear() {
        for (int i = 0; i < touched.size; i++) {
            enabled[touched.values[i]] = false;
            firstHolder[touched.values[i]] = NONE;
        }
        touched.clear();
        holderSku.clear();
        nextHolder.clear();
        holderSku.add(NONE);
        nextHolder.add(NONE);
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
        }
        if (catalog.conflicts[plan].length > 0) {
            nextHolder.add(firstHolder[plan]);
            firstHolder[plan] = holderSku.size;
            holderSku.add(sku);
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
            for (int holder = firstHolder[other]; holder != NONE; holder = nextHolder.values[holder]) {
                if (holderSku.values[holder] != sku) {
                    return true;
                }
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
