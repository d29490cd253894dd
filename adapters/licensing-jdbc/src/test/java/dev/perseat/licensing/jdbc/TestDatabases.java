package dev.perseat.licensing.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases for tests: a real PostgreSQL, started once in each virtual machine, and H2. */
final class TestDatabases {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String OWNER = "postgres";
    private static final List<String> TABLES = List.of(
            "tenant",
            "head",
            "commit",
            "object",
            "membership",
            "operation",
            "step",
            "content",
            "holding",
            "postponed",
            "audit");

    /** How long a server that was killed may take until it lets anybody in again. */
    private static final long RECOVERY_MILLIS = 30_000;

    private TestDatabases() {}

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException | RuntimeException e) {
                throw new IllegalStateException(
                        "PostgreSQL cannot be started here. As root it needs the program unshare, and leave to make user"
                                + " namespaces; a normal user needs neither",
                        e);
            }
        }
    }

    static EmbeddedPostgres server() {
        return Server.POSTGRES;
    }

    /**
     * Starts a PostgreSQL that keeps what it has told of. Unless told otherwise, embedded ones do not: they commit asynchronously,
     * forget the last commits when they are killed, and never wait for the disk.
     */
    static EmbeddedPostgres durableServer() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
    }

    /** Returns the name of a new, empty database of PostgreSQL. */
    static String newPostgresDatabase() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute(Server.POSTGRES.getPostgresDatabase(), "create database " + name);
        return name;
    }

    /** Returns an empty database of PostgreSQL. */
    static HikariDataSource postgres() {
        return postgres(newPostgresDatabase(), OWNER);
    }

    /** Returns a database of PostgreSQL, for a role. */
    static HikariDataSource postgres(String database, String role) {
        return pool(Server.POSTGRES.getDatabase(role, database));
    }

    static HikariDataSource at(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return pool(source);
    }

    /** Returns an empty database of H2, in memory. */
    static HikariDataSource h2() {
        return h2("jdbc:h2:mem:test-" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }

    static HikariDataSource h2(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return pool(source);
    }

    private static HikariDataSource pool(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(RECOVERY_MILLIS);
        return new HikariDataSource(config);
    }

    /** A database with the schema. */
    static <T extends DataSource> T migrated(T source) {
        LicenseSchema.migrate(source);
        return source;
    }

    static void execute(DataSource source, String... statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(String.join("; ", statements), e));
        }
    }

    /** Removes everything that is stored, so that a database can be used again: far cheaper than a new one. */
    static void clear(DataSource source) {
        TABLES.forEach(table -> execute(source, "truncate table perseat_" + table));
    }

    /** Removes the little that is stored. PostgreSQL makes a new file for each table that is truncated; this is faster. */
    static void clearLittle(DataSource source) {
        execute(
                source,
                TABLES.stream().map(table -> "delete from perseat_" + table).toArray(String[]::new));
    }
}
