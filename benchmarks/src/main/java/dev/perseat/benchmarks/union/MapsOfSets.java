package dev.perseat.benchmarks.union;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A directory as an application has it in memory, {@code Map<String, Set<String>>}, and the searches written for it. */
final class MapsOfSets {
    private final Map<String, Set<String>> usersOfGroup = new HashMap<>();
    private final Map<String, Set<String>> groupsOfUser = new HashMap<>();
    private final Map<String, Set<String>> childrenOfGroup = new HashMap<>();
    private final Map<String, Set<String>> parentsOfGroup = new HashMap<>();

    MapsOfSets(UnionTenant tenant) {
        String[] users = new String[tenant.users()];
        for (int user = 0; user < users.length; user++) {
            users[user] = tenant.userId(user);
        }
        for (int group = 0; group < tenant.groups(); group++) {
            String id = tenant.groupId(group);
            for (int k = tenant.usersOfGroup.start()[group];
                    k < tenant.usersOfGroup.start()[group + 1];
                    k++) {
                put(usersOfGroup, id, groupsOfUser, users[tenant.usersOfGroup.values()[k]]);
            }
            for (int k = tenant.childrenOfGroup.start()[group];
                    k < tenant.childrenOfGroup.start()[group + 1];
                    k++) {
                put(
                        childrenOfGroup,
                        id,
                        parentsOfGroup,
                        tenant.groupId(tenant.childrenOfGroup.values()[k]));
            }
        }
    }

    private static void put(
            Map<String, Set<String>> members, String group, Map<String, Set<String>> groups, String member) {
        members.computeIfAbsent(group, any -> new HashSet<>()).add(member);
        groups.computeIfAbsent(member, any -> new HashSet<>()).add(group);
    }

    /** Returns the users of a group and of all groups below it. */
    Set<String> members(String group) {
        Set<String> members = new HashSet<>();
        for (String reached : reached(Set.of(group), childrenOfGroup)) {
            members.addAll(usersOfGroup.getOrDefault(reached, Set.of()));
        }
        return members;
    }

    /** Returns the groups that a user is in, and all groups above them. */
    Set<String> groups(String user) {
        return reached(groupsOfUser.getOrDefault(user, Set.of()), parentsOfGroup);
    }

    private static Set<String> reached(Set<String> from, Map<String, Set<String>> edges) {
        Set<String> reached = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (String next : edges.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
