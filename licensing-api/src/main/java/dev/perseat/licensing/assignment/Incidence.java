package dev.perseat.licensing.assignment;

/**
 * For each of a range of rows a sorted set of columns, as two arrays: {@code columns[starts[row] .. starts[row + 1])}.
 */
final class Incidence {
    private final int[] starts;
    private final int[] columns;

    private Incidence(int[] starts, int[] columns) {
        this.starts = starts;
        this.columns = columns;
    }

    /**
     * Sorts pairs by row and column and drops repetitions, in time linear in pairs, rows and columns: first by column,
     * which costs least if pairs with the same column come one after the other, then by row.
     *
     * @param newRow the row that stands for each number in {@code rows}, each once from 0 on
     * @param newColumn the same for {@code columns}
     */
    static Incidence of(IntList rows, int[] newRow, IntList columns, int[] newColumn) {
        int[] starts = new int[newColumn.length + 1];
        for (int i = 0; i < columns.size(); i++) {
            starts[newColumn[columns.get(i)] + 1]++;
        }
        accumulate(starts);
        int[] rowsByColumn = new int[columns.size()];
        int[] next = starts.clone();
        for (int i = 0; i < columns.size(); i++) {
            rowsByColumn[next[newColumn[columns.get(i)]]++] = newRow[rows.get(i)];
        }
        return new Incidence(starts, rowsByColumn).transposed(newRow.length);
    }

    /** Returns for each column the sorted set of its rows, whether or not the columns of a row are sorted or distinct. */
    Incidence transposed(int columnCount) {
        int[] counts = new int[columnCount + 1];
        for (int column : columns) {
            counts[column + 1]++;
        }
        accumulate(counts);
        int[] rows = new int[columns.length];
        int[] next = counts.clone();
        int written = 0;
        for (int row = 0; row + 1 < starts.length; row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                int column = columns[i];
                int place = next[column];
                if (place == counts[column] || rows[place - 1] != row) {
                    rows[place] = row;
                    next[column]++;
                    written++;
                }
            }
        }
        return written == rows.length ? new Incidence(counts, rows) : compact(counts, next, rows, written);
    }

    /** Closes the gaps that repetitions left between the end of what was written of each row and the next row. */
    private static Incidence compact(int[] starts, int[] ends, int[] columns, int size) {
        int[] newStarts = new int[starts.length];
        int[] newColumns = new int[size];
        for (int row = 0; row + 1 < starts.length; row++) {
            int count = ends[row] - starts[row];
            System.arraycopy(columns, starts[row], newColumns, newStarts[row], count);
            newStarts[row + 1] = newStarts[row] + count;
        }
        return new Incidence(newStarts, newColumns);
    }

    private static void accumulate(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }

    int count(int row) {
        return starts[row + 1] - starts[row];
    }

    int column(int row, int k) {
        return columns[starts[row] + k];
    }
}
