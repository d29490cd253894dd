package dev.perseat.benchmarks.tenant;

import dev.perseat.benchmarks.tenant.Seed.Topic;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which group is in which. Group 0 is at the top and reaches everybody; the others stand on levels 1 to 9, each in a group
 * of the level above and often in a second one further up; and one in five hundred contains the group three levels above
 * itself, which closes a cycle.
 */
final class Nesting {
    private static final int LEVELS = 10;
    private static final int CYCLE_LENGTH = 3;

    /** A group that has a group as a member. */
    record Edge(int group, int member) {}

    private final Seed seed;
    private final int groups;

    Nesting(Seed seed, int groups) {
        this.seed = seed;
        this.groups = groups;
    }

    /** Returns every edge once, with those that close a cycle. */
    Stream<Edge> edges() {
        return IntStream.range(1, groups).boxed().flatMap(this::edgesOf);
    }

    private Stream<Edge> edgesOf(int group) {
        Stream.Builder<Edge> edges = Stream.builder();
        int parent = parent(group);
        edges.add(new Edge(parent, group));
        int second = seed.below(3 * first(level(group)), Topic.SECOND_PARENT, group);
        if (second > 0 && second < first(level(group)) && second != parent) {
            edges.add(new Edge(second, group));
        }
        if (level(group) > CYCLE_LENGTH && group % 500 == 499) {
            edges.add(new Edge(group, parent(parent(parent))));
        }
        return edges.build();
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
