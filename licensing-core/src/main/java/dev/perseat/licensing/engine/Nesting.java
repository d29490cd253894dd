package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.Arrays;

/** Which group is a direct member of which, both ways round. Groups are numbers of {@link Sources}. */
final class Nesting {
    private static final int[] NONE = {};

    private int[][] children;
    private int[][] parents;

    Nesting(TenantSnapshot snapshot) {
        int groups = snapshot.groups().size();
        children = new int[groups][];
        parents = new int[groups][];
        int[] parentCounts = new int[groups];
        for (int group = 0; group < groups; group++) {
            int count = snapshot.memberGroupCount(group);
            children[group] = count == 0 ? NONE : new int[count];
            for (int k = 0; k < count; k++) {
                children[group][k] = snapshot.memberGroup(group, k);
                parentCounts[children[group][k]]++;
            }
        }
        for (int group = 0; group < groups; group++) {
            parents[group] = parentCounts[group] == 0 ? NONE : new int[parentCounts[group]];
        }
        for (int group = groups - 1; group >= 0; group--) {
            for (int child : children[group]) {
                parents[child][--parentCounts[child]] = group;
            }
        }
    }

    private Nesting(Nesting other) {
        children = other.children.clone();
        parents = other.parents.clone();
    }

    /** Returns one that begins alike and goes its own way. */
    Nesting copy() {
        return new Nesting(this);
    }

    int groupCount() {
        return children.length;
    }

    /** Returns the groups that are members of a group, ascending; not to be written to. */
    int[] children(int group) {
        return children[group];
    }

    /** Returns the groups that a group is a member of, ascending; not to be written to. */
    int[] parents(int group) {
        return parents[group];
    }

    /** Makes room for groups of higher numbers. */
    void widen(int groups) {
        if (groups > children.length) {
            int known = children.length;
            children = Arrays.copyOf(children, groups);
            parents = Arrays.copyOf(parents, groups);
            Arrays.fill(children, known, groups, NONE);
            Arrays.fill(parents, known, groups, NONE);
        }
    }

    /** Adds or removes an edge, and returns whether that changed anything. */
    boolean set(int group, int member, boolean present) {
        boolean was = Arrays.binarySearch(children[group], member) >= 0;
        if (was != present) {
            children[group] = present ? with(children[group], member) : without(children[group], member);
            parents[member] = present ? with(parents[member], group) : without(parents[member], group);
        }
        return was != present;
    }

    static int[] with(int[] ascending, int value) {
        int place = ~Arrays.binarySearch(ascending, value);
        int[] wider = Arrays.copyOf(ascending, ascending.length + 1);
        System.arraycopy(ascending, place, wider, place + 1, ascending.length - place);
        wider[place] = value;
        return wider;
    }

    static int[] without(int[] ascending, int value) {
        int place = Arrays.binarySearch(ascending, value);
        int[] narrower = Arrays.copyOf(ascending, ascending.length - 1);
        System.arraycopy(ascending, place + 1, narrower, place, narrower.length - place);
        return narrower;
    }
}
