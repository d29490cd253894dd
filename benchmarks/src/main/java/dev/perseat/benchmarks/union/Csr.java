package dev.perseat.benchmarks.union;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Rows of ints, one behind the other: row {@code r} is {@code values[start[r]]} up to {@code values[start[r + 1] - 1]}.
 */
record Csr(int[] start, int[] values) {
    /** Returns the rows that a function of row and position gives. */
    static Csr of(int rows, IntUnaryOperator length, IntBinaryOperator value) {
        int[] start = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            start[row + 1] = start[row] + length.applyAsInt(row);
        }
        int[] values = new int[start[rows]];
        for (int row = 0; row < rows; row++) {
            for (int k = start[row]; k < start[row + 1]; k++) {
                values[k] = value.applyAsInt(row, k - start[row]);
            }
        }
        return new Csr(start, values);
    }

    int rows() {
        return start.length - 1;
    }

    int length(int row) {
        return start[row + 1] - start[row];
    }

    /** Returns of each value the rows that have it, in ascending order. */
    Csr transposed(int columns) {
        int[] transposedStart = new int[columns + 1];
        for (int value : values) {
            transposedStart[value + 1]++;
        }
        for (int column = 0; column < columns; column++) {
            transposedStart[column + 1] += transposedStart[column];
        }
        int[] next = Arrays.copyOf(transposedStart, columns);
        int[] rowsOf = new int[values.length];
        for (int row = 0; row < rows(); row++) {
            for (int k = start[row]; k < start[row + 1]; k++) {
                rowsOf[next[values[k]]++] = row;
            }
        }
        return new Csr(transposedStart, rowsOf);
    }
}
