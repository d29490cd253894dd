package dev.perseat.licensing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.NewTenant;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Measures the effect of a licence of a group with 100,000 members: 100 batches of 1,000, each user with an entry of the audit
 * trail and one added licence. Beside it the floor: the same rows into the same tables with the same indexes, with a batched
 * prepared statement for each table and a commit for each thousand. PostgreSQL syncs to disk, H2 writes a file. The turns of
 * both are mixed, and the median of five is told.
 */
final class StoreMeasurement {
    private static final int BATCHES = 100;
    private static final int BATCH = 1_000;
    private static final int TURNS = 5;
    private static final Instant TIME = Instant.parse("2026-11-25T08:30:00Z");
    private static final List<HoldingChange> CHANGES = List.of(new HoldingChange(
            AssignmentSource.group(GroupId.of("7e2c0f4a-52a1-4f0a-9d3e-000000000001")),
            SkuId.of("c7df2760-2c81-4ef7-b578-5b5392b571df"),
            null,
            new TreeSet<>(IntStream.range(0, 20)
                    .mapToObj(i -> ServicePlanId.of("57ff2da0-773e-42df-b2af-ffb7a2317" + (900 + i)))
                    .toList())));

    private StoreMeasurement() {}

    /** Takes no arguments, and prints a line for each database. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = TestDatabases.durableServer()) {
            String url = server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
            measure("PostgreSQL", TestDatabases.migrated(TestDatabases.at(url)));
        }
        Path folder = Files.createTempDirectory("store-measurement");
        measure("H2 file", TestDatabases.migrated(TestDatabases.h2("jdbc:h2:file:" + folder.resolve("store"))));
    }

    private static void measure(String name, HikariDataSource source) throws SQLException {
        double[] store = new double[TURNS];
        double[] floor = new double[TURNS];
        for (int turn = -1; turn < TURNS; turn++) {
            double stored = seconds(source, () -> apply(source));
            double inserted = seconds(source, () -> insert(source));
            if (turn >= 0) {
                store[turn] = stored;
                floor[turn] = inserted;
            }
        }
        Arrays.sort(store);
        Arrays.sort(floor);
        double users = BATCHES * BATCH;
        System.out.printf(
                "%s: store %.2f s (%.2f to %.2f), %.0f users/s; floor %.2f s (%.2f to %.2f), %.0f users/s; ratio %.2f%n",
                name,
                store[2],
                store[0],
                store[4],
                users / store[2],
                floor[2],
                floor[0],
                floor[4],
                users / floor[2],
                store[2] / floor[2]);
    }

    private interface Turn {
        void run() throws SQLException;
    }

    private static double seconds(HikariDataSource source, Turn turn) throws SQLException {
        TestDatabases.clear(source);
        JdbcLicenseStore.of(source)
                .create(new NewTenant(
                        CommitId.of("create"),
                        SmallWorld.snapshot(),
                        Holdings.empty(),
                        null,
                        Operation.queued(
                                OperationId.of(1), Activity.IMPORT_TENANT, Target.tenant(), Actor.system(), TIME)));
        long begin = System.nanoTime();
        turn.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String user(int number) {
        return String.format("%08x-0000-4000-8000-%012x", number * 0x9E3779B9, number);
    }

    private static void apply(HikariDataSource source) {
        LicenseStore store = JdbcLicenseStore.of(source);
        Lease lease = store.acquire(SmallWorld.ID, "node", Duration.ofHours(1)).orElseThrow();
        Operation operation = Operation.queued(
                        OperationId.of(1), Activity.IMPORT_TENANT, Target.tenant(), Actor.system(), TIME)
                .started(TIME, BATCHES * BATCH);
        for (int batch = 0; batch < BATCHES; batch++) {
            int first = batch * BATCH;
            List<AuditEntry> entries = IntStream.range(first, first + BATCH)
                    .mapToObj(i -> AuditEntry.of(
                            TIME, OperationId.of(1), new UserChange(UserId.of(user(i)), List.copyOf(CHANGES))))
                    .toList();
            Operation progress = operation.with(operation.progress().plus(first + BATCH, 0));
            store.apply(
                    new BatchCommit(CommitId.of("batch-" + batch), lease, entries, List.of(progress), List.of(), 0));
        }
    }

    private static void insert(HikariDataSource source) throws SQLException {
        UUID tenant = HashKey.of(SmallWorld.ID);
        UUID changes = HashKey.of(ContentKind.CHANGES.write(CHANGES));
        try (Connection connection = source.getConnection();
                PreparedStatement audit = connection.prepareStatement("insert into perseat_audit (tenant, sequence,"
                        + " at_micros, actor, activity, target, target_kind, target_id, refused, cause, changes, properties)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement held = connection.prepareStatement(
                        "insert into perseat_holding (tenant, user_key, long_id, licenses) values (?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < BATCHES * BATCH; i++) {
                byte[] id = user(i).getBytes(StandardCharsets.UTF_8);
                UUID target = AuditWriter.targetKey(Target.of(UserId.of(user(i))));
                set(audit, tenant, 2L + i, Micros.of(TIME), null, null, target, 2, id, false, 1L, changes, null);
                set(held, tenant, id, null, changes);
                if (i % BATCH == BATCH - 1) {
                    audit.executeBatch();
                    held.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        statement.addBatch();
    }
}
