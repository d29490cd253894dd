package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
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
    void forEach_interruptedCaller_finishesAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        new Parallel(pool, 4).forEach(COUNT, () -> done::incrementAndGet);
        assertThat(Thread.interrupted()).isTrue();
        assertEachOnce();
    }

    @Test
    void create_withoutAThread_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseAssignmentCalculator.create(pool, 0))
                .withMessage("number of threads 0 is not positive");
    }
}
