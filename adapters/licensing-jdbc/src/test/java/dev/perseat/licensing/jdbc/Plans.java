package dev.perseat.licensing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.store.Head;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How a database answers statements: by indexes that narrow the search to more than a tenant, and in their order. It is asked
 * twice, since it may keep a plan for long: when the tables are empty and nothing is known of them, and when some tenants
 * have many rows.
 */
abstract class Plans {
    /** Of a tenant there is one row, or all of its rows are wanted. */
    static final String BY_TENANT_ALONE = "perseat_(head|tenant|postponed|schema)";

    private static final int ROWS = 2_000;
    private static final int LARGE_TENANTS = 15;
    private static final int TENANTS = 1_000;
    private static final List<Table> TABLES = List.of(
            Table.COMMIT,
            Table.OBJECT,
            Table.MEMBERSHIP,
            Table.OPERATION,
            Table.STEP,
            Table.CONTENT,
            Table.HOLDING,
            Table.POSTPONED,
            Table.AUDIT);

    /** Explains a statement. */
    abstract String plan(Connection connection, String statement) throws SQLException;

    /** Returns what is wrong with a plan, or nothing. */
    abstract @Nullable String fault(String statement, String plan);

    /** Makes sure that statements are answered by indexes. The database has the schema, and nothing in it. */
    final void assertIndexed(DataSource source, SortedSet<String> statements) throws SQLException {
        assertThat(statements).isNotEmpty();
        try (Connection connection = source.getConnection()) {
            assertThat(faults(connection, statements)).as("without rows").isEmpty();
            for (int tenant = 0; tenant < TENANTS; tenant++) {
                fill(new Session(connection, Dialect.of(connection), key(tenant)), tenant < LARGE_TENANTS);
            }
            TestDatabases.execute(source, "analyze");
            assertThat(faults(connection, statements)).as("with many rows").isEmpty();
        }
    }

    private List<String> faults(Connection connection, SortedSet<String> statements) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (String statement : statements) {
            if (statement.contains("perseat_")) {
                String plan = plan(connection, statement);
                String fault = fault(statement, plan);
                if (fault != null) {
                    faults.add(fault + "\n" + statement + "\n" + plan);
                }
            }
        }
        return faults;
    }

    private static void fill(Session session, boolean isLarge) throws SQLException {
        new HeadRow(new Head(ROWS, 0, null), ROWS, 0, SmallWorld.snapshot().tenant(), LicensingPolicy.entra())
                .insert(session);
        if (!isLarge) {
            return;
        }
        for (Table table : TABLES) {
            Rows rows = Rows.insert(session, table);
            for (int i = 0; i < ROWS; i++) {
                int number = i;
                rows.add(table.columns().stream()
                        .map(column -> value(column, number))
                        .toArray());
            }
            rows.flush();
        }
    }

    /** As most rows are: few name an actor or an activity, and some hundreds go back to the same operation. */
    private static @Nullable Object value(Table.Column column, int number) {
        int seldom = number % 100;
        return switch (column.name()) {
            case "actor" -> seldom == 0 ? key(number % 5) : null;
            case "activity" -> seldom == 0 ? (short) (number % 1_000 / 100) : null;
            case "cause" -> number / 100L;
            case "kind" -> (short) 5;
            case "target_kind" -> (short) 2;
            case "part" -> 0;
            case "refused" -> false;
            default ->
                switch (column.type()) {
                    case "uuid" -> key(number);
                    case "bigint" -> (long) number;
                    default -> bytes(number);
                };
        };
    }

    private static UUID key(int number) {
        return HashKey.of(bytes(number));
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
