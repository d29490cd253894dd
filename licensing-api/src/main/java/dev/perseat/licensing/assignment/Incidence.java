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
     * Sorts pairs by row and column and drops repetitions, in time linear in pairs, rows and columns: two passes of
     * counting sort.
     *
     * @param newRow the row that stands for each number in {@code rows}, or -1 to leave the pair out
     * @param newColumn the same for {@code columns}
     */
    static Incidence of(IntList rows, int[] newRow, int rowCount, IntList columns, int[] newColumn, int columnCount) {
        int[] columnStarts = new int[columnCount + 1];
        for (int i = 0; i < rows.size(); i++) {
            int column = newColumn[columns.get(i)];
            if (column >= 0 && newRow[rows.get(i)] >= 0) {
                columnStarts[column + 1]++;
            }
        }
        accumulate(columnStarts);
        int[] rowsByColumn = new int[columnStarts[columnCount]];
        int[] next = columnStarts.clone();
        for (int i = 0; i < rows.size(); i++) {
            int column = newColumn[columns.get(i)];
            int row = newRow[rows.get(i)];
            if (column >= 0 && row >= 0) {
                rowsByColumn[next[column]++] = row;
            }
        }
        return transpose(columnStarts, rowsByColumn, rowCount);
    }

    private static Incidence transpose(int[] columnStarts, int[] rowsByColumn, int rowCount) {
        int[] counts = new int[rowCount + 1];
        int[] last = new int[rowCount];
        for (int column = 0; column + 1 < columnStarts.length; column++) {
            for (int i = columnStarts[column]; i < columnStarts[column + 1]; i++) {
                if (last[rowsByColumn[i]] != column + 1) {
                    last[rowsByColumn[i]] = column + 1;
                    counts[rowsByColumn[i] + 1]++;
                }
            }
        }
        accumulate(counts);
        int[] columns = new int[counts[rowCount]];
        int[] next = counts.clone();
        for (int column = 0; column + 1 < columnStarts.length; column++) {
            for (int i = columnStarts[column]; i < columnStarts[column + 1]; i++) {
                int row = rowsByColumn[i];
                if (next[row] == counts[row] || columns[next[row] - 1] != column) {
                    columns[next[row]++] = column;
                }
            }
        }
        return new Incidence(counts, columns);
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
