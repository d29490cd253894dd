package dev.perseat.benchmarks;

import dev.perseat.benchmarks.peer.PerseatPeer;
import dev.perseat.benchmarks.peer.PlainCollectionsPeer;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The short comparison: every benchmark of this package at one size, after a look whether all peers give the same answers,
 * and a table of ratios in the end. The only argument is a {@link TenantShape}; 100,000 users without one.
 */
public final class Comparison {
    private Comparison() {}

    /**
     * Runs the comparison, and prints the table.
     *
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] args) throws RunnerException {
        TenantShape shape = args.length == 0 ? TenantShape.NESTED_100K : TenantShape.valueOf(args[0]);
        for (Load load : Load.values()) {
            requireSameAnswers(shape, load);
        }
        Options options = new OptionsBuilder()
                .include(Comparison.class.getPackageName())
                .param("shape", shape.name())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        System.out.print(RatioTable.of(results));
    }

    private static void requireSameAnswers(TenantShape shape, Load load) {
        TenantSnapshot snapshot = Scenario.of(shape, load).snapshot();
        long perseat = new PerseatPeer(snapshot, Holdings.empty()).calculate().checksum();
        long plain = new PlainCollectionsPeer(snapshot).calculate().checksum();
        if (perseat != plain) {
            throw new IllegalStateException("the peers disagree on " + shape + " under " + load + ": checksum "
                    + Long.toHexString(perseat) + " of perseat, " + Long.toHexString(plain) + " of plain collections");
        }
        System.out.printf("%s %s: same answers, checksum %016x%n", shape, load, perseat);
    }
}
