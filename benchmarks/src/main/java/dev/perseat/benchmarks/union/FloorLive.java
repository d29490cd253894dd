package dev.perseat.benchmarks.union;

/**
 * The floor of a live union: a user who joins a group gets the union of two sets by their numbers, a user who leaves one
 * gets that of the groups which remain; and the consumption follows. Not for several threads.
 */
final class FloorLive implements JoinPeer {
    private final UnionTenant tenant;
    private final PlanGrants planGrants;
    private final GroupGrants groupGrants;
    private final GrantSets sets;

    /** Of each user the groups, with a free place behind them for one that is joined. */
    private final Csr groupsOfUser;

    private final int[] groupCount;
    private final int[] setOfUser;
    private final long[] consumed;

    FloorLive(UnionTenant tenant) {
        this.tenant = tenant;
        planGrants = new PlanGrants(tenant);
        groupGrants = new GroupGrants(tenant);
        sets = groupGrants.sets;
        Csr groups = tenant.usersOfGroup.transposed(tenant.users());
        groupsOfUser = Csr.of(
                tenant.users(),
                user -> groups.length(user) + 1,
                (user, k) -> k < groups.length(user) ? groups.values()[groups.start()[user] + k] : -1);
        groupCount = new int[tenant.users()];
        setOfUser = new int[tenant.users()];
        consumed = new long[tenant.skus()];
        for (int user = 0; user < tenant.users(); user++) {
            groupCount[user] = groups.length(user);
            move(user, unionOfAll(user));
        }
    }

    @Override
    public void join(int user, int group) {
        groupsOfUser.values()[groupsOfUser.start()[user] + groupCount[user]++] = group;
        move(user, sets.united(setOfUser[user], groupGrants.setOfGroup[group]));
    }

    @Override
    public void leave(int user, int group) {
        int[] groups = groupsOfUser.values();
        int last = groupsOfUser.start()[user] + --groupCount[user];
        int place = last;
        while (groups[place] != group) {
            place--;
        }
        groups[place] = groups[last];
        move(user, unionOfAll(user));
    }

    private int unionOfAll(int user) {
        int set = 0;
        int start = groupsOfUser.start()[user];
        for (int k = start; k < start + groupCount[user]; k++) {
            set = sets.united(set, groupGrants.setOfGroup[groupsOfUser.values()[k]]);
        }
        Csr direct = tenant.grantsOfUser;
        for (int k = direct.start()[user]; k < direct.start()[user + 1]; k++) {
            set = sets.united(set, groupGrants.single[direct.values()[k]]);
        }
        return set;
    }

    private void move(int user, int set) {
        if (set != setOfUser[user]) {
            planGrants.addToSkus(sets.rows(), setOfUser[user], -1, consumed);
            planGrants.addToSkus(sets.rows(), set, 1, consumed);
            setOfUser[user] = set;
        }
    }

    @Override
    public long consumed(int sku) {
        return consumed[sku];
    }
}
