package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which users are direct members of which groups in a live calculation: as in the snapshot, but for the users whose
 * groups have changed since; of these all groups are kept, and of each group the users who came to it.
 */
final class Members {
    private static final int[] NONE = {};

    private final TenantSnapshot snapshot;
    private final int knownUsers;
    private final int knownGroups;

    /** Of each user whose groups have changed all groups, ascending. */
    private final Map<Integer, int[]> groupsOfChanged = new HashMap<>();

    private final BitSet isChanged = new BitSet();

    /** Of each group the users who were not its members in the snapshot and are now. */
    private final Map<Integer, IntSet> newcomers = new HashMap<>();

    /** Of each group how many more members it has than in the snapshot. */
    private final Map<Integer, Integer> growth = new HashMap<>();

    Members(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        knownUsers = snapshot.userCount();
        knownGroups = snapshot.groups().size();
    }

    /** Returns the groups of a user, ascending; not to be written to. */
    int[] groupsOf(int user) {
        int[] changed = changedGroups(user);
        return changed == null ? groupsInSnapshot(user) : changed;
    }

    private int @Nullable [] changedGroups(int user) {
        return isChanged.get(user) ? groupsOfChanged.get(user) : null;
    }

    /** Tells the groups of a user, ascending. */
    void forEachGroup(int user, IntConsumer action) {
        int[] changed = changedGroups(user);
        if (changed == null && user < knownUsers) {
            int count = snapshot.groupCount(user);
            for (int k = 0; k < count; k++) {
                action.accept(snapshot.groupOf(user, k));
            }
        } else if (changed != null) {
            for (int group : changed) {
                action.accept(group);
            }
        }
    }

    private int[] groupsInSnapshot(int user) {
        if (user >= knownUsers) {
            return NONE;
        }
        int[] groups = new int[snapshot.groupCount(user)];
        for (int k = 0; k < groups.length; k++) {
            groups[k] = snapshot.groupOf(user, k);
        }
        return groups;
    }

    /** Returns how many users are direct members of a group. */
    int count(int group) {
        int inSnapshot = group < knownGroups ? snapshot.memberUserCount(group) : 0;
        return inSnapshot + growth.getOrDefault(group, 0);
    }

    /** Tells the users of a group, each once, in no particular order. The action must not change members. */
    void forEachUser(int group, IntConsumer action) {
        int count = group < knownGroups ? snapshot.memberUserCount(group) : 0;
        for (int k = 0; k < count; k++) {
            int user = snapshot.memberUser(group, k);
            int[] changed = changedGroups(user);
            if (changed == null || Arrays.binarySearch(changed, group) >= 0) {
                action.accept(user);
            }
        }
        IntSet come = newcomers.get(group);
        if (come != null) {
            come.forEach(action);
        }
    }

    /** Makes a user a member of a group, or no member, and returns whether that changed anything. */
    boolean set(int group, int user, boolean member, Journal journal) {
        int[] before = groupsOf(user);
        if (Arrays.binarySearch(before, group) >= 0 == member) {
            return false;
        }
        int[] known = changedGroups(user);
        put(group, user, member, member ? Nesting.with(before, group) : Nesting.without(before, group));
        journal.add(() -> put(group, user, !member, known));
        return true;
    }

    private void put(int group, int user, boolean member, int @Nullable [] groups) {
        if (groups == null) {
            groupsOfChanged.remove(user);
        } else {
            groupsOfChanged.put(user, groups);
        }
        isChanged.set(user, groups != null);
        growth.merge(group, member ? 1 : -1, Integer::sum);
        if (Arrays.binarySearch(groupsInSnapshot(user), group) < 0) {
            IntSet come = newcomers.computeIfAbsent(group, any -> new IntSet());
            if (member) {
                come.add(user);
            } else {
                come.remove(user);
            }
        }
    }
}
