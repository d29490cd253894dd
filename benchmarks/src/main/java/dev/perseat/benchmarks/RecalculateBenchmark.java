package dev.perseat.benchmarks;

import dev.perseat.benchmarks.peer.Peer.Answers;
import dev.perseat.benchmarks.peer.PerseatPeer;
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
import org.openjdk.jmh.annotations.Warmup;

/** A whole tenant from what its users hold since yesterday, in one thread. Plain collections have no such answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 2)
public class RecalculateBenchmark {
    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    private PerseatPeer perseat;

    /** Loads the tenant, and calculates yesterday's. */
    @Setup
    public void load() {
        Scenario scenario = Scenario.of(shape, Load.SCARCE);
        perseat = new PerseatPeer(scenario.snapshot(), scenario.holdings());
    }

    /** The library. */
    @Benchmark
    public Answers perseat() {
        return perseat.calculate();
    }
}
