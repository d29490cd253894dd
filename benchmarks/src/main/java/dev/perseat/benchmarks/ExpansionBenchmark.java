package dev.perseat.benchmarks;

import dev.perseat.benchmarks.tenant.Day;
import dev.perseat.benchmarks.tenant.GeneratedTenant;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.ExpansionContender;
import dev.perseat.benchmarks.union.ExpansionPeer;
import dev.perseat.benchmarks.union.UnionTenant;
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

/** Questions about nested groups: who is in the one that reaches everybody or in any, and where does a user belong. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExpansionBenchmark {
    /** Users are asked about in an order without a pattern; the step is prime to the size of every shape. */
    private static final int STEP = 7919;

    /** Who does it. */
    @Param
    public ExpansionContender peer;

    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    private ExpansionPeer loaded;
    private int top;
    private int user;
    private int group;

    /** Loads the tenant. */
    @Setup
    public void load() {
        TenantSnapshot snapshot = Scenario.of(shape, Load.PLENTY).snapshot();
        loaded = peer.load(new UnionTenant(snapshot));
        top = new GeneratedTenant(shape, Load.PLENTY, Day.TODAY)
                .groups()
                .findFirst()
                .map(first -> snapshot.groupIndex(first.id()))
                .orElseThrow();
    }

    /** Ends databases. */
    @TearDown
    public void close() {
        loaded.close();
    }

    /** Everybody in the group at the top, ten levels deep. */
    @Benchmark
    public int membersOfTopGroup() {
        return loaded.members(top);
    }

    /** Everybody in some group; mostly a small one. */
    @Benchmark
    public int membersOfSomeGroup() {
        return loaded.members(nextGroup());
    }

    /** All groups of a user, up to the top. */
    @Benchmark
    public int groupsOfUser() {
        return loaded.groups(nextUser());
    }

    /** Whether a user is in some group; mostly not. */
    @Benchmark
    public boolean belongs() {
        return loaded.belongs(nextUser(), nextGroup());
    }

    private int nextGroup() {
        group = (group + STEP) % shape.groups();
        return group;
    }

    private int nextUser() {
        user = (user + STEP) % shape.users();
        return user;
    }
}
