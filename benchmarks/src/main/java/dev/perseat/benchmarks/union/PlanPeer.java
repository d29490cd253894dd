package dev.perseat.benchmarks.union;

/** Someone who has finished answers, and is asked whether users have plans. */
@FunctionalInterface
public interface PlanPeer {
    /** Answers a question by its number. */
    boolean hasPlan(int question);
}
