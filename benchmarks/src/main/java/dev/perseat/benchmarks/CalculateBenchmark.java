package dev.perseat.benchmarks;

import dev.perseat.benchmarks.peer.Peer.Answers;
import dev.perseat.benchmarks.peer.PerseatPeer;
import dev.perseat.benchmarks.peer.PlainCollectionsPeer;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.Holdings;
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
import org.openjdk.jmh.annotations.Warmup;

/** A whole tenant from scratch, in one thread: from data in memory to who has what. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 2)
public class CalculateBenchmark {
    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    /** How much there is to decide. */
    @Param
    public Load load;

    private PerseatPeer perseat;
    private PlainCollectionsPeer plainCollections;

    /** Loads the tenant. */
    @Setup
    public void load() {
        TenantSnapshot snapshot = Scenario.of(shape, load).snapshot();
        perseat = new PerseatPeer(snapshot, Holdings.empty());
        plainCollections = new PlainCollectionsPeer(snapshot);
    }

    /** The library. */
    @Benchmark
    public Answers perseat() {
        return perseat.calculate();
    }

    /** Hash maps and loops. One calculation takes seconds, so that fewer of them warm up. */
    @Benchmark
    @Warmup(iterations = 2)
    public Answers plainCollections() {
        return plainCollections.calculate();
    }
}
