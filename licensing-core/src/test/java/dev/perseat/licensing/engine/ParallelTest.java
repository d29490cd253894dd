package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final int COUNT = 10_000;

    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final AtomicIntegerArray done = new AtomicIntegerArray(COUNT);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    private void assertEachOnce() {
        assertThat(IntStream.range(0, COUNT).map(done::get)).containsOnly(1);
    }

    @Test
    void forEach_doesEachPieceOnce() {
        new Parallel(pool, 4).forEach(COUNT, () -> done::incrementAndGet);
        assertEachOnce();
    }

    @Test
    void forRanges_givesResultsInTheOrderOfTheRanges() {
        for (int threads = 1; threads <= 4; threads++) {
            for (int count : new int[] {0, 1, 3, 255, 1000, COUNT}) {
                List<int[]> ranges = new ArrayList<>();
                new Parallel(pool, threads, 100).forRanges(count, (from, to) -> new int[] {from, to}, ranges::add);
                assertThat(ranges.size()).isBetween(1, threads == 1 ? 1 : 4 * threads);
                int end = 0;
                for (int[] range : ranges) {
                    assertThat(range[0]).isEqualTo(end);
                    end = range[1];
                }
                assertThat(end).isEqualTo(count);
            }
        }
    }

    @Test
    void forEach_executorThatRefuses_callerDoesItAll() {
        Parallel refused = new Parallel(
                task -> {
                    throw new RejectedExecutionException("full");
                },
                4);
        refused.forEach(COUNT, () -> done::incrementAndGet);
        assertEachOnce();
    }

    @Test
    void forEach_executorThatNeverRuns_callerDoesItAll() {
        new Parallel(task -> {}, 4).forEach(COUNT, () -> done::incrementAndGet);
        assertEachOnce();
    }

    @Test
    void forEach_nothingToDo_returns() {
        new Parallel(pool, 4).forEach(0, () -> done::incrementAndGet);
        assertThat(done.get(0)).isZero();
    }

    @Test
    void forEach_pieceThatThrows_reachesTheCallerAfterTheOthers() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Parallel(pool, 4).forEach(COUNT, () -> i -> {
                    done.incrementAndGet(i);
                    if (i == 300) {
                        throw new IllegalStateException("piece " + i);
                    }
                }))
                .withMessage("piece 300");
        assertThat(done.get(COUNT - 1)).isEqualTo(1);
    }

    @Test
    void forEach_errorInAHelper_reachesTheCaller_insteadOfPassingForWorkDone() {
        Thread caller = Thread.currentThread();
        AtomicBoolean begun = new AtomicBoolean();
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> new Parallel(pool, 4, 1).forEach(COUNT, () -> i -> {
                    if (Thread.currentThread() == caller) {
                        await(begun::get);
                    } else {
                        begun.set(true);
                        throw new OutOfMemoryError("simulated");
                    }
                }))
                .withMessage("simulated");
    }

    @Test
    void forEach_interruptedCaller_finishesAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        new Parallel(pool, 4).forEach(COUNT, () -> done::incrementAndGet);
        assertThat(Thread.interrupted()).isTrue();
        assertEachOnce();
    }

    @Test
    void forEach_helperStillAtWork_callerWaitsForIt() {
        Thread caller = Thread.currentThread();
        AtomicBoolean begun = new AtomicBoolean();
        AtomicBoolean returned = new AtomicBoolean();
        new Parallel(pool, 2).forEach(COUNT, () -> i -> {
            if (Thread.currentThread() == caller) {
                await(begun::get);
            } else {
                begun.set(true);
                await(() -> caller.getState() == Thread.State.WAITING || returned.get());
            }
            done.incrementAndGet(i);
        });
        returned.set(true);
        assertEachOnce();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void forEach_asksForOneHelperLessThanThreads_orThanChunksOf256() {
        assertThat(helpersAskedFor(COUNT, 4)).isEqualTo(3);
        assertThat(helpersAskedFor(COUNT, 1)).isZero();
        assertThat(helpersAskedFor(513, 4)).isEqualTo(2);
        assertThat(helpersAskedFor(512, 4)).isEqualTo(1);
        assertThat(helpersAskedFor(1, 4)).isZero();
        assertThat(helpersAskedFor(0, 4)).isZero();
    }

    private static int helpersAskedFor(int count, int threads) {
        AtomicInteger asked = new AtomicInteger();
        new Parallel(task -> asked.incrementAndGet(), threads).forEach(count, () -> i -> {});
        return asked.get();
    }

    @Test
    void forEach_nothingToDo_makesNoWorker() {
        new Parallel(pool, 4).forEach(0, () -> {
            throw new IllegalStateException("a worker for nothing");
        });
    }

    @Test
    void create_oneThread_borrowsNone() {
        Executor lendsNone = task -> {
            throw new AssertionError("a thread was asked for");
        };
        CalculationCase given = TenantGenerator.of(1).nextCase();
        AssignmentCalculator alone = DenseAssignmentCalculator.create(lendsNone, 1);
        assertThat(alone.calculate(given.snapshot(), given.holdings()).snapshot())
                .isSameAs(given.snapshot());
    }

    @Test
    void create_withoutAThread_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseAssignmentCalculator.create(pool, 0))
                .withMessage("number of threads 0 is not positive");
    }
}
