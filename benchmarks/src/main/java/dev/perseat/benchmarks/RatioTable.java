package dev.perseat.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Results of one run as a table in Markdown. What was measured side by side, by the same class with the same parameters,
 * is stated as a ratio to the fastest of them: times drift between machines, ratios of one run less.
 */
final class RatioTable {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double BYTES_PER_MB = 1e6;

    private RatioTable() {}

    static String of(Collection<RunResult> results) {
        Map<String, List<RunResult>> sideBySide =
                results.stream().collect(Collectors.groupingBy(RatioTable::contest, TreeMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder(
                "| contest | peer | median | mean ± error (99.9 %) | ratio of medians | allocated |\n|---|---|---|---|---|---|\n");
        sideBySide.forEach((contest, peers) -> {
            double fastest =
                    peers.stream().mapToDouble(RatioTable::median).min().orElseThrow();
            peers.forEach(peer -> table.append(row(contest, peer, fastest)));
        });
        return table.toString();
    }

    private static String row(String contest, RunResult result, double fastest) {
        Result<?> time = result.getPrimaryResult();
        String benchmark = result.getParams().getBenchmark();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f ms | %.0f ± %.0f ms | %.1f | %.0f MB |%n",
                contest,
                benchmark.substring(benchmark.lastIndexOf('.') + 1),
                median(result),
                time.getScore(),
                time.getScoreError(),
                median(result) / fastest,
                result.getSecondaryResults().get(ALLOCATION).getScore() / BYTES_PER_MB);
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    /** The class of the benchmark without its package, and the parameters. */
    private static String contest(RunResult result) {
        BenchmarkParams params = result.getParams();
        String owner = params.getBenchmark().substring(0, params.getBenchmark().lastIndexOf('.'));
        String name = owner.substring(owner.lastIndexOf('.') + 1);
        return params.getParamsKeys().stream()
                .sorted()
                .map(params::getParam)
                .collect(Collectors.joining(" ", name + " ", ""));
    }
}
