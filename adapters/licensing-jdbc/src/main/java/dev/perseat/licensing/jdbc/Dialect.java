package dev.perseat.licensing.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * The databases that the store knows. They share nearly every statement; here is where they differ: how rows that may be
 * there already are written, what time it is, and what it takes that a commit survives its process.
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

        @Override
        void takeTurn() {
            TURN.lock();
        }

        @Override
        void endTurn() {
            TURN.unlock();
        }

        @Override
        void writeAtOnce(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set write_delay 0");
            }
        }

        private String merge(Table table, String rows) {
            return "merge into " + table.name() + " t using (" + rows + ") s on " + table.sameKey();
        }
    };

    /** For all files of the process: which of them a connection writes is not known before it is made. */
    private static final Lock TURN = new ReentrantLock();

    /** Killed, it does not find its last commits again, and loses parts of its file. Releases before it do not. */
    private static final String FORGETFUL_H2 = "2.5.252";

    private final String folder;
    private final String now;

    Dialect(String folder, String now) {
        this.folder = folder;
        this.now = now;
    }

    /**
     * Returns the dialect of a database.
     *
     * @throws IllegalArgumentException if the store does not know it, or cannot trust it
     */
    static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String product = database.getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "H2" -> h2(database.getURL(), database.getDatabaseProductVersion());
            default -> throw new IllegalArgumentException("the store knows PostgreSQL and H2, not '" + product + "'");
        };
    }

    /**
     * Returns H2.
     *
     * @throws IllegalArgumentException if its release loses what it has written to a file
     */
    static Dialect h2(String url, String release) {
        boolean isInMemory = url.startsWith("jdbc:h2:mem:");
        if (!isInMemory && release.startsWith(FORGETFUL_H2)) {
            throw new IllegalArgumentException("H2 " + FORGETFUL_H2
                    + " can lose what it has stored in a file when its process is killed. Maybe use H2 2.4.240?");
        }
        return H2;
    }

    /** The folder of the scripts. */
    String folder() {
        return folder;
    }

    /** Asks what time it is at the database, in microseconds since 1970. */
    String clock() {
        return "select cast(floor(extract(epoch from " + now + ") * 1000000) as bigint)";
    }

    /**
     * Waits until nobody else in this process writes. H2 writes its file table by table: the commit of one connection takes
     * along half of what another one is changing just then, and if the process is killed before the other half is written,
     * the first stays, and some of its rows can never be locked again. In PostgreSQL, anybody writes at any time.
     */
    void takeTurn() {}

    /** Lets the next one write. */
    void endTurn() {}

    /**
     * Has each commit written before it returns, by the thread that commits. H2 by itself does so up to half a second later,
     * and in a thread of its own, which takes no turns. It goes back to that whenever it opens its file.
     */
    void writeAtOnce(Connection connection) throws SQLException {}

    /** Inserts rows, and passes over those of which the key is there already. */
    abstract String insertNew(Table table);

    /** Inserts rows, each in place of the one with the same key. */
    abstract String upsert(Table table);

    /** Removes the rows with some keys; the last parameter is how many keys there are. */
    abstract String delete(Table table);
}
