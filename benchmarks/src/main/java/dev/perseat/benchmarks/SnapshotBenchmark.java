package dev.perseat.benchmarks;

import dev.perseat.benchmarks.tenant.Day;
import dev.perseat.benchmarks.tenant.GeneratedTenant;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * From a directory that streams users, groups and memberships to a frozen snapshot. The directory makes its objects while it
 * is read, so {@link #readOnly} is the part of the time that is not the snapshot's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 2)
public class SnapshotBenchmark {
    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    private GeneratedTenant directory;

    /** Makes the directory. */
    @Setup
    public void open() {
        directory = new GeneratedTenant(shape, Load.PLENTY, Day.TODAY);
    }

    /** Reads everything and keeps nothing. */
    @Benchmark
    public void readOnly(Blackhole blackhole) {
        Stream.of(directory.users(), directory.groups(), directory.memberships())
                .forEach(stream -> stream.forEach(blackhole::consume));
    }

    /** Reads everything into a snapshot. */
    @Benchmark
    public TenantSnapshot snapshot() {
        return directory.snapshot(sku -> shape.users());
    }
}
