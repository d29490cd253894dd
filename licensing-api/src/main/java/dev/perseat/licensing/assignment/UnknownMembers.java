package dev.perseat.licensing.assignment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Members and groups that were said to belong together but are not in the directory; each is reported once. */
final class UnknownMembers {
    /** Of each unknown member, and of each unknown group with members, the other side that comes first by id. */
    private final SortedMap<String, String> groupOfUser = new TreeMap<>();

    private final SortedMap<String, String> groupOfGroup = new TreeMap<>();
    private final SortedMap<String, String> memberOfGroup = new TreeMap<>();

    private final IdIndex groups;
    private final int[] groupIndex;

    /** Begins with the ids of groups by number, and for each the index or -1. */
    UnknownMembers(IdIndex groups, int[] groupIndex) {
        this.groups = groups;
        this.groupIndex = groupIndex;
    }

    UnknownMembers noteUsers(MemberPairs pairs, IdIndex users, int[] userIndex) {
        note(pairs, users, userIndex, groupOfUser);
        return this;
    }

    UnknownMembers noteGroups(MemberPairs pairs) {
        note(pairs, groups, groupIndex, groupOfGroup);
        return this;
    }

    private void note(MemberPairs pairs, IdIndex members, int[] memberIndex, SortedMap<String, String> groupOfMember) {
        for (int i = 0; i < pairs.size(); i++) {
            String group = groups.id(pairs.group(i));
            String member = members.id(pairs.member(i));
            note(memberIndex[pairs.member(i)], groupOfMember, member, group);
            note(groupIndex[pairs.group(i)], memberOfGroup, group, member);
        }
    }

    private static void note(int index, SortedMap<String, String> unknown, String id, String other) {
        if (index < 0) {
            unknown.merge(id, other, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }

    void report(List<TenantProblem> problems) {
        groupOfUser.forEach((id, group) ->
                problems.add(unknown("user '" + id + "', a member of group '" + group + "',", id, group)));
        groupOfGroup.forEach((id, group) ->
                problems.add(unknown("group '" + id + "', a member of group '" + group + "',", id, group)));
        memberOfGroup.forEach(
                (id, member) -> problems.add(unknown("group '" + id + "' with member '" + member + "'", id, member)));
    }

    private static TenantProblem unknown(String what, String id, String other) {
        return new TenantProblem(
                TenantProblem.Kind.UNKNOWN_REFERENCE, what + " is not in the directory", List.of(id, other));
    }
}
