package dev.perseat.benchmarks.union;

import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * A compressed bitmap of users for each group: the bitmaps are united from the bottom up over condensed cycles, then those
 * of the groups that give a grant, then those of the grants of a SKU.
 */
final class RoaringPeer implements UnionPeer {
    private final UnionTenant tenant;
    private final RoaringBitmap[] usersOfGroup;
    private final RoaringBitmap[] directUsersOfGrant;

    RoaringPeer(UnionTenant tenant) {
        this.tenant = tenant;
        usersOfGroup = bitmaps(tenant.usersOfGroup);
        directUsersOfGrant = bitmaps(tenant.grantsOfUser.transposed(tenant.grants.size()));
    }

    static RoaringBitmap[] bitmaps(Csr rows) {
        return IntStream.range(0, rows.rows())
                .mapToObj(row -> bitmap(rows, row))
                .toArray(RoaringBitmap[]::new);
    }

    private static RoaringBitmap bitmap(Csr rows, int row) {
        RoaringBitmap bitmap = new RoaringBitmap();
        bitmap.addN(rows.values(), rows.start()[row], rows.length(row));
        bitmap.runOptimize();
        return bitmap;
    }

    @Override
    public Answers calculate() {
        RoaringBitmap[] usersOfGrant = new RoaringBitmap[tenant.grants.size()];
        for (int grant = 0; grant < usersOfGrant.length; grant++) {
            usersOfGrant[grant] = directUsersOfGrant[grant].clone();
        }
        GroupComponents components = GroupComponents.of(tenant.childrenOfGroup);
        Csr groups = components.groups();
        RoaringBitmap[] reached = new RoaringBitmap[components.count()];
        for (int component = 0; component < reached.length; component++) {
            reached[component] = united(component, groups, components, reached);
            for (int k = groups.start()[component]; k < groups.start()[component + 1]; k++) {
                addTo(usersOfGrant, groups.values()[k], reached[component]);
            }
        }
        RoaringBitmap[] usersOfSku = new RoaringBitmap[tenant.skus()];
        for (int sku = 0; sku < usersOfSku.length; sku++) {
            usersOfSku[sku] = new RoaringBitmap();
        }
        for (int grant = 0; grant < usersOfGrant.length; grant++) {
            usersOfSku[tenant.grants.get(grant).sku()].or(usersOfGrant[grant]);
        }
        return new BitmapAnswers(tenant, usersOfGrant, usersOfSku);
    }

    /** Returns the users of a component's groups and of all components below. */
    private RoaringBitmap united(int component, Csr groups, GroupComponents components, RoaringBitmap[] reached) {
        Csr children = tenant.childrenOfGroup;
        RoaringBitmap union = new RoaringBitmap();
        for (int k = groups.start()[component]; k < groups.start()[component + 1]; k++) {
            int group = groups.values()[k];
            union.or(usersOfGroup[group]);
            for (int c = children.start()[group]; c < children.start()[group + 1]; c++) {
                int child = components.of(children.values()[c]);
                if (child != component) {
                    union.or(reached[child]);
                }
            }
        }
        return union;
    }

    private void addTo(RoaringBitmap[] usersOfGrant, int group, RoaringBitmap users) {
        for (int k = tenant.grantsOfGroup.start()[group];
                k < tenant.grantsOfGroup.start()[group + 1];
                k++) {
            usersOfGrant[tenant.grantsOfGroup.values()[k]].or(users);
        }
    }

    private static final class BitmapAnswers extends DenseAnswers {
        private final UnionTenant tenant;
        private final RoaringBitmap[] usersOfGrant;
        private final RoaringBitmap[] usersOfSku;
        private final long[] consumed;

        BitmapAnswers(UnionTenant tenant, RoaringBitmap[] usersOfGrant, RoaringBitmap[] usersOfSku) {
            super(tenant);
            this.tenant = tenant;
            this.usersOfGrant = usersOfGrant;
            this.usersOfSku = usersOfSku;
            consumed = new long[usersOfSku.length];
            for (int sku = 0; sku < consumed.length; sku++) {
                consumed[sku] = usersOfSku[sku].getLongCardinality();
            }
        }

        @Override
        boolean hasSku(int user, int sku) {
            return usersOfSku[sku].contains(user);
        }

        @Override
        long plans(int user, int sku) {
            return tenant.grantsOfSku(sku)
                    .filter(grant -> usersOfGrant[grant].contains(user))
                    .mapToLong(grant -> tenant.grants.get(grant).plans())
                    .reduce(0, (a, b) -> a | b);
        }

        @Override
        long consumed(int sku) {
            return consumed[sku];
        }
    }
}
