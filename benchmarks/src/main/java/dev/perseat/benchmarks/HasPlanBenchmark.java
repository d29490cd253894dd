package dev.perseat.benchmarks;

import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.PlanContender;
import dev.perseat.benchmarks.union.PlanPeer;
import dev.perseat.benchmarks.union.PlanQuestions;
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

/** Whether a user has a plan: some user and some plan each time, on finished answers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HasPlanBenchmark {
    /** Who is asked. */
    @Param
    public PlanContender peer;

    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    private PlanPeer loaded;
    private int question;

    /** Calculates the tenant. */
    @Setup
    public void load() {
        loaded = peer.load(
                new PlanQuestions(Scenario.fromScratch(shape, Load.PLENTY).snapshot()));
    }

    /** One question. */
    @Benchmark
    public boolean hasPlan() {
        question = question + 1 & PlanQuestions.COUNT - 1;
        return loaded.hasPlan(question);
    }
}
