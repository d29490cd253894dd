package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.service.DefaultLicensing;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.service.ServiceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * A database that services work on, used again for one store after the other. The clock of the database goes by itself; so
 * that leases run out when the clock of a test is moved, each lease is shortened by as much before a service opens.
 */
final class ServedDatabase {
    private static final long NANOS_PER_MICRO = 1_000;

    private final DataSource source;
    private Instant seen = Instant.EPOCH;

    ServedDatabase(DataSource source) {
        this.source = TestDatabases.migrated(source);
    }

    LicenseStore newStore(Clock clock) {
        TestDatabases.clearLittle(source);
        seen = clock.instant();
        return JdbcLicenseStore.of(source);
    }

    Licensing licensing(LicenseStore store, ServiceOptions options) {
        shortenLeases(options.clock().instant());
        DefaultLicensing.Builder builder = DefaultLicensing.builder(store)
                .clock(options.clock())
                .executor(options.executor())
                .batchSize(options.batchSize())
                .retries(options.attempts(), Duration.ZERO, Duration.ZERO)
                .leaseDuration(options.leaseDuration())
                .pollInterval(options.pollInterval());
        options.directories().forEach(builder::directory);
        options.listeners().forEach(builder::listener);
        return builder.build();
    }

    private void shortenLeases(Instant now) {
        long micros = Duration.between(seen, now).toNanos() / NANOS_PER_MICRO;
        if (micros != 0) {
            TestDatabases.execute(
                    source, "update perseat_head set lease_until_micros = lease_until_micros - " + micros);
            seen = now;
        }
    }
}
