package dev.perseat.benchmarks.union;

import java.util.Arrays;

/**
 * The sets of grants that users come to have, as a tree: a node has the grants of its parent and those of one more set.
 * Sets are given to their users one after another. While one is, a user's node leads to the same new node for all users who
 * stand in it, so that giving is two loads and a store, with neither bits nor a hash. Two nodes may have the same grants. Not for several
 * threads.
 */
final class GrantTree {
    /** Where users stand who have nothing. */
    static final int NOTHING = 0;

    /** Where users stand who have the set that everybody in a group has. */
    static final int BOTTOM = 1;

    private final GrantSets sets;
    private int[] parent = new int[1 << 16];
    private int[] given = new int[parent.length];

    /** Where a node led to when it was last left; by a set given before, if that is before {@link #first}. */
    private int[] next = new int[parent.length];

    private int size = 2;

    /** The nodes from here on have the set that is being given. */
    private int first;

    private int giving;

    GrantTree(GrantSets sets, int bottom) {
        this.sets = sets;
        given[BOTTOM] = bottom;
    }

    int size() {
        return size;
    }

    /** Begins to give a set that was not given before. */
    void give(int set) {
        giving = set;
        first = size;
    }

    /** Gives the set to some users; who has it already does not change. */
    void to(int[] users, int from, int to, int[] nodeOfUser) {
        for (int k = from; k < to; k++) {
            int user = users[k];
            int node = nodeOfUser[user];
            int there = next[node];
            if (there < first) {
                there = node < first ? grow(node) : node;
            }
            nodeOfUser[user] = there;
        }
    }

    private int grow(int node) {
        if (size == next.length) {
            next = Arrays.copyOf(next, 2 * size);
            parent = Arrays.copyOf(parent, 2 * size);
            given = Arrays.copyOf(given, 2 * size);
        }
        next[node] = size;
        parent[size] = node;
        given[size] = giving;
        return size++;
    }

    /** Returns the grants of each node as bits, row behind row. */
    long[] rows() {
        int width = sets.width();
        long[] ofSets = sets.rows();
        long[] rows = new long[size * width];
        for (int node = 1; node < size; node++) {
            for (int k = 0; k < width; k++) {
                rows[node * width + k] = rows[parent[node] * width + k] | ofSets[given[node] * width + k];
            }
        }
        return rows;
    }
}
