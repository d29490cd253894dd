package dev.perseat.benchmarks.union;

import dev.perseat.benchmarks.union.UnionTenant.Grant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Arrays of ints, plainly written: a search from each licensed group tells every group below whose licences reach it; then
 * for each user the grants of all these are united, one by one, and written out as rows.
 */
final class CsrPeer implements UnionPeer {
    private final UnionTenant tenant;
    private final Csr groupsOfUser;

    CsrPeer(UnionTenant tenant) {
        this.tenant = tenant;
        groupsOfUser = tenant.usersOfGroup.transposed(tenant.users());
    }

    @Override
    public Answers calculate() {
        Csr grantsReaching = grantsReaching();
        RowAnswers rows = new RowAnswers(tenant);
        long[] plansOfSku = new long[tenant.skus()];
        boolean[] has = new boolean[tenant.skus()];
        for (int user = 0; user < tenant.users(); user++) {
            for (int k = groupsOfUser.start()[user]; k < groupsOfUser.start()[user + 1]; k++) {
                unite(grantsReaching, groupsOfUser.values()[k], plansOfSku, has);
            }
            unite(tenant.grantsOfUser, user, plansOfSku, has);
            rows.add(user, plansOfSku, has);
        }
        return rows;
    }

    private void unite(Csr grants, int row, long[] plansOfSku, boolean[] has) {
        for (int k = grants.start()[row]; k < grants.start()[row + 1]; k++) {
            Grant grant = tenant.grants.get(grants.values()[k]);
            plansOfSku[grant.sku()] |= grant.plans();
            has[grant.sku()] = true;
        }
    }

    /** Returns of each group the grants of the group itself and of all groups that reach it. */
    private Csr grantsReaching() {
        List<List<Integer>> reaching = new ArrayList<>();
        for (int group = 0; group < tenant.groups(); group++) {
            reaching.add(new ArrayList<>());
        }
        int[] reachedFrom = new int[tenant.groups()];
        Arrays.fill(reachedFrom, -1);
        int[] open = new int[tenant.groups()];
        for (int top = 0; top < tenant.groups(); top++) {
            if (tenant.grantsOfGroup.length(top) > 0) {
                int reached = search(top, open, reachedFrom);
                for (int k = 0; k < reached; k++) {
                    addGrants(top, reaching.get(open[k]));
                }
            }
        }
        return Csr.of(
                reaching.size(),
                group -> reaching.get(group).size(),
                (group, k) -> reaching.get(group).get(k));
    }

    /** Fills {@code open} with the groups reached, and returns how many they are. */
    private int search(int top, int[] open, int[] reachedFrom) {
        Csr children = tenant.childrenOfGroup;
        int reached = 0;
        open[reached++] = top;
        reachedFrom[top] = top;
        for (int next = 0; next < reached; next++) {
            for (int k = children.start()[open[next]]; k < children.start()[open[next] + 1]; k++) {
                int child = children.values()[k];
                if (reachedFrom[child] != top) {
                    reachedFrom[child] = top;
                    open[reached++] = child;
                }
            }
        }
        return reached;
    }

    private void addGrants(int group, List<Integer> grants) {
        for (int k = tenant.grantsOfGroup.start()[group];
                k < tenant.grantsOfGroup.start()[group + 1];
                k++) {
            grants.add(tenant.grantsOfGroup.values()[k]);
        }
    }

    /** Of each user, in ascending order, the SKUs and their plans. */
    private static final class RowAnswers extends DenseAnswers {
        private final int[] start;
        private int[] skus;
        private long[] plans;
        private final long[] consumed;

        RowAnswers(UnionTenant tenant) {
            super(tenant);
            start = new int[tenant.users() + 1];
            skus = new int[4 * tenant.users()];
            plans = new long[skus.length];
            consumed = new long[tenant.skus()];
        }

        /** Adds the row of the next user, and empties what it was gathered in. */
        void add(int user, long[] plansOfSku, boolean[] has) {
            int size = start[user];
            if (size + has.length > skus.length) {
                skus = Arrays.copyOf(skus, 2 * skus.length + has.length);
                plans = Arrays.copyOf(plans, skus.length);
            }
            for (int sku = 0; sku < has.length; sku++) {
                if (has[sku]) {
                    skus[size] = sku;
                    plans[size++] = plansOfSku[sku];
                    consumed[sku]++;
                    has[sku] = false;
                    plansOfSku[sku] = 0;
                }
            }
            start[user + 1] = size;
        }

        @Override
        boolean hasSku(int user, int sku) {
            return position(user, sku) >= 0;
        }

        @Override
        long plans(int user, int sku) {
            int position = position(user, sku);
            return position < 0 ? 0 : plans[position];
        }

        private int position(int user, int sku) {
            return Arrays.binarySearch(skus, start[user], start[user + 1], sku);
        }

        @Override
        long consumed(int sku) {
            return consumed[sku];
        }
    }
}
