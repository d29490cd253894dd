package dev.perseat.licensing.testkit.world;

import java.util.ArrayList;
import java.util.List;

/** Tells by line how two texts differ, of which each line can stand for itself. */
final class LineDiff {
    private LineDiff() {}

    /** Returns the lines that are missing, after a minus, and those that are too many, after a plus. */
    static List<String> between(List<String> expected, List<String> actual) {
        List<String> missing = without(expected, actual);
        List<String> extra = without(actual, expected);
        List<String> differences = new ArrayList<>();
        missing.forEach(line -> differences.add("- " + line));
        extra.forEach(line -> differences.add("+ " + line));
        if (differences.isEmpty() && !expected.equals(actual)) {
            differences.add("  the same lines in another order:");
            actual.forEach(line -> differences.add("  " + line));
        }
        return differences;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return left;
    }
}
