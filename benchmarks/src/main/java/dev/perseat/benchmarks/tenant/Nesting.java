package dev.perseat.benchmarks.tenant;

import dev.perseat.benchmarks.tenant.Seed.Topic;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which group is in which. Group 0 is at the top and reaches everybody; the others stand on levels 1 to 9, each in a group
 * of the level above and often in a second one further up; and one in five hundred contains the group three levels above
 * itself, which closes a cycle.
 */
final class Nesting {
    private static final int LEVELS = 10;
    private static final int CYCLE_LENGTH = 3;

    private final Seed seed;
    private final int groups;

    /** Of each group the groups that are its members. */
    private final int[][] members;

    Nesting(Seed seed, int groups) {
        this.seed = seed;
        this.groups = groups;
        members = new int[groups][0];
        for (int group = 1; group < groups; group++) {
            addEdgesOf(group);
        }
    }

    /** Returns the groups that are members of a group. */
    IntStream members(int group) {
        return IntStream.of(members[group]);
    }

    private void addEdgesOf(int group) {
        int parent = parent(group);
        add(parent, group);
        int second = seed.below(3 * first(level(group)), Topic.SECOND_PARENT, group);
        if (second > 0 && second < first(level(group)) && second != parent) {
            add(second, group);
        }
        if (level(group) > CYCLE_LENGTH && group % 500 == 499) {
            add(group, parent(parent(parent)));
        }
    }

    private void add(int group, int member) {
        members[group] = Arrays.copyOf(members[group], members[group].length + 1);
        members[group][members[group].length - 1] = member;
    }

    private int parent(int group) {
        int above = level(group) - 1;
        return above == 0 ? 0 : first(above) + seed.below(first(above + 1) - first(above), Topic.PARENT, group);
    }

    private int level(int group) {
        return (int) ((group - 1L) * (LEVELS - 1) / (groups - 1)) + 1;
    }

    /** Returns the first group of a level from 1 on. */
    private int first(int level) {
        long before = (level - 1L) * (groups - 1);
        return (int) ((before + LEVELS - 2) / (LEVELS - 1)) + 1;
    }
}
