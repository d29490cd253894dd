package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.GroupId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The sources of licences as numbers: direct is 0, and the group of number {@code g} is {@code g + 1}. The groups of the
 * snapshot have their index as number. Others get the next numbers as they appear: groups that holdings name though they
 * are gone, and those that come while a calculation is live. So numbers are for telling sources apart, and {@link
 * #isBefore} is for their order, which is that of the ids.
 */
final class Sources {
    static final int DIRECT = 0;

    private final TenantSnapshot snapshot;
    private final List<GroupId> late;
    private final Map<GroupId, Integer> lateGroups;

    /** The sources in their order, and of each its place; both empty as long as there are no late groups. */
    private int[] inOrder = {};

    private int[] places = {};

    Sources(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        late = new ArrayList<>();
        lateGroups = new HashMap<>();
    }

    private Sources(Sources other) {
        snapshot = other.snapshot;
        late = new ArrayList<>(other.late);
        lateGroups = new HashMap<>(other.lateGroups);
        inOrder = other.inOrder;
        places = other.places;
    }

    Sources copy() {
        return new Sources(this);
    }

    /** Returns how many groups have a number. */
    int groupCount() {
        return snapshot.groups().size() + late.size();
    }

    static int ofGroup(int group) {
        return group + 1;
    }

    static int group(int source) {
        return source - 1;
    }

    /** Returns the number of a group, or -1. */
    int groupNumber(GroupId id) {
        int index = snapshot.groupIndex(id);
        return index >= 0 ? index : lateGroups.getOrDefault(id, -1);
    }

    /** Gives numbers to those groups that have none, in the order of their ids. */
    void addGroups(SortedSet<GroupId> ids) {
        int known = groupCount();
        for (GroupId id : ids) {
            if (groupNumber(id) < 0) {
                lateGroups.put(id, groupCount());
                late.add(id);
            }
        }
        if (groupCount() > known) {
            sortIn(known);
        }
    }

    /** Gives the groups from a number on, which are in the order of their ids among themselves, their places. */
    private void sortIn(int firstNew) {
        int[] before = inOrder;
        if (before.length == 0) {
            before = new int[firstNew + 1];
            Arrays.setAll(before, source -> source);
        }
        int[] merged = new int[groupCount() + 1];
        int next = ofGroup(firstNew);
        int old = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean takeOld = next == merged.length || (old < before.length && isEarlier(before[old], next));
            merged[i] = takeOld ? before[old++] : next++;
        }
        int[] placeOf = new int[merged.length];
        for (int i = 0; i < merged.length; i++) {
            placeOf[merged[i]] = i;
        }
        inOrder = merged;
        places = placeOf;
    }

    private boolean isEarlier(int source, int newSource) {
        return source == DIRECT || groupId(group(source)).compareTo(groupId(group(newSource))) < 0;
    }

    GroupId groupId(int group) {
        int known = snapshot.groups().size();
        return group < known ? snapshot.groups().get(group).id() : late.get(group - known);
    }

    /** Returns the number of a source, which must have one. */
    int number(AssignmentSource source) {
        return source.group().map(id -> ofGroup(groupNumber(id))).orElse(DIRECT);
    }

    AssignmentSource source(int number) {
        return number == DIRECT ? AssignmentSource.direct() : AssignmentSource.group(groupId(group(number)));
    }

    /** Returns whether there are no late groups, so that sources order as their numbers do. */
    boolean isInOrderOfNumbers() {
        return places.length == 0;
    }

    /** Returns the place of a source in their order. */
    int place(int source) {
        return places.length == 0 ? source : places[source];
    }

    boolean isBefore(int source, int other) {
        return place(source) < place(other);
    }
}
