package dev.perseat.licensing.testkit.world;

import java.util.List;

/** What the law demands for an input. */
sealed interface Expectation permits Answer, Refusal {
    /** Returns what is demanded in the words of a world, sorted, so that two expectations can be compared by line. */
    List<String> lines();

    /** Leaves out what the other one says nothing of. */
    Expectation inDetailOf(Expectation other);
}
