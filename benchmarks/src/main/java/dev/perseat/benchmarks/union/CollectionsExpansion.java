package dev.perseat.benchmarks.union;

import java.util.List;
import java.util.stream.IntStream;

/** Breadth-first searches over maps from strings to sets of strings. */
final class CollectionsExpansion implements ExpansionPeer {
    private final MapsOfSets directory;
    private final List<String> users;
    private final List<String> groups;

    CollectionsExpansion(UnionTenant tenant) {
        directory = new MapsOfSets(tenant);
        users = IntStream.range(0, tenant.users()).mapToObj(tenant::userId).toList();
        groups = IntStream.range(0, tenant.groups()).mapToObj(tenant::groupId).toList();
    }

    @Override
    public int members(int group) {
        return directory.members(groups.get(group)).size();
    }

    @Override
    public int groups(int user) {
        return directory.groups(users.get(user)).size();
    }

    @Override
    public boolean belongs(int user, int group) {
        return directory.groups(users.get(user)).contains(groups.get(group));
    }
}
