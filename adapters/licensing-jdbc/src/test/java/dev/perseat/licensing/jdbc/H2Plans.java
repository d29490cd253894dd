package dev.perseat.licensing.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How H2 answers a statement. */
final class H2Plans extends Plans {
    private static final Pattern SCAN = Pattern.compile("PUBLIC\\.PERSEAT_(?!TENANT|SCHEMA)\\w+\\.tableScan");
    private static final Pattern BY_TENANT = Pattern.compile(
            "\"(?i:(?!" + BY_TENANT_ALONE + ")PERSEAT_\\w+)\"( \"\\w+\")?\\s*/\\* PUBLIC\\.\\w+: TENANT = [^ ]+ \\*/");

    @Override
    String plan(Connection connection, String statement) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("explain " + statement);
                ResultSet plan = explain.executeQuery()) {
            plan.next();
            return plan.getString(1);
        }
    }

    @Override
    @Nullable
    String fault(String statement, String plan) {
        if (SCAN.matcher(plan).find()) {
            return "not by an index";
        } else if (BY_TENANT.matcher(plan).find()) {
            return "by the tenant alone";
        } else if (statement.contains(" order by tenant") && !plan.contains("index sorted")) {
            return "not in the order of an index";
        }
        return null;
    }
}
