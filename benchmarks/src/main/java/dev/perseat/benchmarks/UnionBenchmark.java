package dev.perseat.benchmarks;

import dev.perseat.benchmarks.peer.Peer.Answers;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.Contender;
import dev.perseat.benchmarks.union.UnionPeer;
import dev.perseat.licensing.assignment.TenantSnapshot;
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
 * Who has which plans of which SKU, and how many users have each SKU, with data already loaded. The peers do only the union;
 * the library has all its rules on.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class UnionBenchmark {
    /** Who does it. */
    @Param
    public Contender peer;

    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    private TenantSnapshot snapshot;
    private UnionPeer loaded;
    private Answers last;

    /** Loads the tenant. */
    @Setup
    public void load() {
        snapshot = Scenario.of(shape, Load.PLENTY).snapshot();
        loaded = peer.load(snapshot);
    }

    /** Compares the last answers with those of the floor, and ends databases. */
    @TearDown
    public void compare() {
        SameAnswers.require(last, Contender.FLOOR.load(snapshot), peer + " " + shape);
        loaded.close();
    }

    /** The whole tenant, from scratch. */
    @Benchmark
    public Answers calculate() {
        last = loaded.calculate();
        return last;
    }
}
