package dev.perseat.benchmarks;

import dev.perseat.benchmarks.live.LiveChange;
import dev.perseat.benchmarks.peer.RuleContender;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.Contender;
import dev.perseat.benchmarks.union.ExpansionContender;
import dev.perseat.benchmarks.union.PlanContender;
import dev.perseat.benchmarks.union.StreamPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The comparison: benchmarks of this package, each of which compares the answers of its peer with the standard, and one
 * table of ratios in the end.
 *
 * <p>Without an argument it is the short one: everything at 100,000 users, within five minutes. With the path of a file it is the
 * long one, of about an hour: the union at 10,000, 100,000 and 1,000,000 users, all else at 1,000,000, and a chart of
 * time against users in that file. Names of {@linkplain Part parts} behind the path limit it to these, which is how to
 * repeat one of them.
 */
public final class Comparison {
    /** Peers that take so long for a million users that one calculation, not warmed up, has to do. */
    private static final Set<Contender> SLOW = EnumSet.of(Contender.COLLECTIONS, Contender.H2);

    /** What a short comparison has time for. */
    private static final Set<LiveChange> MAIN_CHANGES =
            EnumSet.of(LiveChange.MEMBER_JOINS, LiveChange.LICENSE_OF_1000, LiveChange.SEAT_FREED);

    private static final Set<RuleContender> MAIN_RULES =
            EnumSet.of(RuleContender.PERSEAT, RuleContender.PERSEAT_2_THREADS, RuleContender.COLLECTIONS);

    private static final Set<StreamPeer> MAIN_STREAMS = EnumSet.of(StreamPeer.FLOOR, StreamPeer.PERSEAT);

    private final List<RunResult> results = new ArrayList<>();
    private final boolean isShort;
    private final TenantShape shape;

    private Comparison(boolean isShort) {
        this.isShort = isShort;
        shape = isShort ? TenantShape.NESTED_100K : TenantShape.NESTED_1M;
    }

    /** What can be compared by itself. */
    enum Part {
        /** The union, on which all ratios of whole tenants rest. */
        UNION,
        /** All rules, from scratch and from holdings. */
        RULES,
        /** From a directory to the result. */
        DIRECTORY,
        /** Questions to a result and to groups. */
        QUESTIONS,
        /** Changes of a live calculation. */
        LIVE
    }

    /**
     * Runs the comparison, and prints the table.
     *
     * @throws RunnerException if a benchmark fails, or if a peer answers otherwise than the standard
     * @throws IOException if the chart cannot be written
     */
    public static void main(String[] args) throws RunnerException, IOException {
        Comparison comparison = new Comparison(args.length == 0);
        Set<Part> parts = args.length < 2 ? EnumSet.allOf(Part.class) : EnumSet.noneOf(Part.class);
        Arrays.stream(args).skip(1).map(Part::valueOf).forEach(parts::add);
        for (Part part : parts) {
            comparison.run(part);
        }
        if (args.length > 0 && parts.contains(Part.UNION)) {
            ScalingChart.write(comparison.results, Path.of(args[0]));
        }
        System.out.print(RatioTable.of(comparison.results));
    }

    private void run(Part part) throws RunnerException {
        switch (part) {
            case UNION -> unions();
            case RULES -> rules();
            case DIRECTORY ->
                run(options(DirectoryBenchmark.class, shape)
                        .param("peer", names(isShort ? MAIN_STREAMS : EnumSet.allOf(StreamPeer.class))));
            case QUESTIONS -> questions();
            case LIVE -> live();
        }
    }

    private void unions() throws RunnerException {
        if (!isShort) {
            union(TenantShape.NESTED_10K);
            union(TenantShape.NESTED_100K);
        }
        union(shape);
    }

    private void union(TenantShape size) throws RunnerException {
        Set<Contender> warm = EnumSet.allOf(Contender.class);
        warm.removeIf(contender -> !contender.isPresent());
        if (size == TenantShape.NESTED_1M) {
            warm.removeAll(SLOW);
        }
        run(options(UnionBenchmark.class, size).param("peer", names(warm)));
        if (size == TenantShape.NESTED_1M) {
            run(once(options(UnionBenchmark.class, size)).param("peer", names(SLOW)));
        }
    }

    private void rules() throws RunnerException {
        Set<RuleContender> warm = isShort ? EnumSet.copyOf(MAIN_RULES) : EnumSet.allOf(RuleContender.class);
        if (!isShort) {
            warm.remove(RuleContender.COLLECTIONS);
            run(once(options(CalculateBenchmark.class, shape)).param("peer", RuleContender.COLLECTIONS.name()));
        }
        run(options(CalculateBenchmark.class, shape).param("peer", names(warm)));
        warm.remove(RuleContender.COLLECTIONS);
        run(options(RecalculateBenchmark.class, shape).param("peer", names(warm)));
    }

    private void questions() throws RunnerException {
        run(options(HasPlanBenchmark.class, shape).param("peer", names(EnumSet.allOf(PlanContender.class))));
        Set<ExpansionContender> present = EnumSet.allOf(ExpansionContender.class);
        present.removeIf(contender -> !contender.isPresent());
        run(options(ExpansionBenchmark.class, shape).param("peer", names(present)));
    }

    private void live() throws RunnerException {
        Set<LiveChange> changes = isShort ? MAIN_CHANGES : EnumSet.allOf(LiveChange.class);
        ChainedOptionsBuilder joins = options(JoinBenchmark.class, shape);
        run(isShort ? joins.mode(Mode.AverageTime) : joins);
        run(options(LiveBenchmark.class, "apply", shape).param("change", names(changes)));
        run(options(LiveBenchmark.class, "preview", shape).param("change", names(changes)));
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private ChainedOptionsBuilder options(Class<?> benchmarks, TenantShape size) {
        return options(benchmarks, "", size);
    }

    private ChainedOptionsBuilder options(Class<?> benchmarks, String method, TenantShape size) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName() + "\\." + method)
                .param("shape", size.name())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        TimeValue halfSecond = TimeValue.milliseconds(500);
        return isShort
                ? options.warmupIterations(2)
                        .warmupTime(halfSecond)
                        .measurementIterations(3)
                        .measurementTime(halfSecond)
                : options;
    }

    private static ChainedOptionsBuilder once(ChainedOptionsBuilder options) {
        return options.mode(Mode.SingleShotTime).warmupIterations(0).measurementIterations(1);
    }

    private void run(ChainedOptionsBuilder options) throws RunnerException {
        results.addAll(new Runner(options.build()).run());
    }
}
