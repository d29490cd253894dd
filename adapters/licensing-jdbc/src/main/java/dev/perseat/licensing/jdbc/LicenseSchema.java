package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.store.LicenseStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * The tables of the store, made and brought up to date by numbered scripts. The scripts lie beside this class, named as
 * Flyway names them, for who would rather have that run them.
 *
 * @since 0.1
 */
public final class LicenseSchema {
    /** In order; a script that has been released never changes. */
    private static final List<String> SCRIPTS = List.of("V1__tables.sql");

    private static final String HISTORY = "create table if not exists perseat_schema (version integer not null,"
            + " script varchar(200) not null, constraint perseat_schema_pk primary key (version))";

    private LicenseSchema() {}

    /**
     * Returns the version of the schema that this version of the library needs.
     *
     * @return the number of the newest script
     */
    public static int version() {
        return SCRIPTS.size();
    }

    /**
     * Creates the tables, or brings them up to date; does nothing if they are. Several processes may do so at once. Needs the
     * right to create tables in the schema that comes first on the connection's search path. In PostgreSQL each script takes
     * effect as a whole; in H2, which cannot do that, what was interrupted is repeated.
     *
     * @param source where connections come from
     * @throws LicenseStoreException UNAVAILABLE if the database cannot be reached, or refuses a script; the message
     *     names it
     * @throws IllegalArgumentException if the database is neither PostgreSQL nor H2, or a file of an H2 that cannot be trusted
     */
    public static void migrate(DataSource source) {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                migrate(connection);
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw Failures.unreachable(e);
        }
    }

    private static void migrate(Connection connection) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        dialect.takeTurn();
        try {
            migrate(connection, dialect);
        } finally {
            dialect.endTurn();
        }
    }

    private static void migrate(Connection connection, Dialect dialect) throws SQLException {
        try {
            dialect.writeAtOnce(connection);
            createHistory(connection);
            for (int version = 1; version <= version(); version++) {
                migrate(connection, dialect, version);
            }
        } finally {
            connection.rollback();
        }
    }

    /** Two processes that create the same table at the same moment can collide, but not twice. */
    private static void createHistory(Connection connection) throws SQLException {
        try {
            execute(connection, HISTORY);
        } catch (SQLException e) {
            if (!Failures.isTaken(e)) {
                throw e;
            }
            connection.rollback();
            execute(connection, HISTORY);
        }
        connection.commit();
    }

    /** In PostgreSQL, who claims a version keeps all others waiting until its script has taken effect. */
    private static void migrate(Connection connection, Dialect dialect, int version) throws SQLException {
        String script = SCRIPTS.get(version - 1);
        if (dialect == Dialect.H2) {
            run(connection, script(dialect, version));
            execute(connection, "merge into perseat_schema key (version) values (" + version + ", '" + script + "')");
        } else if (claim(connection, version, script)) {
            run(connection, script(dialect, version));
        }
        connection.commit();
    }

    private static boolean claim(Connection connection, int version, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("insert into perseat_schema (version, script) values (" + version + ", '"
                            + script + "') on conflict do nothing")
                    > 0;
        }
    }

    private static void run(Connection connection, String script) throws SQLException {
        for (String statement : statements(script)) {
            execute(connection, statement);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A statement ends with a semicolon at the end of a line; comments are lines of their own. */
    static List<String> statements(String script) {
        String text = script.lines()
                .filter(line -> !line.startsWith("--"))
                .reduce("", (before, line) -> before + line + "\n");
        return Arrays.stream(text.split(";\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The text of a script. */
    static String script(Dialect dialect, int version) {
        return read(dialect.folder() + "/" + SCRIPTS.get(version - 1));
    }

    static String read(String resource) {
        try (InputStream in = LicenseSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its script " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes sure that a database has the schema that the library needs.
     *
     * @throws IllegalStateException if it has an older one, a newer one, or none
     */
    static void check(Connection connection) throws SQLException {
        Dialect.of(connection);
        int found = version(connection);
        if (found < version()) {
            throw new IllegalStateException("the database has version " + found + " of the schema, this library needs "
                    + version() + ". Maybe LicenseSchema.migrate has not been run?");
        }
        if (found > version()) {
            throw new IllegalStateException("the database has version " + found
                    + " of the schema, this library knows versions up to " + version()
                    + ". Maybe a later version of it has already been here?");
        }
    }

    private static int version(Connection connection) throws SQLException {
        Session session = new Session(connection, Dialect.of(connection), HashKey.NONE);
        boolean isThere = session.find(
                        "select count(*) from information_schema.tables where lower(table_name) = 'perseat_schema'",
                        row -> row.getInt(1) > 0)
                .orElse(false);
        return isThere
                ? session.find("select max(version) from perseat_schema", row -> row.getInt(1))
                        .orElse(0)
                : 0;
    }
}
