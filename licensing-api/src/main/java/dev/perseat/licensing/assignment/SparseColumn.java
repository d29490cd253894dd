package dev.perseat.licensing.assignment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of every user, where most have the usual value: a bit for each user, the other values one after the
 * other, and for each 64 users how many values come before theirs. So a value is found in constant time, at a fifth of a
 * byte for each user and four bytes for each value.
 */
final class SparseColumn<T> {
    private final T usual;
    private final long[] present;
    private final int[] valuesBefore;
    private final Object[] values;

    private SparseColumn(T usual, long[] present, int[] valuesBefore, Object[] values) {
        this.usual = usual;
        this.present = present;
        this.valuesBefore = valuesBefore;
        this.values = values;
    }

    /** Returns the value of a user, which must be one. */
    @SuppressWarnings("unchecked") // only a builder that takes a T gives the values
    T get(int index) {
        if (values.length == 0) {
            return usual;
        }
        long word = present[index >> 6];
        long bit = 1L << index;
        return (word & bit) == 0 ? usual : (T) values[valuesBefore[index >> 6] + Long.bitCount(word & (bit - 1))];
    }

    /** Collects values under any numbers; costs nothing until one differs from the usual one. */
    static final class Builder<T> {
        private final T usual;
        private @Nullable Object[] values = new Object[0];
        private int count;

        Builder(T usual) {
            this.usual = usual;
        }

        /** Sets the value of a number, once. */
        @SuppressWarnings("ReferenceEquality") // the usual value is mostly one object, and a list takes time to compare
        void set(int number, T value) {
            if (value == usual || value.equals(usual)) {
                return;
            }
            if (number >= values.length) {
                values = Arrays.copyOf(values, Math.max(number + 16, values.length + (values.length >> 1)));
            }
            values[number] = value;
            count++;
        }

        /** Returns a column in which the value of {@code i} is that of {@code numbers[i]}. */
        SparseColumn<T> build(int[] numbers) {
            if (count == 0) {
                return new SparseColumn<>(usual, new long[0], new int[0], new Object[0]);
            }
            int words = (numbers.length + 63) >> 6;
            long[] present = new long[words];
            int[] valuesBefore = new int[words];
            Object[] sorted = new Object[count];
            int next = 0;
            for (int i = 0; i < numbers.length; i++) {
                if ((i & 63) == 0) {
                    valuesBefore[i >> 6] = next;
                }
                Object value = numbers[i] < values.length ? values[numbers[i]] : null;
                if (value != null) {
                    present[i >> 6] |= 1L << i;
                    sorted[next++] = value;
                }
            }
            return new SparseColumn<>(usual, present, valuesBefore, sorted);
        }
    }
}
