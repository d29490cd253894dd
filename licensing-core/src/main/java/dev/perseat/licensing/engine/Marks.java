package dev.perseat.licensing.engine;

import java.util.Arrays;

/** A set of small ints that is emptied in constant time. */
final class Marks {
    private final int[] marks;
    private int current = 1;

    Marks(int size) {
        marks = new int[size];
    }

    int size() {
        return marks.length;
    }

    void clear() {
        if (++current == 0) {
            Arrays.fill(marks, 0);
            current = 1;
        }
    }

    void set(int value) {
        marks[value] = current;
    }

    boolean get(int value) {
        return marks[value] == current;
    }
}
