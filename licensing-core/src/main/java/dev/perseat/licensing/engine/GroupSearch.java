package dev.perseat.licensing.engine;

import java.util.Arrays;

/**
 * The groups that are found by following the nesting from some of them, each once. Takes time and memory for what it
 * finds, and one bit for each group that there is. That is little beside a table of what is found, as long as there are
 * not hundreds of thousands; so each question has a search of its own, and nothing is shared between threads. The nesting
 * must not change meanwhile.
 */
final class GroupSearch {
    /** To sort one group costs about what it costs to look through so many words of bits. */
    private static final int WORDS_PER_GROUP = 32;

    private final Nesting nesting;
    private final IntBits isFound;

    /** In the order in which they were found. */
    private int[] found = new int[64];

    private int size;

    GroupSearch(Nesting nesting) {
        this.nesting = nesting;
        isFound = new IntBits(nesting.groupCount());
    }

    void add(int group) {
        if (isFound.add(group)) {
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = group;
        }
    }

    /** Adds all groups below those that have been found. */
    void descend() {
        for (int i = 0; i < size; i++) {
            for (int child : nesting.children(found[i])) {
                add(child);
            }
        }
    }

    /** Adds all groups above those that have been found. */
    void ascend() {
        for (int i = 0; i < size; i++) {
            for (int parent : nesting.parents(found[i])) {
                add(parent);
            }
        }
    }

    /** Adds groups above those that have been found until a group is among them, and returns whether it is. */
    boolean ascendTo(int group) {
        for (int i = 0; i < size; i++) {
            for (int parent : nesting.parents(found[i])) {
                if (parent == group) {
                    return true;
                }
                add(parent);
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    int get(int place) {
        return found[place];
    }

    int[] ascending() {
        if ((long) size * WORDS_PER_GROUP >= isFound.words.length) {
            return isFound.ascending(size);
        }
        int[] groups = Arrays.copyOf(found, size);
        Arrays.sort(groups);
        return groups;
    }
}
