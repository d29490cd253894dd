package dev.perseat.licensing.assignment;

import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What changes say of memberships. Whoever goes loses every membership told before and keeps those told afterwards.
 */
final class MembershipChanges {
    private static final BitSet NONE = new BitSet();

    private final TenantSnapshot before;
    private final Map<Membership, Told> told = new LinkedHashMap<>();
    private final Map<UserId, Integer> userGone = new HashMap<>();
    private final Map<GroupId, Integer> groupGone = new HashMap<>();
    private int time;

    /** Begins with the memberships of a snapshot. */
    MembershipChanges(TenantSnapshot before) {
        this.before = before;
    }

    /** Whether a membership is there, and when that was said. */
    private record Told(boolean present, int time) {}

    void set(Membership membership, boolean present) {
        told.put(membership, new Told(present, time++));
    }

    void remove(UserId user) {
        userGone.put(user, time++);
    }

    void remove(GroupId group) {
        groupGone.put(group, time++);
    }

    /** Tells a builder who is a member after the changes. */
    void tell(SnapshotBuilder builder) {
        tellKept(builder);
        told.forEach((membership, last) -> {
            if (last.present && last.time > timeGone(membership)) {
                builder.add(membership);
            }
        });
    }

    /** Returns when the group or the member went last, or -1 for never. */
    private int timeGone(Membership membership) {
        int timeOfGroup = groupGone.getOrDefault(membership.groupId(), -1);
        int timeOfMember = -1;
        if (membership instanceof Membership.OfUser it) {
            timeOfMember = userGone.getOrDefault(it.member(), -1);
        } else if (membership instanceof Membership.OfGroup it) {
            timeOfMember = groupGone.getOrDefault(it.member(), -1);
        }
        return Math.max(timeOfGroup, timeOfMember);
    }

    /** Each user and group is looked up once, not once for each membership. */
    private void tellKept(SnapshotBuilder builder) {
        int[] users = new int[before.userCount()];
        Arrays.setAll(users, user -> userNumber(before.userId(user), builder));
        int[] groups = new int[before.groups().size()];
        Arrays.setAll(groups, group -> groupNumber(before.groups().get(group).id(), builder));
        Map<Integer, BitSet> removedUsers = new HashMap<>();
        Map<Integer, BitSet> removedGroups = new HashMap<>();
        told.forEach((membership, last) -> noteRemoved(membership, last, removedUsers, removedGroups));
        for (int group = 0; group < groups.length; group++) {
            if (groups[group] >= 0) {
                tellKeptUsers(group, groups, users, removedUsers.getOrDefault(group, NONE), builder);
                tellKeptGroups(group, groups, removedGroups.getOrDefault(group, NONE), builder);
            }
        }
    }

    private int userNumber(UserId user, SnapshotBuilder builder) {
        return userGone.containsKey(user) ? -1 : builder.userNumber(user);
    }

    private int groupNumber(GroupId group, SnapshotBuilder builder) {
        return groupGone.containsKey(group) ? -1 : builder.groupNumber(group);
    }

    private void noteRemoved(
            Membership membership, Told last, Map<Integer, BitSet> removedUsers, Map<Integer, BitSet> removedGroups) {
        if (last.present) {
            return;
        }
        int group = before.groupIndex(membership.groupId());
        if (membership instanceof Membership.OfUser it) {
            note(group, before.userIndex(it.member()), removedUsers);
        } else if (membership instanceof Membership.OfGroup it) {
            note(group, before.groupIndex(it.member()), removedGroups);
        }
    }

    private static void note(int group, int member, Map<Integer, BitSet> removed) {
        if (group >= 0 && member >= 0) {
            removed.computeIfAbsent(group, any -> new BitSet()).set(member);
        }
    }

    private void tellKeptUsers(int group, int[] groups, int[] users, BitSet removed, SnapshotBuilder builder) {
        for (int k = 0; k < before.memberUserCount(group); k++) {
            int user = before.memberUser(group, k);
            if (users[user] >= 0 && !removed.get(user)) {
                builder.memberUser(groups[group], users[user]);
            }
        }
    }

    private void tellKeptGroups(int group, int[] groups, BitSet removed, SnapshotBuilder builder) {
        for (int k = 0; k < before.memberGroupCount(group); k++) {
            int member = before.memberGroup(group, k);
            if (groups[member] >= 0 && !removed.get(member)) {
                builder.memberGroup(groups[group], groups[member]);
            }
        }
    }
}
