package dev.perseat.licensing.service;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Does what it was given when a test says so, in order, on the thread of the test. */
final class ManualExecutor implements Executor {
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
    }

    private synchronized Runnable next() {
        Runnable task = tasks.poll();
        return task == null ? () -> {} : task;
    }

    synchronized boolean isIdle() {
        return tasks.isEmpty();
    }

    /** Does everything, also what is given meanwhile. */
    void runAll() {
        while (!isIdle()) {
            next().run();
        }
    }
}
