package dev.perseat.benchmarks;

import dev.perseat.benchmarks.peer.PerseatPeer;
import dev.perseat.benchmarks.peer.PlainCollectionsPeer;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.Contender;
import dev.perseat.benchmarks.union.ExpansionContender;
import dev.perseat.benchmarks.union.UnionPeer;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * is the long one: the union at 10,000, 100,000 and 1,000,000 users, the other benchmarks at 1,000,000, and a chart of time
 * against users in that file.
 */
public final class Comparison {
    private static final List<TenantShape> SIZES =
            List.of(TenantShape.NESTED_10K, TenantShape.NESTED_100K, TenantShape.NESTED_1M);

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
        requireSameAnswers();
        Comparison comparison = new Comparison(args.length == 0);
        if (args.length == 0) {
            comparison.union(List.of(TenantShape.NESTED_100K));
            comparison.others(TenantShape.NESTED_100K);
        } else {
            comparison.union(SIZES);
            comparison.others(TenantShape.NESTED_1M);
            ScalingChart.write(comparison.results, Path.of(args[0]));
        }
        System.out.print(RatioTable.of(comparison.results));
    }

    private void union(List<TenantShape> shapes) throws RunnerException {
        String[] present = Arrays.stream(Contender.values())
                .filter(Contender::isPresent)
                .map(Contender::name)
                .toArray(String[]::new);
        run(options(UnionBenchmark.class)
                .param("peer", present)
                .param("shape", shapes.stream().map(TenantShape::name).toArray(String[]::new)));
    }

    private void others(TenantShape shape) throws RunnerException {
        String[] present = Arrays.stream(ExpansionContender.values())
                .filter(ExpansionContender::isPresent)
                .map(ExpansionContender::name)
                .toArray(String[]::new);
        run(options(ExpansionBenchmark.class).param("peer", present).param("shape", shape.name()));
        run(options(CalculateBenchmark.class).param("load", Load.SCARCE.name()).param("shape", shape.name()));
        run(options(RecalculateBenchmark.class).param("shape", shape.name()));
        run(options(SnapshotBenchmark.class).param("shape", shape.name()));
    }

    private ChainedOptionsBuilder options(Class<?> benchmarks) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName() + "\\.")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        return isShort
                ? options.warmupIterations(2).measurementIterations(3).measurementTime(TimeValue.seconds(1))
                : options;
    }

    private void run(ChainedOptionsBuilder options) throws RunnerException {
        results.addAll(new Runner(options.build()).run());
    }

    private static void requireSameAnswers() {
        for (Load load : Load.values()) {
            TenantSnapshot snapshot = Scenario.of(TenantShape.NESTED_10K, load).snapshot();
            long perseat =
                    new PerseatPeer(snapshot, Holdings.empty()).calculate().checksum();
            require(
                    perseat,
                    new PlainCollectionsPeer(snapshot).calculate().checksum(),
                    "plain collections under " + load);
            if (load == Load.PLENTY) {
                requireSameUnion(snapshot, perseat);
            }
        }
    }

    private static void requireSameUnion(TenantSnapshot snapshot, long perseat) {
        for (Contender contender : Contender.values()) {
            if (contender.isPresent()) {
                try (UnionPeer peer = contender.load(snapshot)) {
                    require(perseat, peer.calculate().checksum(), contender.name());
                }
            }
        }
    }

    private static void require(long expected, long actual, String peer) {
        if (expected != actual) {
            throw new IllegalStateException("the peers disagree: checksum " + Long.toHexString(expected)
                    + " of perseat, " + Long.toHexString(actual) + " of " + peer);
        }
        System.out.printf("same answers: %s, checksum %016x%n", peer, actual);
    }
}
