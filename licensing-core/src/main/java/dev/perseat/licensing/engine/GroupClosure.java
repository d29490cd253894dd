package dev.perseat.licensing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * For each group the grants that its direct members have (section 3 of the law): with nesting, those of the group itself
 * and of all groups above it.
 *
 * <p>Nesting is condensed first: groups in a cycle have the same members, so they become one component. Components come
 * out of the search with everything below them before them, so walking them backwards meets every component after all
 * those above it, and each takes the union of what its parents have. The search keeps its own stack: nesting may be
 * 100,000 groups deep. Unions live only until the last component that takes them has done so; only those of groups that
 * have users are kept, by number.
 *
 * <p>All this can be done for a part of the groups that nothing else is below: that is how a change of the nesting costs
 * as much as lies below it.
 */
final class GroupClosure {
    /** Stands for a set of grants that nobody has asked for yet. */
    static final int UNKNOWN = -1;

    private final Nesting nesting;
    private final boolean transitive;
    private final Bundles bundles;
    private final IntTuples grantSets;

    /** Of each group its grant, or {@link Bundles#NO_GRANT}; the owner changes it. */
    private final int[] grantOf;

    /** Of each group the number of the set of grants that its direct members have, or {@link #UNKNOWN}. */
    private final int[] setOf;

    private final int[] component;
    private final int[] order;
    private final int[] low;
    private final int[] nextChild;
    private int componentCount;

    private final IntBuffer members = new IntBuffer();
    private Marks marks = new Marks(16);

    GroupClosure(
            Nesting nesting, boolean transitive, Bundles bundles, IntTuples grantSets, int[] grantOf, int[] setOf) {
        this.nesting = nesting;
        this.transitive = transitive;
        this.bundles = bundles;
        this.grantSets = grantSets;
        this.grantOf = grantOf;
        this.setOf = setOf;
        int groups = nesting.groupCount();
        component = new int[groups];
        order = new int[groups];
        low = new int[groups];
        nextChild = new int[groups];
    }

    /** Returns some groups and all those below them, each once. */
    int[] below(int[] groups) {
        IntBuffer found = new IntBuffer();
        for (int group : groups) {
            visit(group, found);
        }
        for (int i = 0; transitive && i < found.size; i++) {
            for (int child : nesting.children(found.values[i])) {
                visit(child, found);
            }
        }
        for (int i = 0; i < found.size; i++) {
            order[found.values[i]] = 0;
        }
        return found.toArray();
    }

    private void visit(int group, IntBuffer found) {
        if (order[group] == 0) {
            order[group] = 1;
            found.add(group);
        }
    }

    /** Works out what the direct members of some groups have; no other group may be below these. */
    void close(int[] groups, IntPredicate hasUsers) {
        if (transitive) {
            int[] byComponent = condense(groups);
            unite(byComponent, hasUsers);
            for (int group : groups) {
                component[group] = 0;
                order[group] = 0;
                nextChild[group] = 0;
            }
        } else {
            for (int group : groups) {
                setOf[group] = intern(ownGrant(group));
            }
        }
    }

    private int[] ownGrant(int group) {
        return grantOf[group] == Bundles.NO_GRANT ? new int[0] : new int[] {grantOf[group]};
    }

    /** Returns the number of the set of grants that the direct members of a group have. */
    int setOf(int group) {
        if (setOf[group] == UNKNOWN) {
            setOf[group] = intern(transitive ? above(group) : ownGrant(group));
        }
        return setOf[group];
    }

    /** Collects the grants of a group and of all those above it. */
    private int[] above(int group) {
        IntBuffer found = new IntBuffer();
        IntBuffer grants = new IntBuffer();
        visit(group, found);
        for (int i = 0; i < found.size; i++) {
            int current = found.values[i];
            if (grantOf[current] != Bundles.NO_GRANT) {
                grants.add(grantOf[current]);
            }
            for (int parent : nesting.parents(current)) {
                visit(parent, found);
            }
        }
        for (int i = 0; i < found.size; i++) {
            order[found.values[i]] = 0;
        }
        grants.sortDistinct();
        return grants.toArray();
    }

    private int intern(int[] ascending) {
        int[] inOrder = ascending.clone();
        bundles.sort(inOrder, inOrder.length);
        return grantSets.add(inOrder, inOrder.length);
    }

    /**
     * Tarjan's search for strongly connected components, with the recursion unrolled. Components get numbers from 1 in
     * the order in which the search finishes them.
     *
     * @return the groups, those of component 1 first
     */
    private int[] condense(int[] groups) {
        int[] finished = new int[groups.length];
        int[] path = new int[groups.length];
        int[] open = new int[groups.length];
        int found = 0;
        int openSize = 0;
        int finishedSize = 0;
        componentCount = 0;
        for (int root : groups) {
            if (order[root] != 0) {
                continue;
            }
            int depth = 0;
            path[0] = root;
            order[root] = low[root] = ++found;
            open[openSize++] = root;
            while (depth >= 0) {
                int group = path[depth];
                int[] children = nesting.children(group);
                if (nextChild[group] < children.length) {
                    int child = children[nextChild[group]++];
                    if (order[child] == 0) {
                        path[++depth] = child;
                        order[child] = low[child] = ++found;
                        open[openSize++] = child;
                    } else if (component[child] == 0) {
                        low[group] = Math.min(low[group], order[child]);
                    }
                } else {
                    if (low[group] == order[group]) {
                        int from = openSize;
                        openSize = close(open, openSize, group);
                        System.arraycopy(open, openSize, finished, finishedSize, from - openSize);
                        finishedSize += from - openSize;
                    }
                    if (--depth >= 0) {
                        low[path[depth]] = Math.min(low[path[depth]], low[group]);
                    }
                }
            }
        }
        return finished;
    }

    private int close(int[] open, int openSize, int root) {
        componentCount++;
        int size = openSize;
        do {
            component[open[--size]] = componentCount;
        } while (open[size] != root);
        return size;
    }

    /** What the members of one or more components have. */
    private static final class Union {
        /** The grants, ascending. */
        final int[] grants;

        /** A grant that nobody has without having them all, or {@link Bundles#NO_GRANT}. */
        final int own;

        /** The last component that took it. */
        private int takenBy;

        Union(int[] grants, int own) {
            this.grants = grants;
            this.own = own;
        }
    }

    private void unite(int[] byComponent, IntPredicate hasUsers) {
        @Nullable Union[] unions = new Union[componentCount + 1];
        int[] takers = new int[componentCount + 1];
        int end = byComponent.length;
        while (end > 0) {
            int number = component[byComponent[end - 1]];
            int start = end;
            while (start > 0 && component[byComponent[start - 1]] == number) {
                start--;
            }
            int[] groups = Arrays.copyOfRange(byComponent, start, end);
            Union union = unite(number, groups, unions, takers);
            for (int group : groups) {
                setOf[group] = hasUsers.test(group) ? intern(union.grants) : UNKNOWN;
                takers[number] += takers(group, number);
            }
            unions[number] = takers[number] > 0 ? union : null;
            end = start;
        }
    }

    private int takers(int group, int number) {
        int takers = 0;
        for (int child : nesting.children(group)) {
            takers += component[child] == number ? 0 : 1;
        }
        return takers;
    }

    /** Unites what the parents of a component have with what its own groups give. */
    private Union unite(int number, int[] groups, @Nullable Union[] unions, int[] takers) {
        if (marks.size() < bundles.grantCount()) {
            marks = new Marks(2 * bundles.grantCount());
        }
        marks.clear();
        members.clear();
        List<Union> above = new ArrayList<>();
        for (int group : groups) {
            for (int parent : nesting.parents(group)) {
                if (component[parent] == 0) {
                    addSet(setOf(parent));
                } else if (component[parent] != number) {
                    Union union = take(component[parent], number, unions, takers);
                    if (union != null) {
                        above.add(union);
                    }
                }
            }
        }
        Union largest = addUnions(above);
        int own = Bundles.NO_GRANT;
        for (int group : groups) {
            if (grantOf[group] != Bundles.NO_GRANT) {
                own = grantOf[group];
                add(own);
            }
        }
        if (largest != null && largest.grants.length == members.size) {
            return largest; // the same object, so that those below take it once
        }
        members.sortDistinct();
        return new Union(members.toArray(), own);
    }

    /** Returns the union of a component above, and lets go of it when the last one has taken it. */
    private static @Nullable Union take(int above, int number, @Nullable Union[] unions, int[] takers) {
        Union union = unions[above];
        if (--takers[above] == 0) {
            unions[above] = null;
        }
        if (union == null || union.takenBy == number) {
            return null;
        }
        union.takenBy = number;
        return union;
    }

    /**
     * Adds what components above have, and returns the largest of it. What has its own grant in the union already is
     * left out; with the largest first, a dense nesting costs as much as its edges, not as their sets.
     */
    private @Nullable Union addUnions(List<Union> above) {
        above.sort((a, b) -> Integer.compare(b.grants.length, a.grants.length));
        for (Union union : above) {
            if (union.own == Bundles.NO_GRANT || !marks.get(union.own)) {
                for (int grant : union.grants) {
                    add(grant);
                }
            }
        }
        return above.isEmpty() ? null : above.get(0);
    }

    private void addSet(int set) {
        for (int k = 0; k < grantSets.length(set); k++) {
            add(grantSets.get(set, k));
        }
    }

    private void add(int grant) {
        if (!marks.get(grant)) {
            marks.set(grant);
            members.add(grant);
        }
    }
}
