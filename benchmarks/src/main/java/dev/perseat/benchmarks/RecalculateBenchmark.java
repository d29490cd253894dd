package dev.perseat.benchmarks;

import dev.perseat.benchmarks.peer.Peer;
import dev.perseat.benchmarks.peer.Peer.Answers;
import dev.perseat.benchmarks.peer.RuleContender;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole tenant from what its users hold since yesterday: ten products are short of seats, and all other rules have something to
 * say. Plain collections have no such answer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecalculateBenchmark {
    /** Who does it. */
    @Param({"PERSEAT", "PERSEAT_2_THREADS", "PERSEAT_WITH_COMPILE", "PERSEAT_WITH_COMPILE_2_THREADS"})
    public RuleContender peer;

    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    private Scenario scenario;
    private Peer loaded;
    private Answers last;

    /** Loads the tenant, and calculates yesterday's. */
    @Setup
    public void load() {
        scenario = Scenario.of(shape, Load.SCARCE);
        loaded = peer.load(scenario);
    }

    /** Compares the last answers with those of the library in one thread. */
    @TearDown
    public void compare() {
        SameAnswers.require(last, RuleContender.PERSEAT.load(scenario), peer + " " + shape);
    }

    /** The whole tenant. */
    @Benchmark
    public Answers calculate() {
        last = loaded.calculate();
        return last;
    }
}
