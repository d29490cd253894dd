package dev.perseat.benchmarks;

import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import dev.perseat.licensing.model.UserId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How time and memory grow with the users: for each size the heap of a compiled tenant and of a result, and the time to
 * calculate from the compiled tenant. The texts of the ids are the application's: they are counted apart.
 */
public final class Footprint {
    private static final int WARM_UP = 5;
    private static final int RUNS = 9;

    private Footprint() {}

    /**
     * Measures the shapes that are named, from small to large, by default those up to a million users, and prints a table. Ten
     * million users need {@code -Xmx20g}.
     */
    public static void main(String[] args) {
        TenantShape[] shapes = args.length == 0
                ? new TenantShape[] {TenantShape.NESTED_100K, TenantShape.NESTED_1M}
                : Arrays.stream(args).map(TenantShape::valueOf).toArray(TenantShape[]::new);
        System.out.println(
                "| shape | ids | snapshot without ids | compiled on top | result on top | calculate | exponent of"
                        + " time |\n|---|---|---|---|---|---|---|");
        Row before = null;
        for (TenantShape shape : shapes) {
            Row row = Row.of(Scenario.fromScratch(shape, Load.PLENTY).snapshot());
            System.out.println("| " + shape + row.text() + (before == null ? "- |" : row.exponent(before) + " |"));
            before = row;
        }
    }

    /** Bytes, and the median time of a calculation. */
    private record Row(int users, long ids, long snapshot, long compiled, long result, double millis) {
        static Row of(TenantSnapshot tenant) {
            long withSnapshot = Heap.used();
            CompiledTenant compiled = DenseAssignmentCalculator.create().compile(tenant);
            long withCompiled = Heap.used();
            double millis = medianMillis(compiled);
            AssignmentResult result = compiled.calculate(Holdings.empty());
            long withResult = Heap.used();
            long ids = idBytes(tenant);
            Heap.keep(tenant, compiled, result);
            return new Row(
                    tenant.userCount(),
                    ids,
                    withSnapshot - ids,
                    withCompiled - withSnapshot,
                    withResult - withCompiled,
                    millis);
        }

        private static double medianMillis(CompiledTenant compiled) {
            IntStream.range(0, WARM_UP).forEach(k -> Heap.keep(compiled.calculate(Holdings.empty())));
            double[] millis = new double[RUNS];
            for (int k = 0; k < RUNS; k++) {
                long start = System.nanoTime();
                Heap.keep(compiled.calculate(Holdings.empty()));
                millis[k] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            return millis[RUNS / 2];
        }

        /** Returns what copies of all ids take, without the array that holds them. */
        private static long idBytes(TenantSnapshot tenant) {
            UserId[] copies = new UserId[tenant.userCount()];
            long before = Heap.used();
            for (int user = 0; user < copies.length; user++) {
                copies[user] = UserId.of(new String(tenant.userId(user).value().toCharArray()));
            }
            long after = Heap.used();
            Heap.keep((Object) copies);
            return after - before;
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    " | %s | %s | %s | %s | %.1f ms | ",
                    ofEach(ids),
                    ofEach(snapshot),
                    ofEach(compiled),
                    ofEach(result),
                    millis);
        }

        private String ofEach(long bytes) {
            return String.format(Locale.ROOT, "%.1f bytes a user", (double) bytes / users);
        }

        String exponent(Row smaller) {
            double exponent = Math.log(millis / smaller.millis) / Math.log((double) users / smaller.users);
            return String.format(Locale.ROOT, "%.2f", exponent);
        }
    }
}
