package dev.perseat.examples.tenantreport;

import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns: text to the left, numbers to the right. */
final class Table {
    private static final String GAP = "  ";

    private final int numbersFrom;
    private final int numbersUntil;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table whose columns from the first index until before the second hold numbers. */
    Table(int numbersFrom, int numbersUntil) {
        this.numbersFrom = numbersFrom;
        this.numbersUntil = numbersUntil;
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    void print(Page page) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        rows.forEach(row -> page.line(line(row, widths)));
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String padding = " ".repeat(widths[i] - width(row.get(i)));
            boolean number = i >= numbersFrom && i < numbersUntil;
            line.append(i == 0 ? "" : GAP).append(number ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
