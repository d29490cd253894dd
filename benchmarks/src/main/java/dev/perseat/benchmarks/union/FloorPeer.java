package dev.perseat.benchmarks.union;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * The floor: the union as fast as we can write it, and the yardstick of everything else.
 *
 * <p>Few sets of grants come out of many groups, most groups give their members no more than everybody has, and few unions
 * come out of very many users. So each group gets the number of the set that its members have by it ({@link
 * GroupGrants}); everybody in a group begins with what all have in common; and each other set goes once through the
 * members of its groups ({@link GrantTree}): memberships that give nothing new are never read. Consumption is counted
 * by node of that tree, not by user.
 *
 * <p>Loaded before anything is measured: groups with their users, children and grants, grants with their direct users,
 * who is in any group at all, and plans with the grants that have them.
 */
final class FloorPeer implements UnionPeer {
    private final UnionTenant tenant;
    private final Csr usersOfGrant;
    private final boolean[] inAnyGroup;
    private final PlanGrants planGrants;
    private final int threads;

    FloorPeer(UnionTenant tenant, int threads) {
        this.tenant = tenant;
        this.threads = threads;
        usersOfGrant = tenant.grantsOfUser.transposed(tenant.grants.size());
        inAnyGroup = new boolean[tenant.users()];
        for (int user : tenant.usersOfGroup.values()) {
            inAnyGroup[user] = true;
        }
        planGrants = new PlanGrants(tenant);
    }

    @Override
    public FloorAnswers calculate() {
        GroupGrants groupGrants = new GroupGrants(tenant);
        int[] setsByUsers = setsByUsers(groupGrants);
        Csr groupsOfSet = groupsOfSet(groupGrants);
        int[] nodeOfUser = new int[tenant.users()];
        Part[] parts = new Part[threads];
        CompletableFuture<?>[] running = new CompletableFuture<?>[threads - 1];
        for (int k = 0; k < threads; k++) {
            int from = (int) ((long) tenant.users() * k / threads);
            int to = (int) ((long) tenant.users() * (k + 1) / threads);
            Part part = new Part(groupGrants, nodeOfUser, from, to);
            parts[k] = part;
            if (k > 0) {
                running[k - 1] = CompletableFuture.runAsync(() -> part.run(setsByUsers, groupsOfSet));
            }
        }
        parts[0].run(setsByUsers, groupsOfSet);
        CompletableFuture.allOf(running).join();
        return new FloorAnswers(tenant, planGrants, nodeOfUser, parts);
    }

    private static Csr groupsOfSet(GroupGrants groupGrants) {
        int[] start = IntStream.rangeClosed(0, groupGrants.setOfGroup.length).toArray();
        return new Csr(start, groupGrants.setOfGroup).transposed(groupGrants.sets.size());
    }

    /** Returns the sets that groups give above the bottom, those with the most users first: so the tree stays small. */
    private int[] setsByUsers(GroupGrants groupGrants) {
        long[] users = new long[groupGrants.sets.size()];
        for (int group = 0; group < tenant.groups(); group++) {
            users[groupGrants.setOfGroup[group]] += tenant.usersOfGroup.length(group);
        }
        long[] descending = IntStream.range(1, users.length)
                .filter(set -> set != groupGrants.bottom && users[set] > 0)
                .mapToLong(set -> -users[set] << Integer.SIZE | set)
                .sorted()
                .toArray();
        return Arrays.stream(descending).mapToInt(key -> (int) key).toArray();
    }

    /** A range of users with its own tree: threads share nothing that they write but the array of users. */
    final class Part {
        private final GroupGrants groupGrants;
        private final int[] nodeOfUser;
        private final int from;
        private final GrantTree tree;
        private long[] rows = {};

        /** Behind the last user. */
        final int to;

        /** Of each SKU how many of these users have it. */
        final long[] consumed = new long[tenant.skus()];

        Part(GroupGrants groupGrants, int[] nodeOfUser, int from, int to) {
            this.groupGrants = groupGrants;
            this.nodeOfUser = nodeOfUser;
            this.from = from;
            this.to = to;
            tree = new GrantTree(groupGrants.sets, Math.max(groupGrants.bottom, 0));
        }

        /** Returns the grants of each node as bits. */
        long[] rows() {
            return rows;
        }

        private void run(int[] setsByUsers, Csr groupsOfSet) {
            for (int user = from; user < to; user++) {
                nodeOfUser[user] = inAnyGroup[user] ? GrantTree.BOTTOM : GrantTree.NOTHING;
            }
            for (int set : setsByUsers) {
                tree.give(set);
                for (int k = groupsOfSet.start()[set]; k < groupsOfSet.start()[set + 1]; k++) {
                    giveTo(tenant.usersOfGroup, groupsOfSet.values()[k]);
                }
            }
            for (int grant = 0; grant < usersOfGrant.rows(); grant++) {
                tree.give(groupGrants.single[grant]);
                giveTo(usersOfGrant, grant);
            }
            rows = tree.rows();
            count();
        }

        private void giveTo(Csr users, int row) {
            int begin = users.start()[row];
            int end = users.start()[row + 1];
            if (threads > 1) {
                begin = firstFrom(from, users.values(), begin, end);
                end = firstFrom(to, users.values(), begin, end);
            }
            tree.to(users.values(), begin, end, nodeOfUser);
        }

        private int firstFrom(int user, int[] users, int begin, int end) {
            int found = Arrays.binarySearch(users, begin, end, user);
            return found >= 0 ? found : ~found;
        }

        private void count() {
            int[] users = new int[tree.size()];
            int[] others = new int[tree.size()]; // neighbours are often in the same node, and would wait for each other
            for (int user = from; user + 1 < to; user += 2) {
                users[nodeOfUser[user]]++;
                others[nodeOfUser[user + 1]]++;
            }
            if ((to - from) % 2 != 0) {
                users[nodeOfUser[to - 1]]++;
            }
            for (int node = 1; node < users.length; node++) {
                if (users[node] + others[node] > 0) {
                    planGrants.addToSkus(rows, node, users[node] + others[node], consumed);
                }
            }
        }
    }
}
