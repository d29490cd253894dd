package dev.perseat.licensing.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The databases that the store knows. They share nearly every statement; here is where they differ: how rows that may be
 * there already are written, and what time it is.
 */
enum Dialect {
    /** PostgreSQL, and what speaks its language. */
    POSTGRESQL("postgresql", "clock_timestamp()") {
        @Override
        String insertNew(Table table) {
            return table.insert() + " on conflict do nothing";
        }

        @Override
        String upsert(Table table) {
            String values = table.values().stream()
                    .map(column -> column.name() + " = excluded." + column.name())
                    .collect(Collectors.joining(", "));
            return table.insert() + " on conflict (" + table.keyNames() + ") do update set " + values;
        }

        @Override
        String delete(Table table) {
            return "delete from " + table.name() + " t using (" + table.keyRows() + ") s where " + table.sameKey();
        }
    },

    /** H2, embedded or not, in its regular mode or that of PostgreSQL. */
    H2("h2", "current_timestamp") {
        @Override
        String insertNew(Table table) {
            List<String> names = table.names();
            return merge(table, table.select(table.columns())) + " when not matched then insert ("
                    + String.join(", ", names) + ") values (s." + String.join(", s.", names) + ")";
        }

        @Override
        String upsert(Table table) {
            return "merge into " + table.name() + " (" + String.join(", ", table.names()) + ") key (" + table.keyNames()
                    + ") " + table.select(table.columns());
        }

        @Override
        String delete(Table table) {
            return merge(table, table.keyRows()) + " when matched then delete";
        }

        private String merge(Table table, String rows) {
            return "merge into " + table.name() + " t using (" + rows + ") s on " + table.sameKey();
        }
    };

    private final String folder;
    private final String now;

    Dialect(String folder, String now) {
        this.folder = folder;
        this.now = now;
    }

    /**
     * Returns the dialect of a database.
     *
     * @throws IllegalArgumentException if the store does not know it
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "H2" -> H2;
            default -> throw new IllegalArgumentException("the store knows PostgreSQL and H2, not '" + product + "'");
        };
    }

    /** The folder of the scripts. */
    String folder() {
        return folder;
    }

    /** Asks what time it is at the database, in microseconds since 1970. */
    String clock() {
        return "select cast(floor(extract(epoch from " + now + ") * 1000000) as bigint)";
    }

    /** Inserts rows, and passes over those of which the key is there already. */
    abstract String insertNew(Table table);

    /** Inserts rows, each in place of the one with the same key. */
    abstract String upsert(Table table);

    /** Removes the rows with some keys; the last parameter is how many keys there are. */
    abstract String delete(Table table);
}
