package dev.perseat.benchmarks.union;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the members of each group have by it, as the number of a set of grants: what the group gives, and all groups that
 * reach it. Every group passes what it has to its children, from above, cycles condensed.
 */
final class GroupGrants {
    /** What all groups have in common does not exist: some group gives its members nothing. */
    static final int NO_BOTTOM = -1;

    final GrantSets sets;

    /** Of each grant the set of it alone. */
    final int[] single;

    final int[] setOfGroup;

    /**
     * The set that is part of those of all groups, and that of some group, or {@link #NO_BOTTOM}: whoever is in any group
     * has it. A licence for everybody makes one.
     */
    final int bottom;

    GroupGrants(UnionTenant tenant) {
        sets = new GrantSets(tenant.grants.size());
        single = IntStream.range(0, tenant.grants.size()).map(sets::single).toArray();
        setOfGroup = setsOfGroups(tenant);
        bottom = bottom();
    }

    private int[] setsOfGroups(UnionTenant tenant) {
        GroupComponents components = GroupComponents.of(tenant.childrenOfGroup);
        Csr groups = components.groups();
        int[] setOf = new int[components.count()];
        for (int component = components.count() - 1; component >= 0; component--) {
            int from = groups.start()[component];
            int to = groups.start()[component + 1];
            for (int k = from; k < to; k++) {
                setOf[component] = withOwn(setOf[component], tenant.grantsOfGroup, groups.values()[k]);
            }
            for (int k = from; k < to; k++) {
                pass(setOf, component, tenant.childrenOfGroup, groups.values()[k], components);
            }
        }
        return IntStream.range(0, tenant.groups())
                .map(group -> setOf[components.of(group)])
                .toArray();
    }

    private int withOwn(int set, Csr grantsOfGroup, int group) {
        int united = set;
        for (int k = grantsOfGroup.start()[group]; k < grantsOfGroup.start()[group + 1]; k++) {
            united = sets.united(united, single[grantsOfGroup.values()[k]]);
        }
        return united;
    }

    private void pass(int[] setOf, int component, Csr children, int group, GroupComponents components) {
        for (int k = children.start()[group]; k < children.start()[group + 1]; k++) {
            int child = components.of(children.values()[k]);
            setOf[child] = sets.united(setOf[child], setOf[component]);
        }
    }

    private int bottom() {
        boolean[] used = new boolean[sets.size()];
        for (int set : setOfGroup) {
            used[set] = true;
        }
        int[] candidates =
                IntStream.range(0, used.length).filter(set -> used[set]).toArray();
        int smallest = NO_BOTTOM;
        for (int set : candidates) {
            if (smallest == NO_BOTTOM || sets.isSubset(set, smallest)) {
                smallest = set;
            }
        }
        int found = smallest;
        return Arrays.stream(candidates).allMatch(set -> sets.isSubset(found, set)) ? found : NO_BOTTOM;
    }
}
