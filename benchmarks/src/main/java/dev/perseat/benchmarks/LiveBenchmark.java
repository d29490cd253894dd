package dev.perseat.benchmarks;

import dev.perseat.benchmarks.live.LiveChange;
import dev.perseat.benchmarks.live.Rounds;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One change of a tenant, and what it brings about for whom. A change and what undoes it take turns, so that the tenant
 * stays as large as it is; the time is the average of both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LiveBenchmark {
    /** What changes. */
    @Param
    public LiveChange change;

    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    private Rounds rounds;
    private LiveCalculation live;
    private int step;

    /** Calculates the tenant, and goes one round to tell how many users each step reaches. */
    @Setup
    public void load() {
        rounds = change.of(shape);
        live = DenseAssignmentCalculator.create().compile(rounds.snapshot()).live(Holdings.empty());
        for (step = 0; step < rounds.length(); step++) {
            System.out.printf(
                    "# step %d of %s changes %d users%n",
                    step + 1, change, live.apply(rounds.step(step)).changes().size());
        }
    }

    /** Makes the next change. */
    @Benchmark
    public ChangeEffect apply() {
        return live.apply(rounds.step(step++));
    }

    /** Asks what the first change of a round would do, and does nothing. */
    @Benchmark
    public ChangeEffect preview() {
        return live.preview(rounds.opening(step++));
    }
}
