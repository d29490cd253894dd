package dev.perseat.licensing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.StepCommit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Measures how a step of 100,000 changes is closed, in one transaction: 50,000 users come, each as a member of a group, and in
 * the next step all of them go, which ends their memberships. Beside it the floor: the rows of those who come, inserted by batched
 * prepared statements into the same tables in one transaction. The turns are mixed, and the median of five is told.
 */
final class ClosingMeasurement {
    private static final int USERS = 50_000;
    private static final int TURNS = 5;
    private static final int BATCH = 1_000;
    private static final Instant TIME = Instant.parse("2026-11-25T08:30:00Z");
    private static final GroupId GROUP = GroupId.of("sales");

    private ClosingMeasurement() {}

    /** Takes no arguments, and prints a line for each database. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = TestDatabases.durableServer()) {
            String url = server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
            measure("PostgreSQL", TestDatabases.migrated(TestDatabases.at(url)));
        }
        Path folder = Files.createTempDirectory("closing-measurement");
        measure("H2 file", TestDatabases.migrated(TestDatabases.h2("jdbc:h2:file:" + folder.resolve("store"))));
    }

    private static void measure(String name, HikariDataSource source) throws SQLException {
        double[] come = new double[TURNS];
        double[] go = new double[TURNS];
        double[] floor = new double[TURNS];
        for (int turn = -1; turn < TURNS; turn++) {
            LicenseStore store = JdbcLicenseStore.of(source);
            TestDatabases.clear(source);
            SmallWorld.tell(store);
            double came = close(store, 4, coming());
            double gone = close(store, 5, going());
            double inserted = insert(source);
            if (turn >= 0) {
                come[turn] = came;
                go[turn] = gone;
                floor[turn] = inserted;
            }
        }
        Arrays.sort(come);
        Arrays.sort(go);
        Arrays.sort(floor);
        System.out.printf(
                "%s: %d users and memberships come in %.2f s, go in %.2f s; floor %.2f s; ratio %.2f; heap at most %d MB%n",
                name,
                USERS,
                come[TURNS / 2],
                go[TURNS / 2],
                floor[TURNS / 2],
                come[TURNS / 2] / floor[TURNS / 2],
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static UserId user(int number) {
        return UserId.of(String.format("%08x-0000-4000-8000-%012x", number * 0x9E3779B9, number));
    }

    private static List<TenantChange> coming() {
        List<TenantChange> changes = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            changes.add(new TenantChange.UserSet(User.builder(user(i)).build()));
            changes.add(new TenantChange.MembershipAdded(Membership.of(GROUP, user(i))));
        }
        return changes;
    }

    private static List<TenantChange> going() {
        List<TenantChange> changes = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            changes.add(new TenantChange.UserRemoved(user(i)));
        }
        return changes;
    }

    /** Adds a step and returns how long it takes to close it, and what is open before it. */
    private static double close(LicenseStore store, long version, List<TenantChange> changes) {
        Operation operation = Operation.queued(
                OperationId.of(version), Activity.CHANGE_DIRECTORY, Target.tenant(), Actor.system(), TIME);
        CommitId step = CommitId.of("large-step-" + version);
        store.append(new StepCommit(step, SmallWorld.ID, operation, changes, null, List.of(), List.of()));
        Lease lease = store.acquire(SmallWorld.ID, "node", Duration.ofHours(1)).orElseThrow();
        CommitId closing = CommitId.of("close-" + version);
        long begin = System.nanoTime();
        store.apply(new BatchCommit(closing, lease, List.of(), List.of(), List.of(), version));
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double insert(HikariDataSource source) throws SQLException {
        UUID tenant = HashKey.of(new byte[] {1});
        byte[] group = CodeUnits.bytes(GROUP.value());
        long begin = System.nanoTime();
        try (Connection connection = source.getConnection();
                PreparedStatement users = connection.prepareStatement(
                        "insert into perseat_object (tenant, kind, id_key, body) values (?, ?, ?, ?)");
                PreparedStatement members = connection.prepareStatement("insert into perseat_membership"
                        + " (tenant, group_key, member_key, group_id, member) values (?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < USERS; i++) {
                User user = User.builder(user(i)).build();
                add(users, tenant, ObjectKind.USER.number(), IdKey.of(user.id().value()), ObjectKind.USER.body(user));
                byte[] member = CodeUnits.bytes("\0" + user.id());
                add(members, tenant, HashKey.of(group), HashKey.of(member), group, member);
                if (i % BATCH == BATCH - 1) {
                    users.executeBatch();
                    members.executeBatch();
                }
            }
            connection.commit();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
