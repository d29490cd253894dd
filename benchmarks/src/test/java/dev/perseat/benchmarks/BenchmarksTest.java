package dev.perseat.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.benchmarks.tenant.TenantShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Every benchmark once, on the smallest tenant: that it runs, not how fast. */
class BenchmarksTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                CalculateBenchmark.class,
                DirectoryBenchmark.class,
                HasPlanBenchmark.class,
                HoldersBenchmark.class,
                JoinBenchmark.class,
                RecalculateBenchmark.class
            })
    void run_smallestTenant_tellsATime(Class<?> benchmarks) throws RunnerException {
        assertThat(run(benchmarks)).isNotEmpty().allMatch(result -> RatioTable.median(result) >= 0);
    }

    @Test
    void table_floorBeside_hasItsRatio() throws RunnerException {
        List<RunResult> results = new ArrayList<>(run(HasPlanBenchmark.class));
        assertThat(RatioTable.of(results)).contains("| HasPlanBenchmark.hasPlan NESTED_200 | FLOOR | ", " | 1.00 | ");
    }

    private static Collection<RunResult> run(Class<?> benchmarks) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(benchmarks.getName() + "\\.")
                        .param("shape", TenantShape.NESTED_200.name())
                        .mode(Mode.SingleShotTime)
                        .addProfiler(GCProfiler.class)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
