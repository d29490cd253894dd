package dev.perseat.licensing.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does something on several threads that begin at the same time. */
final class Together {
    static final int THREADS = 4;

    private Together() {}

    /** What each of four threads returns, by the number that it was made with, from 0. */
    static <T> List<T> run(IntFunction<Callable<T>> tasks) throws InterruptedException {
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            all.add(tasks.apply(i));
        }
        return run(all);
    }

    static <T> List<T> run(List<Callable<T>> tasks) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            CountDownLatch ready = new CountDownLatch(tasks.size());
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return task.call();
                }));
            }
            return results(running);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> results(List<Future<T>> running) throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            try {
                results.add(each.get());
            } catch (ExecutionException e) {
                throw new AssertionError("a thread among several fails: " + e.getCause(), e.getCause());
            }
        }
        return results;
    }
}
