package dev.perseat.licensing.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to take back what was changed, the last change first. */
final class Journal {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** Notes how to take back a change that has just been made. */
    void add(Runnable step) {
        steps.push(step);
    }

    void rollBack() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }

    /** Makes what was changed final. */
    void commit() {
        steps.clear();
    }
}
