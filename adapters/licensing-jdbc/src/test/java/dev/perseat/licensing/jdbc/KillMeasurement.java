package dev.perseat.licensing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.testkit.service.StoreCheck;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Kills the process of a service over PostgreSQL or over H2 until 50 kills left an operation half done, or connections of
 * PostgreSQL 50 times, each at a random moment while it processes. Of those connections one in five is killed by the
 * system, which makes the server stop all others and recover. In the end everything is compared with the calculator, step by
 * step; it fails if anything is lost, there twice, or different.
 */
final class KillMeasurement {
    private static final int KILLS = 50;
    private static final long SEED = 20261125;
    private static final int MOST_MILLIS = 500;

    private final String name;
    private final String url;
    private final Random random;
    private @Nullable Operation seen;
    private int kills;
    private int inTheMiddle;
    private int unavailable;

    private KillMeasurement(String name, String url, long seed) {
        this.name = name;
        this.url = url;
        this.random = new Random(seed);
    }

    /** Takes what is to be killed, {@code h2}, {@code processes} or {@code connections}, perhaps a seed, and prints a line. */
    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
        if (arguments[0].equals("h2")) {
            Path folder = Files.createTempDirectory("kill-measurement");
            new KillMeasurement("processes over H2", "jdbc:h2:file:" + folder.resolve("store"), seed).killProcesses();
            return;
        }
        try (EmbeddedPostgres server = TestDatabases.durableServer()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            if (arguments[0].equals("processes")) {
                new KillMeasurement("processes over PostgreSQL", url, seed).killProcesses();
            } else {
                new KillMeasurement("connections of PostgreSQL", url, seed).killConnections();
            }
        }
    }

    private void killProcesses() throws IOException, InterruptedException {
        migrate();
        for (; inTheMiddle < KILLS; kills++) {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StormNode.class.getName(),
                            url)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.inputReader().readLine() == null) {
                throw new IllegalStateException("the process has not begun");
            }
            Thread.sleep(random.nextInt(MOST_MILLIS));
            process.destroyForcibly().waitFor();
            look();
        }
        finish();
    }

    private void migrate() {
        try (HikariDataSource source = StormNode.source(url)) {
            LicenseSchema.migrate(source);
        }
    }

    /** Notes whether the process has come further, and left something half done. */
    private void look() {
        try (HikariDataSource source = StormNode.source(url)) {
            LicenseStore store = JdbcLicenseStore.of(source);
            if (store.tenants().contains(StormNode.TENANT.id())) {
                Operation last =
                        store.operations(StormNode.TENANT.id(), null, 1).get(0);
                inTheMiddle += last.status() == OperationStatus.IN_PROGRESS && !last.equals(seen) ? 1 : 0;
                seen = last;
            }
        }
    }

    private void killConnections() throws InterruptedException, SQLException {
        migrate();
        AtomicBoolean stopped = new AtomicBoolean();
        CompletableFuture<Void> service = CompletableFuture.runAsync(() -> serve(stopped));
        for (; kills < KILLS; kills++) {
            Thread.sleep(random.nextInt(MOST_MILLIS));
            killConnection(kills % 5 == 4);
        }
        stopped.set(true);
        service.join();
        finish();
    }

    private void serve(AtomicBoolean stopped) {
        try (HikariDataSource source = StormNode.source(url)) {
            LicenseStore store = JdbcLicenseStore.of(source);
            while (!stopped.get()) {
                try {
                    StormNode.run(store, step -> !stopped.get(), () -> {});
                } catch (LicenseStoreException e) {
                    unavailable++;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills a connection that is at work, or any, if none is. */
    private void killConnection(boolean bySystem) throws InterruptedException, SQLException {
        try (HikariDataSource source = StormNode.source(url);
                Connection connection = source.getConnection()) {
            Session session = new Session(connection, Dialect.POSTGRESQL, HashKey.NONE);
            String others =
                    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                            + " and backend_type = 'client backend'";
            List<Integer> working = List.of();
            for (int attempt = 0; attempt < MOST_MILLIS && working.isEmpty(); attempt++) {
                working = session.query(others + " and state <> 'idle' order by pid", row -> row.getInt(1));
                Thread.sleep(1);
            }
            inTheMiddle += working.isEmpty() ? 0 : 1;
            List<Integer> victims =
                    working.isEmpty() ? session.query(others + " order by pid", row -> row.getInt(1)) : working;
            if (victims.isEmpty()) {
                return;
            }
            int victim = victims.get(random.nextInt(victims.size()));
            if (bySystem) {
                ProcessHandle.of(victim).orElseThrow().destroyForcibly();
            } else {
                session.query("select pg_terminate_backend(?)", row -> row.getBoolean(1), victim);
            }
        }
    }

    /** Has done what is left, and one round of commands more, and compares. */
    private void finish() throws InterruptedException {
        try (HikariDataSource source = StormNode.source(url)) {
            LicenseStore store = JdbcLicenseStore.of(source);
            long last = store.head(StormNode.TENANT.id()).version() + 4;
            StormNode.run(store, step -> step <= last, () -> {});
            new StoreCheck(StormNode.TENANT.start(), store).check();
            System.out.printf(
                    "%d %s killed, %d of them in the middle of an operation; %d times the service gave up until asked again; %d operations, %d entries"
                            + " of the trail: all as the calculator says%n",
                    kills,
                    name,
                    inTheMiddle,
                    unavailable,
                    last,
                    store.audit(StormNode.TENANT.id(), AuditQuery.all(), 0, Integer.MAX_VALUE)
                            .size());
        }
    }
}
