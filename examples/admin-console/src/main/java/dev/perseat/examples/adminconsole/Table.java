package dev.perseat.examples.adminconsole;

import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns, the first of which is the heading: text to the left, numbers to the right. */
final class Table {
    private static final String GAP = "  ";

    private final int numbersFrom;
    private final int numbersUntil;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table whose columns from the first index until before the second hold numbers. */
    Table(int numbersFrom, int numbersUntil, String... heading) {
        this.numbersFrom = numbersFrom;
        this.numbersUntil = numbersUntil;
        rows.add(List.of(heading));
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Writes the rows, or {@code none} if there is none below the heading. */
    void print(Screen screen) {
        if (rows.size() == 1) {
            screen.line("none");
            return;
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Text.width(row.get(i)));
            }
        }
        rows.forEach(row -> screen.line(line(row, widths)));
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String padding = " ".repeat(widths[i] - Text.width(row.get(i)));
            boolean number = i >= numbersFrom && i < numbersUntil;
            line.append(i == 0 ? "" : GAP).append(number ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString();
    }
}
