package dev.perseat.benchmarks;

import dev.perseat.benchmarks.live.Joins;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.JoinContender;
import dev.perseat.benchmarks.union.JoinPeer;
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

/**
 * A user joins a nested group whose products have enough seats, and the next time leaves it: another user each time. On
 * average, and sampled to see the slow ones; a sample costs some 50 ns itself.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JoinBenchmark {
    /** Who does it. */
    @Param
    public JoinContender peer;

    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    private JoinPeer loaded;
    private Joins joins;
    private int step;

    /** Calculates the tenant. */
    @Setup
    public void load() {
        TenantSnapshot snapshot = Scenario.fromScratch(shape, Load.PLENTY).snapshot();
        joins = Joins.in(snapshot);
        loaded = peer.load(snapshot);
    }

    /** Joins or leaves. */
    @Benchmark
    public void join() {
        int user = joins.user(step >>> 1);
        if ((step++ & 1) == 0) {
            loaded.join(user, joins.group());
        } else {
            loaded.leave(user, joins.group());
        }
    }
}
