package dev.perseat.benchmarks.union;

/**
 * Groups in a cycle have the same members, so each cycle counts as one component. Components are numbered from 0 in the
 * order in which Tarjan's search finishes them: those below a component have smaller numbers.
 */
final class GroupComponents {
    private final Csr children;
    private final int[] component;
    private final int[] low;
    private final int[] next;
    private final int[] path;
    private final int[] open;
    private int openSize;
    private int found;
    private int count;

    private GroupComponents(Csr children) {
        this.children = children;
        int groups = children.rows();
        component = new int[groups];
        low = new int[groups];
        next = children.start().clone();
        path = new int[groups];
        open = new int[groups];
    }

    static GroupComponents of(Csr children) {
        GroupComponents components = new GroupComponents(children);
        for (int group = 0; group < children.rows(); group++) {
            if (components.low[group] == 0) {
                components.search(group);
            }
        }
        return components;
    }

    int count() {
        return count;
    }

    int of(int group) {
        return component[group];
    }

    /** Returns the groups of each component. */
    Csr groups() {
        int[] start = new int[component.length + 1];
        for (int group = 0; group < component.length; group++) {
            start[group + 1] = group + 1;
        }
        return new Csr(start, component).transposed(count);
    }

    /**
     * The search with the recursion unrolled. {@code low} is 0 before a group is found, then the earliest group on the
     * stack known to be reached from it, and the greatest int once its component is finished, so that such a group never
     * lowers another.
     */
    private void search(int root) {
        int depth = 0;
        path[0] = root;
        enter(root);
        while (depth >= 0) {
            int group = path[depth];
            if (next[group] < children.start()[group + 1]) {
                int child = children.values()[next[group]++];
                if (low[child] == 0) {
                    path[++depth] = child;
                    enter(child);
                } else {
                    low[group] = Math.min(low[group], low[child]);
                }
            } else {
                int reached = low[group];
                if (reached == component[group]) {
                    finish(group);
                }
                if (--depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[group]);
                }
            }
        }
    }

    /** Until its component is finished, the order in which a group was found stands in {@code component}. */
    private void enter(int group) {
        component[group] = ++found;
        low[group] = found;
        open[openSize++] = group;
    }

    private void finish(int root) {
        int group;
        do {
            group = open[--openSize];
            component[group] = count;
            low[group] = Integer.MAX_VALUE;
        } while (group != root);
        count++;
    }
}
