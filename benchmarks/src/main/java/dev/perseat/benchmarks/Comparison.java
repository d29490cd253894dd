package dev.perseat.benchmarks;

import dev.perseat.benchmarks.live.LiveChange;
import dev.perseat.benchmarks.peer.RuleContender;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.Contender;
import dev.perseat.benchmarks.union.ExpansionContender;
import dev.perseat.benchmarks.union.PlanContender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * The comparison: benchmarks of this package, after a look whether all peers give the same answers, and one table of ratios
 * in the end. Without an argument it is the short one, at 100,000 users and within five minutes. With the path of a file it
 * is the long one, of half an hour: the union at 10,000, 100,000 and 1,000,000 users, all else at 1,000,000, and a chart of
 * time against users in that file.
 */
public final class Comparison {
    /** Peers that take so long for a million users that one calculation, not warmed up, has to do. */
    private static final Set<Contender> SLOW = EnumSet.of(Contender.COLLECTIONS, Contender.H2);

    /** What a short comparison has time for. */
    private static final Set<LiveChange> MAIN_CHANGES =
            EnumSet.of(LiveChange.MEMBER_JOINS, LiveChange.LICENSE_OF_1000, LiveChange.SEAT_FREED);

    private final List<RunResult> results = new ArrayList<>();
    private final boolean isShort;

    private Comparison(boolean isShort) {
        this.isShort = isShort;
    }

    /**
     * Runs the comparison, and prints the table.
     *
     * @throws RunnerException if a benchmark fails
     * @throws IOException if the chart cannot be written
     */
    public static void main(String[] args) throws RunnerException, IOException {
        SameAnswers.require(TenantShape.NESTED_10K);
        Comparison comparison = new Comparison(args.length == 0);
        if (args.length == 0) {
            comparison.union(TenantShape.NESTED_100K);
            comparison.others(TenantShape.NESTED_100K);
        } else {
            comparison.union(TenantShape.NESTED_10K);
            comparison.union(TenantShape.NESTED_100K);
            comparison.union(TenantShape.NESTED_1M);
            comparison.others(TenantShape.NESTED_1M);
            ScalingChart.write(comparison.results, Path.of(args[0]));
        }
        System.out.print(RatioTable.of(comparison.results));
    }

    private void union(TenantShape shape) throws RunnerException {
        Set<Contender> warm = EnumSet.allOf(Contender.class);
        warm.removeIf(contender -> !contender.isPresent());
        if (shape == TenantShape.NESTED_1M) {
            warm.removeAll(SLOW);
            run(once(options(UnionBenchmark.class, shape)).param("peer", names(SLOW)));
        }
        run(options(UnionBenchmark.class, shape).param("peer", names(warm)));
    }

    private void others(TenantShape shape) throws RunnerException {
        rules(shape);
        run(options(DirectoryBenchmark.class, shape));
        run(options(HasPlanBenchmark.class, shape).param("peer", names(EnumSet.allOf(PlanContender.class))));
        Set<ExpansionContender> present = EnumSet.allOf(ExpansionContender.class);
        present.removeIf(contender -> !contender.isPresent());
        run(options(ExpansionBenchmark.class, shape).param("peer", names(present)));
        live(shape);
    }

    private void rules(TenantShape shape) throws RunnerException {
        Set<RuleContender> warm = EnumSet.allOf(RuleContender.class);
        if (shape == TenantShape.NESTED_1M) {
            warm.remove(RuleContender.COLLECTIONS);
            run(once(options(CalculateBenchmark.class, shape)).param("peer", RuleContender.COLLECTIONS.name()));
        }
        run(options(CalculateBenchmark.class, shape).param("peer", names(warm)));
        run(options(RecalculateBenchmark.class, shape));
    }

    private void live(TenantShape shape) throws RunnerException {
        Set<LiveChange> changes = isShort ? MAIN_CHANGES : EnumSet.allOf(LiveChange.class);
        ChainedOptionsBuilder joins = options(JoinBenchmark.class, shape);
        run(isShort ? joins.mode(Mode.AverageTime) : joins);
        run(options(LiveBenchmark.class, "apply", shape).param("change", names(changes)));
        run(options(LiveBenchmark.class, "preview", shape).param("change", names(MAIN_CHANGES)));
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private ChainedOptionsBuilder options(Class<?> benchmarks, TenantShape shape) {
        return options(benchmarks, "", shape);
    }

    private ChainedOptionsBuilder options(Class<?> benchmarks, String method, TenantShape shape) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName() + "\\." + method)
                .param("shape", shape.name())
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
