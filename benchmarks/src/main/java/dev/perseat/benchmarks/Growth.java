package dev.perseat.benchmarks;

import dev.perseat.benchmarks.peer.Peer;
import dev.perseat.benchmarks.peer.PerseatPeer;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.Contender;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How memory and time grow with the users: for each size the heap of a compiled tenant and of a result, and the time to
 * calculate from the compiled tenant beside that of the floor. All runs of a size are made in turn in one process, so that
 * whatever slows the machine down for a while slows all of them down.
 */
public final class Growth {
    /** All take turns for so long before anything is measured: the compiler needs many calls, not many users. */
    private static final long WARM_UP_NANOS = 15_000_000_000L;

    private static final int WARM_UP_ROUNDS = 5;
    private static final int RUNS = 21;
    private static final String FLOOR = Contender.FLOOR.name();

    private final StringBuilder memories = new StringBuilder(Memory.HEADER);
    private final StringBuilder times = new StringBuilder(
            "| shape | what | median | fastest to slowest | ratio to the floor | exponent |\n|---|---|---|---|---|---|\n");

    /** Of each contestant the median at the size before, and how many users that had. */
    private final Map<String, Double> millisBefore = new LinkedHashMap<>();

    private int usersBefore;

    private Growth() {}

    /**
     * Measures the shapes that are named, from small to large, by default those up to a million users, and prints two
     * tables. Ten million users need {@code -Xmx16g}.
     */
    public static void main(String[] args) {
        List<TenantShape> shapes = args.length == 0
                ? List.of(TenantShape.NESTED_100K, TenantShape.NESTED_1M)
                : Stream.of(args).map(TenantShape::valueOf).toList();
        Growth growth = new Growth();
        shapes.forEach(growth::measure);
        System.out.print(growth.memories + "\n" + growth.times);
    }

    private void measure(TenantShape shape) {
        long before = Heap.used();
        TenantSnapshot tenant = Scenario.fromScratch(shape, Load.PLENTY).snapshot();
        memories.append(Memory.of(tenant, before).row(shape.name()));
        Map<String, Peer> peers = new LinkedHashMap<>();
        for (Contender contender :
                List.of(Contender.FLOOR, Contender.FLOOR_2_THREADS, Contender.PERSEAT, Contender.PERSEAT_2_THREADS)) {
            peers.put(contender.name(), contender.load(tenant));
        }
        SameAnswers.require(
                Objects.requireNonNull(peers.get(Contender.PERSEAT.name())).calculate(),
                Objects.requireNonNull(peers.get(FLOOR)),
                "PERSEAT " + shape);
        Scenario scarce = Scenario.of(shape, Load.SCARCE);
        peers.put(
                "PERSEAT SCARCE", PerseatPeer.compiled(PerseatPeer.oneThread(), scarce.snapshot(), scarce.holdings()));
        peers.put(
                "PERSEAT_2_THREADS SCARCE",
                PerseatPeer.compiled(PerseatPeer.twoThreads(), scarce.snapshot(), scarce.holdings()));
        report(shape, inTurn(peers));
    }

    /** Returns the times of each contestant in milliseconds, ascending. */
    private static Map<String, double[]> inTurn(Map<String, Peer> peers) {
        Map<String, double[]> millis = new LinkedHashMap<>();
        peers.keySet().forEach(name -> millis.put(name, new double[RUNS]));
        long start = System.nanoTime();
        for (int round = 0; round < WARM_UP_ROUNDS || System.nanoTime() - start < WARM_UP_NANOS; round++) {
            peers.values().forEach(Growth::millis);
        }
        for (int run = 0; run < RUNS; run++) {
            for (Map.Entry<String, Peer> peer : peers.entrySet()) {
                Objects.requireNonNull(millis.get(peer.getKey()))[run] = millis(peer.getValue());
            }
        }
        millis.values().forEach(Arrays::sort);
        return millis;
    }

    private static double millis(Peer peer) {
        long start = System.nanoTime();
        Heap.keep(peer.calculate());
        return (System.nanoTime() - start) / 1e6;
    }

    private void report(TenantShape shape, Map<String, double[]> millis) {
        double floor = Objects.requireNonNull(millis.get(FLOOR))[RUNS / 2];
        millis.forEach((name, sorted) -> {
            double median = sorted[RUNS / 2];
            times.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f ms | %.1f to %.1f ms | %.2f | %s |%n",
                    shape,
                    name,
                    median,
                    sorted[0],
                    sorted[RUNS - 1],
                    median / floor,
                    exponent(name, median, shape.users())));
            millisBefore.put(name, median);
        });
        usersBefore = shape.users();
    }

    private String exponent(String name, double millis, int users) {
        Double before = millisBefore.get(name);
        return before == null
                ? "-"
                : String.format(
                        Locale.ROOT, "%.2f", Math.log(millis / before) / Math.log((double) users / usersBefore));
    }
}
