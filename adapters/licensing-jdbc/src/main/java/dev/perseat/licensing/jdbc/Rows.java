package dev.perseat.licensing.jdbc;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into a table, or keys of rows to remove from it. Some are collected before they are sent; the last ones
 * go with {@link #flush}. No key may come twice.
 */
final class Rows {
    /** How many rows are one statement. */
    private static final int PAGE = 2_000;

    private final Session session;
    private final String sql;
    private final List<Table.Column> columns;
    private final boolean tellsCount;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private int written;

    private Rows(Session session, String sql, List<Table.Column> columns, boolean tellsCount) {
        this.session = session;
        this.sql = sql;
        this.columns = columns;
        this.tellsCount = tellsCount;
    }

    /** Rows that are not there yet. */
    static Rows insert(Session session, Table table) {
        return new Rows(session, table.insert(), table.columns(), false);
    }

    /** Rows that are passed over if they are there already. */
    static Rows insertNew(Session session, Table table) {
        return new Rows(session, session.dialect().insertNew(table), table.columns(), false);
    }

    /** Rows that take the place of those with the same keys. */
    static Rows upsert(Session session, Table table) {
        return new Rows(session, session.dialect().upsert(table), table.columns(), false);
    }

    /** Keys of rows to remove. */
    static Rows delete(Session session, Table table) {
        return new Rows(session, session.dialect().delete(table), table.keys(), true);
    }

    /** Adds a row. The values are in the order of the columns, without the tenant. */
    Rows add(@Nullable Object... row) throws SQLException {
        rows.add(row);
        if (rows.size() == PAGE) {
            flush();
        }
        return this;
    }

    /** Sends what has been collected, and returns how many rows have been written or removed in all. */
    int flush() throws SQLException {
        if (!rows.isEmpty()) {
            List<Object> parameters = new ArrayList<>(List.of(session.tenant()));
            for (int i = 0; i < columns.size(); i++) {
                parameters.add(column(i));
            }
            if (tellsCount) {
                parameters.add(rows.size());
            }
            written += session.update(sql, parameters.toArray());
            rows.clear();
        }
        return written;
    }

    private Array column(int index) throws SQLException {
        String type = columns.get(index).type();
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i)[index];
        }
        return session.connection().createArrayOf(type, type.equals(Table.BYTES) ? bytes(values) : values);
    }

    /** The driver of PostgreSQL takes bytes only in an array of their own type. */
    private static @Nullable Object[] bytes(@Nullable Object[] values) {
        return Arrays.copyOf(values, values.length, byte[][].class);
    }
}
