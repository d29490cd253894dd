package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.Arrays;

/**
 * For each group the licensed groups whose licences its direct members have (section 3 of the law): with nesting, the
 * licensed ones among the group itself and all groups above it.
 *
 * <p>Nesting is condensed first: groups in a cycle have the same members, so they become one component. Components come
 * out of the search with everything below them before them, so walking them backwards meets every component after all
 * those above it, and each gets the union of what its parents have. The search keeps its own stack: nesting may be
 * 100,000 groups deep.
 */
final class GroupClosure {
    private final TenantSnapshot snapshot;
    private final IntTuples groupSets;
    private final int[] licensedAbove;

    /** Numbers of components in the order in which the search finishes them. */
    private int[] component = {};

    private int componentCount;

    GroupClosure(TenantSnapshot snapshot, IntTuples groupSets) {
        this.snapshot = snapshot;
        this.groupSets = groupSets;
        licensedAbove = new int[snapshot.groups().size()];
        if (snapshot.policy().nestedGroups() == NestedGroups.DIRECT) {
            for (int group = 0; group < licensedAbove.length; group++) {
                licensedAbove[group] = isLicensed(group) ? groupSets.add(group) : IntTuples.EMPTY;
            }
        } else {
            condense();
            unionDownwards();
        }
    }

    /** Returns the number of the set of licensed groups that a direct member of the group is a member of. */
    int licensedAbove(int group) {
        return licensedAbove[group];
    }

    private boolean isLicensed(int group) {
        return !snapshot.groups().get(group).licenses().isEmpty();
    }

    /** Tarjan's search for strongly connected components, with the recursion unrolled. */
    private void condense() {
        int count = licensedAbove.length;
        component = new int[count];
        int[] order = new int[count];
        int[] low = new int[count];
        int[] nextChild = new int[count];
        int[] path = new int[count];
        int[] open = new int[count];
        int found = 0;
        int openSize = 0;
        for (int root = 0; root < count; root++) {
            if (order[root] != 0) {
                continue;
            }
            int depth = 0;
            path[0] = root;
            order[root] = low[root] = ++found;
            open[openSize++] = root;
            while (depth >= 0) {
                int group = path[depth];
                if (nextChild[group] < snapshot.memberGroupCount(group)) {
                    int child = snapshot.memberGroup(group, nextChild[group]++);
                    if (order[child] == 0) {
                        path[++depth] = child;
                        order[child] = low[child] = ++found;
                        open[openSize++] = child;
                    } else if (component[child] == 0) {
                        low[group] = Math.min(low[group], order[child]);
                    }
                } else {
                    if (low[group] == order[group]) {
                        openSize = close(open, openSize, group);
                    }
                    if (--depth >= 0) {
                        low[path[depth]] = Math.min(low[path[depth]], low[group]);
                    }
                }
            }
        }
    }

    private int close(int[] open, int openSize, int root) {
        componentCount++;
        int size = openSize;
        do {
            component[open[--size]] = componentCount;
        } while (open[size] != root);
        return size;
    }

    private void unionDownwards() {
        int[][] groupsOf = byComponent();
        IntBuffer[] inherited = new IntBuffer[componentCount + 1];
        Union union = new Union();
        for (int current = componentCount; current >= 1; current--) {
            union.begin();
            if (inherited[current] != null) {
                union.addSets(inherited[current]);
                inherited[current] = null;
            }
            int set = union.finish(groupsOf[current]);
            for (int group : groupsOf[current]) {
                licensedAbove[group] = set;
                passOn(group, current, set, inherited);
            }
        }
    }

    /**
     * Unites sets. If a component has licensed groups of its own, whoever has one of those has its whole set; so a set
     * whose own group is in the union already is left out, and with the largest sets first a dense nesting costs as much
     * as its edges, not as their sets.
     */
    private final class Union {
        private final Marks marks = new Marks(licensedAbove.length);
        private final IntBuffer members = new IntBuffer();

        /** By set, a group that has it and is in it, as one more than its index, or 0. */
        private int[] ownGroup = new int[16];

        void begin() {
            marks.clear();
            members.clear();
        }

        void addSets(IntBuffer sets) {
            sets.sortDistinct();
            long[] bySize = new long[sets.size];
            for (int i = 0; i < bySize.length; i++) {
                bySize[i] = (long) groupSets.length(sets.values[i]) << Integer.SIZE | sets.values[i];
            }
            Arrays.sort(bySize);
            for (int i = bySize.length - 1; i >= 0; i--) {
                addSet((int) bySize[i]);
            }
        }

        private void addSet(int set) {
            if (set < ownGroup.length && ownGroup[set] != 0 && marks.get(ownGroup[set] - 1)) {
                return;
            }
            for (int k = 0; k < groupSets.length(set); k++) {
                add(groupSets.get(set, k));
            }
        }

        private void add(int group) {
            if (!marks.get(group)) {
                marks.set(group);
                members.add(group);
            }
        }

        /** Adds those of the groups of a component that are licensed, and returns the number of the union. */
        int finish(int[] groups) {
            int own = 0;
            for (int group : groups) {
                if (isLicensed(group)) {
                    add(group);
                    own = group + 1;
                }
            }
            members.sortDistinct();
            int set = groupSets.add(members.values, members.size);
            if (set >= ownGroup.length) {
                ownGroup = Arrays.copyOf(ownGroup, 2 * set);
            }
            if (own != 0) {
                ownGroup[set] = own;
            }
            return set;
        }
    }

    private int[][] byComponent() {
        int[] sizes = new int[componentCount + 1];
        for (int number : component) {
            sizes[number]++;
        }
        int[][] groupsOf = new int[componentCount + 1][];
        for (int number = 1; number <= componentCount; number++) {
            groupsOf[number] = new int[sizes[number]];
        }
        for (int group = 0; group < component.length; group++) {
            groupsOf[component[group]][--sizes[component[group]]] = group;
        }
        return groupsOf;
    }

    private void passOn(int group, int current, int set, IntBuffer[] inherited) {
        if (set == IntTuples.EMPTY) {
            return;
        }
        for (int k = 0; k < snapshot.memberGroupCount(group); k++) {
            int below = component[snapshot.memberGroup(group, k)];
            if (below != current) {
                IntBuffer sets = inherited[below];
                if (sets == null) {
                    sets = new IntBuffer();
                    inherited[below] = sets;
                }
                if (sets.size == 0 || sets.values[sets.size - 1] != set) {
                    sets.add(set);
                }
            }
        }
    }
}
