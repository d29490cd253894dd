package dev.perseat.benchmarks.worst;

import dev.perseat.benchmarks.Heap;
import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the worst shapes cost, each beside a friendly one with as many users and groups: compiling and calculating, in time
 * and in heap kept on top of the snapshot, for each user, membership and edge between groups.
 */
public final class WorstShapes {
    private static final int WARM_UP = 4;
    private static final int RUNS = 7;
    private static final AssignmentCalculator CALCULATOR = DenseAssignmentCalculator.create();

    private WorstShapes() {}

    /** Measures the shapes that are named, or all, and prints a table. */
    public static void main(String[] args) {
        WorstShape[] shapes = args.length == 0
                ? WorstShape.values()
                : Arrays.stream(args).map(WorstShape::valueOf).toArray(WorstShape[]::new);
        System.out.println("| shape | users, memberships and edges | time | heap | beside the friendly one, per"
                + " membership: time | heap |\n|---|---|---|---|---|---|");
        for (WorstShape shape : shapes) {
            System.out.print(row(shape, 1));
        }
    }

    static String row(WorstShape shape, int smaller) {
        TenantSnapshot worst = shape.snapshot(smaller);
        TenantSnapshot friendly = shape.friendly(smaller);
        double worstHeap = heap(worst);
        double friendlyHeap = heap(friendly);
        double[] millis = medianMillis(worst, friendly);
        long worstSize = elements(worst);
        double sizes = (double) worstSize / elements(friendly);
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,.1f ms | %,.1f MB | %.1f | %.1f |%n",
                shape,
                worstSize,
                millis[0],
                worstHeap / 1e6,
                millis[0] / millis[1] / sizes,
                worstHeap / friendlyHeap / sizes);
    }

    /** Returns the bytes that the compiled tenant and the result keep. */
    private static double heap(TenantSnapshot snapshot) {
        long before = Heap.used();
        CompiledTenant compiled = CALCULATOR.compile(snapshot);
        AssignmentResult result = compiled.calculate(Holdings.empty());
        long after = Heap.used();
        Heap.keep(compiled, result);
        return after - before;
    }

    private static long elements(TenantSnapshot snapshot) {
        return snapshot.userCount()
                + IntStream.range(0, snapshot.groups().size())
                        .mapToLong(group -> snapshot.memberUserCount(group) + snapshot.memberGroupCount(group))
                        .sum();
    }

    /**
     * Returns the median time of each tenant. They take turns, so that both find the code equally warm; the first rounds only
     * warm up.
     */
    private static double[] medianMillis(TenantSnapshot... tenants) {
        double[][] millis = new double[tenants.length][RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            for (int k = 0; k < tenants.length; k++) {
                long start = System.nanoTime();
                Heap.keep(CALCULATOR.compile(tenants[k]).calculate(Holdings.empty()));
                if (run >= 0) {
                    millis[k][run] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        return Arrays.stream(millis)
                .mapToDouble(each -> Arrays.stream(each).sorted().toArray()[RUNS / 2])
                .toArray();
    }
}
