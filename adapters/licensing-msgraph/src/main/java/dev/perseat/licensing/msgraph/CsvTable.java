package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.directory.DirectoryException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file in UTF-8 with a header row, read row by row. Columns are found by name, further ones are passed over, and so
 * are empty lines. Every cell is cleaned: blanks of any sort (tabs, line ends, non-breaking and zero-width ones among them)
 * are gone at both ends and are one space within; a byte order mark is passed over.
 */
final class CsvTable {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2007\\u200B\\u202F\\uFEFF]+");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final String file;
    private final List<String> columns;

    private CsvTable(String file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * One row.
     *
     * @param place where it is
     * @param columns the columns asked for
     * @param cells their cells; what a short row does not have is empty
     */
    record Row(String place, List<String> columns, List<String> cells) {
        String cell(String column) {
            return cells.get(columns.indexOf(column));
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * Reads a file to its end.
     *
     * @param columns the names of the columns that must be there
     * @param action takes each row in which any of them has a cell that is not empty
     * @throws GraphFormatException if the file is missing, is not CSV in UTF-8, or lacks a column
     */
    static void read(Path path, List<String> columns, Consumer<Row> action) {
        CsvTable table = new CsvTable(String.valueOf(path.getFileName()), columns);
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(withoutMark(reader), FORMAT)) {
            table.read(rows, action);
        } catch (NoSuchFileException missing) {
            throw new GraphFormatException(table.file + ": the file is missing");
        } catch (IOException broken) {
            throw table.failure(broken);
        }
    }

    private static Reader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private void read(CSVParser rows, Consumer<Row> action) throws IOException {
        int[] positions = null;
        try {
            for (CSVRecord row : rows) {
                String place = file + ":" + Math.max(1, rows.getCurrentLineNumber());
                if (positions == null) {
                    positions = positions(row, place);
                    continue;
                }
                Row cells = new Row(place, columns, cells(row, positions));
                if (!cells.isEmpty()) {
                    action.accept(cells);
                }
            }
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CSVException) {
                throw notCsv(rows);
            }
            throw broken.getCause();
        }
        if (positions == null) {
            throw new GraphFormatException(file + ": the file is empty, it has no header row");
        }
    }

    private GraphFormatException notCsv(CSVParser rows) {
        return new GraphFormatException(
                file + ":" + rows.getCurrentLineNumber() + ": this is not CSV. Maybe a quotation mark is missing?");
    }

    private int[] positions(CSVRecord header, String place) {
        List<String> names = header.stream().map(CsvTable::clean).toList();
        return columns.stream()
                .mapToInt(column -> {
                    int position = names.indexOf(column);
                    if (position < 0 || position != names.lastIndexOf(column)) {
                        String what = position < 0 ? "there is no column '" : "there is more than one column '";
                        throw new GraphFormatException(place + ": " + what + column + "'");
                    }
                    return position;
                })
                .toArray();
    }

    private static List<String> cells(CSVRecord row, int[] positions) {
        return Arrays.stream(positions)
                .mapToObj(position -> position < row.size() ? clean(row.get(position)) : "")
                .toList();
    }

    static String clean(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private DirectoryException failure(IOException broken) {
        if (broken instanceof CharacterCodingException) {
            return new GraphFormatException(file + ": the file is not in UTF-8");
        }
        return new DirectoryException(file + ": the file cannot be read", broken);
    }
}
