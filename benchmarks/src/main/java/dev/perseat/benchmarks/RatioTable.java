package dev.perseat.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Results of one run as a table in Markdown, each as a ratio to the floor: times drift between machines, ratios of one run
 * less. The floor of a row is the peer of that name beside it; for a whole tenant with rules, it is that of the union for
 * a tenant of the same shape.
 */
final class RatioTable {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double BYTES_PER_MB = 1e6;
    private static final String FLOOR = "FLOOR";
    private static final String PEER = "peer";
    private static final String SHAPE = "shape";

    /** Benchmarks that are measured against the union of the same shape. */
    private static final Set<String> WHOLE_TENANT =
            Set.of(CalculateBenchmark.class.getSimpleName(), RecalculateBenchmark.class.getSimpleName());

    private final Collection<RunResult> results;

    private RatioTable(Collection<RunResult> results) {
        this.results = results;
    }

    static String of(Collection<RunResult> results) {
        return new RatioTable(results).markdown();
    }

    private String markdown() {
        Map<String, List<RunResult>> sideBySide =
                results.stream().collect(Collectors.groupingBy(RatioTable::contest, TreeMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder(
                "| contest | peer | median | mean ± error (99.9 %) | ratio of medians to the floor | allocated |\n"
                        + "|---|---|---|---|---|---|\n");
        sideBySide.forEach((contest, peers) -> peers.forEach(peer -> table.append(row(contest, peer))));
        return table.toString();
    }

    private String row(String contest, RunResult result) {
        Result<?> time = result.getPrimaryResult();
        OptionalDouble floor = floor(result);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.2f MB |%n",
                contest,
                peer(result),
                time(median(result)),
                mean(time) + (isSampled(result) ? slowest(time) : ""),
                floor.isPresent() ? String.format(Locale.ROOT, "%.2f", median(result) / floor.getAsDouble()) : "-",
                result.getSecondaryResults().get(ALLOCATION).getScore() / BYTES_PER_MB);
    }

    /** A single shot has no error. */
    private static String mean(Result<?> time) {
        return time(time.getScore())
                + (time.getStatistics().getN() > 1 ? " ± " + time(time.getScoreError()) : ", one call, not warmed up");
    }

    private static String slowest(Result<?> time) {
        return "; 99 % within " + time(time.getStatistics().getPercentile(99)) + ", 99.9 % within "
                + time(time.getStatistics().getPercentile(99.9));
    }

    private static boolean isSampled(RunResult result) {
        return result.getParams().getMode() == Mode.SampleTime;
    }

    private OptionalDouble floor(RunResult result) {
        String contest = contest(result);
        OptionalDouble beside = results.stream()
                .filter(other -> isFloor(other) && contest(other).equals(contest))
                .mapToDouble(RatioTable::median)
                .findFirst();
        boolean isOfWholeTenant = WHOLE_TENANT.contains(name(result.getParams()).split("\\.")[0]);
        return beside.isPresent() || !isOfWholeTenant
                ? beside
                : unionFloor(result.getParams().getParam(SHAPE));
    }

    private OptionalDouble unionFloor(String shape) {
        return results.stream()
                .filter(other -> isFloor(other)
                        && name(other.getParams()).startsWith(UnionBenchmark.class.getSimpleName())
                        && shape.equals(other.getParams().getParam(SHAPE)))
                .mapToDouble(RatioTable::median)
                .findFirst();
    }

    private static boolean isFloor(RunResult result) {
        return FLOOR.equals(result.getParams().getParam(PEER));
    }

    /** Returns the median time in milliseconds. */
    static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static String time(double millis) {
        if (millis >= 1) {
            return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
        }
        return millis >= 1e-3
                ? String.format(Locale.ROOT, "%.1f µs", millis * 1e3)
                : String.format(Locale.ROOT, "%.0f ns", millis * 1e6);
    }

    /** The parameter of that name, or else the method. */
    private static String peer(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return Objects.requireNonNullElse(
                result.getParams().getParam(PEER), benchmark.substring(benchmark.lastIndexOf('.') + 1));
    }

    /** The class of the benchmark, the method if the peer is a parameter, and the other parameters. */
    private static String contest(RunResult result) {
        BenchmarkParams params = result.getParams();
        String name = name(params);
        String what = params.getParam(PEER) == null ? name.substring(0, name.indexOf('.')) : name;
        return params.getParamsKeys().stream()
                .filter(key -> !key.equals(PEER))
                .sorted()
                .map(params::getParam)
                .collect(Collectors.joining(" ", what + " ", isSampled(result) ? " (sampled)" : ""));
    }

    /** The class without its package, and the method. */
    private static String name(BenchmarkParams params) {
        String benchmark = params.getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    }
}
