package dev.perseat.licensing.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL answers a statement, whatever its parameters are: that is the plan which it keeps. */
final class PostgreSqlPlans extends Plans {
    private static final Pattern PARAMETER = Pattern.compile("\\?");
    private static final Pattern SCAN = Pattern.compile("Scan (?:using|on) (perseat_\\w+)");
    private static final Pattern SEQUENTIAL_SCAN = Pattern.compile("Seq Scan on perseat_(?!tenant|schema)");
    private static final String CONDITION = "Index Cond: ";

    @Override
    String plan(Connection connection, String statement) throws SQLException {
        List<String> parameters = new ArrayList<>();
        String numbered = PARAMETER.matcher(statement).replaceAll(any -> {
            parameters.add("null");
            return "\\$" + parameters.size();
        });
        StringBuilder plan = new StringBuilder();
        try (Statement explain = connection.createStatement()) {
            explain.execute("set plan_cache_mode = force_generic_plan");
            explain.execute("prepare asked as " + numbered);
            String execution = parameters.isEmpty() ? "asked" : "asked(" + String.join(", ", parameters) + ")";
            try (ResultSet lines = explain.executeQuery("explain (costs off) execute " + execution)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            explain.execute("deallocate asked");
        }
        return plan.toString();
    }

    @Override
    @Nullable
    String fault(String statement, String plan) {
        List<String> lines = plan.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher scan = SCAN.matcher(line);
            if (SEQUENTIAL_SCAN.matcher(line).find()) {
                return "not by an index";
            } else if (line.contains("Index") && scan.find() && !isNarrow(scan.group(1), lines.get(i + 1))) {
                return "by the tenant alone";
            } else if (line.endsWith("Sort") && sortsRows(lines.subList(i + 1, lines.size())) && isPage(statement)) {
                return "not in the order of an index";
            }
        }
        return null;
    }

    /** Whether it must not look at more than it returns. The entries of a time are found by their time, and put into their order. */
    private static boolean isPage(String statement) {
        return statement.contains("limit") && !statement.contains("at_micros >") && !statement.contains("at_micros <");
    }

    private static boolean isNarrow(String index, String nextLine) {
        boolean isWhole = index.replaceAll("_pk$", "").matches(BY_TENANT_ALONE);
        return isWhole || (nextLine.contains(CONDITION) && nextLine.contains(" AND "));
    }

    /**
     * Whether the first thing below is a table, and neither some first rows of it nor what belongs to one key: of that the database
     * may think that it is so little that putting it into order costs less than reading in order.
     */
    private static boolean sortsRows(List<String> below) {
        boolean isOfOneKey = below.stream().anyMatch(line -> line.matches(".*" + CONDITION + ".* = .* = .*"));
        return !isOfOneKey
                && below.stream()
                        .filter(line -> line.contains("Limit") || line.contains("perseat_"))
                        .findFirst()
                        .filter(line -> !line.contains("Limit"))
                        .isPresent();
    }
}
