package dev.perseat.licensing.engine;

import java.util.Arrays;

/** A growing array of ints that its owner reads directly. */
final class IntBuffer {
    int[] values;
    int size;

    IntBuffer() {
        this(16);
    }

    /** Makes room for some values; there may come more. */
    IntBuffer(int room) {
        values = new int[Math.max(16, room)];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L));
        }
        values[size++] = value;
    }

    void addAll(int[] source) {
        addAll(source, 0, source.length);
    }

    /** Adds some of the values of an array. */
    void addAll(int[] source, int from, int length) {
        if (size + length > values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * (size + length)));
        }
        System.arraycopy(source, from, values, size, length);
        size += length;
    }

    void clear() {
        size = 0;
    }

    /** Sorts the values and keeps each once. */
    void sortDistinct() {
        Arrays.sort(values, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        size = kept;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
