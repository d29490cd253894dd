package dev.perseat.licensing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.service.DefaultLicensing;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.service.StoreCheck;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A storm of commands from four processes with four threads each, on 20 tenants in one PostgreSQL. In the end every tenant is
 * compared with the calculator, step by step; it fails if anything is lost, there twice, or different.
 */
final class StormMeasurement {
    private static final int PROCESSES = 4;

    private StormMeasurement() {}

    /** Takes how many seconds the storm lasts, and prints what came of it. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = TestDatabases.durableServer()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            try (HikariDataSource source = TestDatabases.migrated(TestDatabases.at(url))) {
                LicenseStore store = JdbcLicenseStore.of(source);
                create(store);
                long[] sums = storm(url, arguments[0]);
                long begin = System.nanoTime();
                end(store);
                System.out.printf(
                        "%d s: %d commands accepted (%.1f a second), %d refused, %d not answered; the store said %d times STALE,"
                                + " %d FENCED, %d UNAVAILABLE; leases were given %d times; the last operation ended %.1f s"
                                + " later%n",
                        Integer.parseInt(arguments[0]),
                        sums[0],
                        sums[0] / Double.parseDouble(arguments[0]),
                        sums[1],
                        sums[2],
                        sums[3],
                        sums[4],
                        sums[5],
                        leases(source),
                        (System.nanoTime() - begin) / 1e9);
                StormMember.TENANTS.forEach(tenant -> new StoreCheck(tenant.start(), store).check());
                System.out.println("every tenant is as the calculator says, step by step");
            }
        }
    }

    private static void create(LicenseStore store) {
        try (Licensing licensing = DefaultLicensing.builder(store).build()) {
            for (StormTenant tenant : StormMember.TENANTS) {
                licensing.create(
                        StormMember.ADMIN,
                        tenant.start().snapshot(),
                        tenant.start().holdings());
            }
        }
    }

    private static long[] storm(String url, String seconds) throws IOException {
        List<Process> processes = new ArrayList<>();
        for (int seed = 1; seed <= PROCESSES; seed++) {
            processes.add(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StormMember.class.getName(),
                            url,
                            Integer.toString(seed),
                            seconds)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        long[] sums = new long[6];
        for (Process process : processes) {
            String[] counts = process.inputReader().readLine().split(" ", -1);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Long.parseLong(counts[i]);
            }
        }
        return sums;
    }

    /** Waits until everything has been applied. */
    private static void end(LicenseStore store) throws InterruptedException {
        try (Licensing licensing = DefaultLicensing.builder(store)
                .pollInterval(Duration.ofMillis(100))
                .build()) {
            for (StormTenant it : StormMember.TENANTS) {
                TenantLicensing tenant = licensing.tenant(it.id());
                for (Operation operation : store.operations(it.id(), null, Integer.MAX_VALUE)) {
                    tenant.await(operation.id(), Duration.ofMinutes(1));
                }
            }
        }
    }

    /** A token for each time that a lease was given to somebody who had it not. */
    private static long leases(HikariDataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new Session(connection, Dialect.POSTGRESQL, HashKey.NONE)
                    .find("select cast(sum(lease_token) as bigint) from perseat_head", row -> row.getLong(1))
                    .orElseThrow();
        }
    }
}
