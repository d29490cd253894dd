package dev.perseat.licensing.engine;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does many small independent pieces of work, in the calling thread and as many more as the executor lends. The caller
 * takes part and waits only for pieces that some thread has begun, so a busy executor slows the work down but cannot
 * block it.
 */
final class Parallel {
    private static final int CHUNK = 256;
    private static final int RANGES_PER_THREAD = 4;

    private final Executor executor;
    private final int threads;
    private final int chunk;

    Parallel(Executor executor, int threads) {
        this(executor, threads, CHUNK);
    }

    /**
     * Shares work out in chunks of another size.
     *
     * @param chunk how many pieces a thread takes at a time
     */
    Parallel(Executor executor, int threads, int chunk) {
        this.executor = Objects.requireNonNull(executor, "executor");
        this.threads = threads;
        this.chunk = chunk;
    }

    /**
     * Runs {@code work} for every number below {@code count}, in no particular order, and returns when all are done.
     *
     * @param workers makes the work of one thread, with memory of its own; called by the caller's thread only
     * @throws RuntimeException what a piece of work threw, after all have ended; an {@link Error} likewise
     */
    void forEach(int count, Supplier<IntConsumer> workers) {
        forEach(count, chunk, workers);
    }

    private void forEach(int count, int atATime, Supplier<IntConsumer> workers) {
        Job job = new Job(count, atATime);
        int helpers = Math.min(threads, chunks(count, atATime)) - 1;
        for (int i = 0; i < helpers; i++) {
            IntConsumer worker = workers.get();
            try {
                executor.execute(() -> job.run(worker));
            } catch (RejectedExecutionException busy) {
                break; // the caller does it all
            }
        }
        if (count > 0) {
            job.run(workers.get());
        }
        job.awaitHelpers();
    }

    /** Works out something about a range of numbers. */
    interface RangeWork<T> {
        T work(int from, int to);
    }

    /**
     * Shares the numbers below {@code count} out in some ranges for each thread, as not all are as much work, and takes the
     * results one by one, in the order of their ranges, in the caller's thread.
     *
     * @throws RuntimeException what a piece of work threw, after all have ended; an {@link Error} likewise
     */
    <T> void forRanges(int count, RangeWork<T> work, Consumer<T> inOrder) {
        int ranges = threads == 1 ? 1 : Math.min(threads * RANGES_PER_THREAD, chunks(count, chunk));
        if (ranges <= 1) {
            inOrder.accept(work.work(0, count));
            return;
        }
        AtomicReferenceArray<T> results = new AtomicReferenceArray<>(ranges);
        forEach(
                ranges,
                1,
                () -> range ->
                        results.set(range, work.work(bound(count, range, ranges), bound(count, range + 1, ranges))));
        for (int range = 0; range < ranges; range++) {
            inOrder.accept(results.get(range));
        }
    }

    private static int bound(int count, int range, int ranges) {
        return (int) ((long) count * range / ranges);
    }

    private static int chunks(int count, int chunk) {
        return (int) ((count + (long) chunk - 1) / chunk);
    }

    /** Pieces that threads take chunk by chunk. */
    private static final class Job {
        private final int count;
        private final int chunk;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final AtomicInteger unfinishedChunks;
        private final CountDownLatch done;

        Job(int count, int chunk) {
            this.count = count;
            this.chunk = chunk;
            int chunks = chunks(count, chunk);
            unfinishedChunks = new AtomicInteger(chunks);
            done = new CountDownLatch(chunks == 0 ? 0 : 1);
        }

        void run(IntConsumer worker) {
            for (int start = claim(); start < count; start = claim()) {
                try {
                    int end = Math.min(count, start + chunk);
                    for (int i = start; i < end; i++) {
                        worker.accept(i);
                    }
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e); // a chunk that is not done must not pass for one that is
                } finally {
                    if (unfinishedChunks.decrementAndGet() == 0) {
                        done.countDown();
                    }
                }
            }
        }

        private int claim() {
            return next.get() >= count ? count : Math.min(count, next.getAndAdd(chunk));
        }

        void awaitHelpers() {
            boolean interrupted = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true; // begun chunks still write into the result
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            } else if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
