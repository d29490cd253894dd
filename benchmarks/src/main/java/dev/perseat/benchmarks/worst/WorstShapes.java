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
    private static final int RUNS = 5;
    private static final double ENOUGH_SECONDS = 15;

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
        Cost worst = Cost.of(shape.snapshot(smaller));
        Cost friendly = Cost.of(shape.friendly(smaller));
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,.1f ms | %,.1f MB | %.1f | %.1f |%n",
                shape,
                worst.elements,
                worst.nanos / 1e6,
                worst.bytes / 1e6,
                worst.nanosOfEach() / friendly.nanosOfEach(),
                worst.bytesOfEach() / friendly.bytesOfEach());
    }

    /** What one tenant costs: the median time, and the heap that the compiled tenant and the result keep. */
    private record Cost(long elements, double nanos, long bytes) {
        static Cost of(TenantSnapshot snapshot) {
            AssignmentCalculator calculator = DenseAssignmentCalculator.create();
            long before = Heap.used();
            double median = medianNanos(calculator, snapshot);
            CompiledTenant compiled = calculator.compile(snapshot);
            AssignmentResult result = compiled.calculate(Holdings.empty());
            long after = Heap.used();
            Heap.keep(compiled, result);
            return new Cost(elements(snapshot), median, after - before);
        }

        private static long elements(TenantSnapshot snapshot) {
            return snapshot.userCount()
                    + IntStream.range(0, snapshot.groups().size())
                            .mapToLong(group -> snapshot.memberUserCount(group) + snapshot.memberGroupCount(group))
                            .sum();
        }

        /** The first run only warms up, unless it already takes so long that others would not help. */
        private static double medianNanos(AssignmentCalculator calculator, TenantSnapshot snapshot) {
            double[] nanos = new double[RUNS];
            int runs = 0;
            double seconds = 0;
            while (runs < RUNS && seconds < ENOUGH_SECONDS) {
                long start = System.nanoTime();
                Heap.keep(calculator.compile(snapshot).calculate(Holdings.empty()));
                nanos[runs] = System.nanoTime() - start;
                seconds += nanos[runs++] / 1e9;
            }
            double[] warm = Arrays.copyOfRange(nanos, runs > 1 ? 1 : 0, runs);
            Arrays.sort(warm);
            return warm[warm.length / 2];
        }

        double nanosOfEach() {
            return nanos / elements;
        }

        double bytesOfEach() {
            return (double) bytes / elements;
        }
    }
}
