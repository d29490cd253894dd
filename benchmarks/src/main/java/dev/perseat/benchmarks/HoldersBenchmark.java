package dev.perseat.benchmarks;

import dev.perseat.benchmarks.tenant.HolderIds;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The calculation of {@link RecalculateBenchmark} from a compiled tenant, by where the ids of the holdings come from. What
 * it takes to make new holdings is not measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 15)
@Measurement(iterations = 20)
public class HoldersBenchmark {
    /** Where the ids come from. */
    @Param
    public HolderIds ids;

    /** How many threads are used. */
    @Param("1")
    public int threads;

    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    private CompiledTenant compiled;
    private Holdings holdings;

    /** Compiles the tenant, and calculates yesterday's. */
    @Setup
    public void load() {
        Scenario scenario = Scenario.of(shape, Load.SCARCE);
        compiled = DenseAssignmentCalculator.create(ForkJoinPool.commonPool(), threads)
                .compile(scenario.snapshot());
        holdings = ids.of(scenario);
    }

    /** Makes the holdings new, if that is what is asked for. */
    @Setup(Level.Invocation)
    public void renew() {
        if (ids == HolderIds.NEVER_SEEN) {
            holdings = HolderIds.copy(holdings);
        }
    }

    /** The whole tenant. */
    @Benchmark
    public AssignmentResult calculate() {
        return compiled.calculate(holdings);
    }
}
