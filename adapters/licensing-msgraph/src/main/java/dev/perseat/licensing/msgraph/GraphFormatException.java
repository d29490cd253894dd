package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.directory.DirectoryException;
import java.util.List;

/**
 * A file is missing or is not what it should be. The message names the file and the place, and the value at fault where
 * that is an id, a number, a country or one of a closed list of words; never other content, which may be personal.
 *
 * <p>A place in a JSON file is line, column (counted in bytes, from 1) and JSON Pointer (RFC 6901), such as {@code
 * users.json:12:23 /value/3/id}; in a CSV file it is the line on which the row ends, such as {@code
 * plan-conflicts.csv:7}.
 *
 * @since 0.1
 */
public final class GraphFormatException extends DirectoryException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<String> problems;

    GraphFormatException(String problem) {
        super(problem);
        this.problems = List.of(problem);
    }

    /** Of several problems, in the order in which they were found. */
    GraphFormatException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns every problem. A JSON file has one, for nothing can be read beyond it; CSV files are read to the end.
     *
     * @return a sentence for each problem, in the order of the files; unmodifiable, never empty
     */
    public List<String> problems() {
        return problems;
    }

    private static String message(List<String> problems) {
        if (problems.size() == 1) {
            return problems.get(0);
        }
        StringBuilder text = new StringBuilder().append(problems.size()).append(" problems:");
        problems.stream().limit(SHOWN).forEach(problem -> text.append("\n- ").append(problem));
        if (problems.size() > SHOWN) {
            text.append("\n- and ").append(problems.size() - SHOWN).append(" more");
        }
        return text.toString();
    }
}
