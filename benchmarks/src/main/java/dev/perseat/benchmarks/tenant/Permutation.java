package dev.perseat.benchmarks.tenant;

/**
 * An order of the numbers from 0 to {@code size - 1} that takes no memory; {@code factor} has no divisor in common
 * with {@code size}.
 */
record Permutation(int size, long factor, long offset) {
    /** Returns the number at a position; positions begin anew after the last. */
    int at(long position) {
        return (int) ((position % size * factor + offset) % size);
    }
}
