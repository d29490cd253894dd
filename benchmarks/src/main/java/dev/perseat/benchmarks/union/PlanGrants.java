package dev.perseat.benchmarks.union;

/** Which grants have a plan, and of which SKU a grant is, for rows of grants as bits. */
final class PlanGrants {
    private final int width;
    private final int[] skuOfGrant;

    /** Of each plan a row of the grants that have it. */
    private final long[] grantsOfPlan;

    PlanGrants(UnionTenant tenant) {
        int grants = tenant.grants.size();
        width = (grants + Long.SIZE - 1) / Long.SIZE;
        skuOfGrant = tenant.grants.stream().mapToInt(UnionTenant.Grant::sku).toArray();
        grantsOfPlan = new long[tenant.plans() * width];
        for (int grant = 0; grant < grants; grant++) {
            int[] plans = tenant.plansOfSku(skuOfGrant[grant]);
            for (long rest = tenant.grants.get(grant).plans(); rest != 0; rest &= rest - 1) {
                grantsOfPlan[plans[Long.numberOfTrailingZeros(rest)] * width + (grant >>> 6)] |= 1L << grant;
            }
        }
    }

    /** Returns whether any grant of a row has a plan. */
    boolean hasPlan(long[] rows, int row, int plan) {
        long common = 0;
        for (int k = 0; k < width; k++) {
            common |= rows[row * width + k] & grantsOfPlan[plan * width + k];
        }
        return common != 0;
    }

    /** Adds a number to each SKU of which a row has grants; those of one SKU stand side by side. */
    void addToSkus(long[] rows, int row, int number, long[] sums) {
        int last = -1;
        for (int k = 0; k < width; k++) {
            for (long rest = rows[row * width + k]; rest != 0; rest &= rest - 1) {
                int sku = skuOfGrant[(k << 6) + Long.numberOfTrailingZeros(rest)];
                if (sku != last) {
                    sums[sku] += number;
                    last = sku;
                }
            }
        }
    }

    /** Returns whether a row has a grant. */
    boolean hasGrant(long[] rows, int row, int grant) {
        return (rows[row * width + (grant >>> 6)] >>> grant & 1) != 0;
    }
}
