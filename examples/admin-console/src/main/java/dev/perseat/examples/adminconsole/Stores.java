package dev.perseat.examples.adminconsole;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.perseat.licensing.jdbc.JdbcLicenseStore;
import dev.perseat.licensing.jdbc.LicenseSchema;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.testkit.store.InMemoryLicenseStore;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The one place that knows what the service can remember in. */
final class Stores {
    static final String MEMORY = "memory";
    static final String FILE = "jdbc:h2:file:./perseat-console";

    private static final String H2 = "jdbc:h2:";
    private static final String H2_MOVES = ";MAX_COMPACT_TIME=";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int MOST_CONNECTIONS = 8;

    private Stores() {}

    /**
     * A store, open until it is closed.
     *
     * @param store the store
     * @param place where it is, without anything secret, or null if it is forgotten with the process
     * @param closing closes it
     */
    record Open(LicenseStore store, @Nullable String place, Runnable closing) implements AutoCloseable {
        @Override
        public void close() {
            closing.run();
        }
    }

    /** Whether {@link #open} knows this kind of place. */
    static boolean isKnown(String place) {
        return place.equals(MEMORY) || place.startsWith(H2) || place.startsWith(POSTGRESQL);
    }

    /**
     * Opens a store, and makes it if it is not there.
     *
     * @throws LicenseStoreException UNAVAILABLE if that is not possible now
     */
    static Open open(StoreOptions wanted, String place, Clock clock) {
        if (place.equals(MEMORY)) {
            return new Open(new InMemoryLicenseStore(clock), null, () -> {});
        }
        HikariDataSource pool = pool(place.startsWith(H2) ? h2(wanted, place) : postgresql(wanted, place), place);
        try {
            LicenseSchema.migrate(pool);
            return new Open(JdbcLicenseStore.of(pool), name(place), pool::close);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** When H2 moves what is in its file while it closes it, and is killed then, it can lose it: so it does not move it. */
    private static DataSource h2(StoreOptions wanted, String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url.contains(H2_MOVES) ? url : url + H2_MOVES + "0");
        source.setUser(wanted.user());
        source.setPassword(wanted.password());
        return source;
    }

    private static DataSource postgresql(StoreOptions wanted, String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        if (wanted.user() != null) {
            source.setUser(wanted.user());
        }
        if (wanted.password() != null) {
            source.setPassword(wanted.password());
        }
        return source;
    }

    private static HikariDataSource pool(DataSource source, String place) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new LicenseStoreException(
                    Reason.UNAVAILABLE, name(place) + " cannot be opened: " + cause.getMessage(), e);
        }
    }

    /** Parameters are left away: one of them may be a password. */
    private static String name(String place) {
        if (place.equals(FILE)) {
            return Path.of("perseat-console.mv.db").toAbsolutePath().toString();
        }
        return place.split("[?;]", 2)[0];
    }
}
