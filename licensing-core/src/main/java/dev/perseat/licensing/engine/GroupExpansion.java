package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.Objects;

/**
 * Who is in which group of a compiled tenant (section 3 of the law), by index. It has nothing of its own: the snapshot has
 * the users of each group and the groups of each user, in order, and the nesting has the rest. A question follows that as
 * far as its answer goes, in memory that ends with it.
 */
final class GroupExpansion {
    private final TenantSnapshot snapshot;
    private final Nesting nesting;
    private final boolean transitive;

    GroupExpansion(TenantSnapshot snapshot, Nesting nesting) {
        this.snapshot = snapshot;
        this.nesting = nesting;
        transitive = DenseTenant.isTransitive(snapshot);
    }

    private boolean hasGroupsBelow(int group) {
        return transitive && nesting.children(group).length > 0;
    }

    /** Returns the users who are members of a group, ascending. */
    int[] members(int group) {
        Objects.checkIndex(group, nesting.groupCount());
        if (hasGroupsBelow(group)) {
            return union(group).ascending();
        }
        int[] users = new int[snapshot.memberUserCount(group)];
        for (int k = 0; k < users.length; k++) {
            users[k] = snapshot.memberUser(group, k);
        }
        return users;
    }

    int memberCount(int group) {
        Objects.checkIndex(group, nesting.groupCount());
        return hasGroupsBelow(group) ? union(group).count() : snapshot.memberUserCount(group);
    }

    private MemberUnion union(int group) {
        GroupSearch below = new GroupSearch(nesting);
        below.add(group);
        below.descend();
        long memberships = 0;
        for (int i = 0; i < below.size(); i++) {
            memberships += snapshot.memberUserCount(below.get(i));
        }
        MemberUnion union = new MemberUnion(snapshot.userCount(), memberships);
        for (int i = 0; i < below.size(); i++) {
            union.addAll(snapshot, below.get(i));
        }
        return union;
    }

    /** Returns the groups that have a user as a member, ascending. */
    int[] groupsOf(int user) {
        GroupSearch groups = directGroupsOf(user);
        if (transitive) {
            groups.ascend();
        }
        return groups.ascending();
    }

    private GroupSearch directGroupsOf(int user) {
        GroupSearch groups = new GroupSearch(nesting);
        int count = snapshot.groupCount(user);
        for (int k = 0; k < count; k++) {
            groups.add(snapshot.groupOf(user, k));
        }
        return groups;
    }

    boolean isMember(int user, int group) {
        Objects.checkIndex(group, nesting.groupCount());
        return isDirectMember(user, group)
                || (hasGroupsBelow(group) && directGroupsOf(user).ascendTo(group));
    }

    private boolean isDirectMember(int user, int group) {
        int low = 0;
        int high = snapshot.groupCount(user);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (snapshot.groupOf(user, middle) < group) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < snapshot.groupCount(user) && snapshot.groupOf(user, low) == group;
    }
}
