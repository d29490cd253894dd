package dev.perseat.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.Contender;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.openjdk.jmh.results.RunResult;

/** Time against users, a line for each contender of {@link UnionBenchmark}, both axes logarithmic. */
final class ScalingChart {
    /** Behind a hundredth of a pixel; they would be half of the file. */
    private static final Pattern SUPERFLUOUS_DIGITS = Pattern.compile("(\\.\\d\\d)\\d+");

    private ScalingChart() {}

    /** Draws the medians of a run into an SVG file. */
    static void write(Collection<RunResult> results, Path file) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(560)
                .title("Licences of a whole tenant (median of one run)")
                .xAxisTitle("users")
                .yAxisTitle("ms")
                .build();
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setLocale(Locale.ROOT);
        for (Contender contender : Contender.values()) {
            addLine(chart, contender, ofContender(results, contender));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChartEncoder.saveChart(chart, out, "svg");
        Files.writeString(file, SUPERFLUOUS_DIGITS.matcher(out.toString(UTF_8)).replaceAll("$1"));
    }

    private static List<RunResult> ofContender(Collection<RunResult> results, Contender contender) {
        String benchmark = UnionBenchmark.class.getName() + ".";
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().startsWith(benchmark)
                        && contender.name().equals(result.getParams().getParam("peer")))
                .sorted(Comparator.comparingInt(ScalingChart::users))
                .toList();
    }

    private static void addLine(XYChart chart, Contender contender, List<RunResult> bySize) {
        if (!bySize.isEmpty()) {
            double[] users = bySize.stream().mapToDouble(ScalingChart::users).toArray();
            double[] millis = bySize.stream().mapToDouble(RatioTable::median).toArray();
            chart.addSeries(contender.name().toLowerCase(Locale.ROOT).replace('_', ' '), users, millis);
        }
    }

    private static int users(RunResult result) {
        return TenantShape.valueOf(result.getParams().getParam("shape")).users();
    }
}
