package dev.perseat.benchmarks.union;

import dev.perseat.benchmarks.peer.Checksum;
import dev.perseat.benchmarks.peer.Peer;

/** Answers by dense numbers. */
abstract class DenseAnswers implements Peer.Answers {
    private final UnionTenant tenant;

    DenseAnswers(UnionTenant tenant) {
        this.tenant = tenant;
    }

    /** Returns whether a user has a SKU, perhaps with no plan left. */
    abstract boolean hasSku(int user, int sku);

    /** Returns the plans of a SKU that a user has, as bits. */
    abstract long plans(int user, int sku);

    /** Returns how many users have a SKU. */
    abstract long consumed(int sku);

    @Override
    public long checksum() {
        Checksum checksum = new Checksum();
        for (int user = 0; user < tenant.users(); user++) {
            for (int sku = 0; sku < tenant.skus(); sku++) {
                if (hasSku(user, sku)) {
                    checksum.addLicense(tenant.userId(user), tenant.skuId(sku), tenant.planIds(sku, plans(user, sku)));
                }
            }
        }
        for (int sku = 0; sku < tenant.skus(); sku++) {
            checksum.addConsumed(tenant.skuId(sku), consumed(sku));
        }
        return checksum.value();
    }
}
