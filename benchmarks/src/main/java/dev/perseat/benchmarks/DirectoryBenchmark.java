package dev.perseat.benchmarks;

import dev.perseat.benchmarks.tenant.Day;
import dev.perseat.benchmarks.tenant.GeneratedTenant;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.StreamPeer;
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
 * From a directory that streams users, groups and memberships with ids of text to the finished result. The directory
 * makes its objects while it is read, which all peers pay for alike; the floor is to read it and to number the ids.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DirectoryBenchmark {
    /** How far the stream is taken. */
    @Param
    public StreamPeer peer;

    /** How large the tenant is. */
    @Param("NESTED_100K")
    public TenantShape shape;

    private GeneratedTenant directory;

    /** Makes the directory. */
    @Setup
    public void open() {
        directory = new GeneratedTenant(shape, Load.PLENTY, Day.TODAY);
    }

    /** Reads the whole directory. */
    @Benchmark
    public Object read() {
        return peer.read(directory);
    }
}
