package dev.perseat.benchmarks.union;

/** Searches over dense arrays: marks are bits, and the queue is the answer. Not for several threads. */
final class FloorExpansion implements ExpansionPeer {
    private final Csr usersOfGroup;
    private final Csr groupsOfUser;
    private final Csr children;
    private final Csr parents;
    private final int[] queue;

    /** By group the number of the last search that found it, so that nothing has to be cleared. */
    private final int[] foundIn;

    private int search;

    FloorExpansion(UnionTenant tenant) {
        usersOfGroup = tenant.usersOfGroup;
        groupsOfUser = usersOfGroup.transposed(tenant.users());
        children = tenant.childrenOfGroup;
        parents = children.transposed(tenant.groups());
        queue = new int[tenant.groups()];
        foundIn = new int[tenant.groups()];
    }

    @Override
    public int members(int group) {
        search++;
        int found = reach(children, add(group, 0));
        long[] members = new long[(groupsOfUser.rows() + Long.SIZE - 1) / Long.SIZE];
        for (int k = 0; k < found; k++) {
            int end = usersOfGroup.start()[queue[k] + 1];
            for (int i = usersOfGroup.start()[queue[k]]; i < end; i++) {
                int user = usersOfGroup.values()[i];
                members[user >>> 6] |= 1L << user;
            }
        }
        int count = 0;
        for (long word : members) {
            count += Long.bitCount(word);
        }
        return count;
    }

    @Override
    public int groups(int user) {
        return reach(parents, addGroupsOf(user));
    }

    @Override
    public boolean belongs(int user, int group) {
        int found = addGroupsOf(user);
        for (int next = 0; next < found && foundIn[group] != search; next++) {
            found = addAll(parents, queue[next], found);
        }
        return foundIn[group] == search;
    }

    private int addGroupsOf(int user) {
        search++;
        return addAll(groupsOfUser, user, 0);
    }

    /** Follows edges from all groups in the queue, and returns how many it then holds. */
    private int reach(Csr edges, int found) {
        int reached = found;
        for (int next = 0; next < reached; next++) {
            reached = addAll(edges, queue[next], reached);
        }
        return reached;
    }

    private int addAll(Csr edges, int row, int found) {
        int reached = found;
        for (int k = edges.start()[row]; k < edges.start()[row + 1]; k++) {
            reached = add(edges.values()[k], reached);
        }
        return reached;
    }

    private int add(int group, int found) {
        if (foundIn[group] == search) {
            return found;
        }
        foundIn[group] = search;
        queue[found] = group;
        return found + 1;
    }
}
