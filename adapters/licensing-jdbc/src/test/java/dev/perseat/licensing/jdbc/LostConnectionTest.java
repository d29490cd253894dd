package dev.perseat.licensing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.StoredTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostConnectionTest {
    private static void assertReason(Throwable failure, Reason reason) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        LicenseStoreException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void backendThatDies_makesTheReaderUnavailable_andTheStoreGoesOn() {
        HikariDataSource source = TestDatabases.migrated(TestDatabases.postgres());
        LicenseStore store = JdbcLicenseStore.of(source);
        SmallWorld.tell(store);
        try (StoredTenant tenant = store.open(SmallWorld.ID)) {
            terminateOthers(source);
            assertThatThrownBy(() -> tenant.users().toList()).satisfies(e -> assertReason(e, Reason.UNAVAILABLE));
            assertThatThrownBy(tenant::close).satisfies(e -> assertReason(e, Reason.UNAVAILABLE));
        }
        assertThat(store.head(SmallWorld.ID).version()).isEqualTo(3);
    }

    private static void terminateOthers(HikariDataSource source) {
        TestDatabases.execute(
                source,
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid()");
    }

    @Test
    void lockThatIsNotGiven_isUnavailable_andTheCommitIsStoredWhenToldAgain() throws SQLException {
        for (HikariDataSource source : List.of(TestDatabases.postgres(), TestDatabases.h2())) {
            TestDatabases.migrated(source);
            LicenseStore store = JdbcLicenseStore.of(source);
            SmallWorld.tell(store);
            int entries = store.audit(SmallWorld.ID, AuditQuery.all(), 0, 99).size();
            try (Connection other = source.getConnection()) {
                other.setAutoCommit(false);
                Session session = new Session(other, Dialect.of(other), HashKey.of(SmallWorld.ID));
                assertThat(HeadRow.lock(session)).isPresent();
                impatient(source, session.dialect());
                assertThatThrownBy(() -> store.record(SmallWorld.ID, CommitId.of("again"), List.of()))
                        .satisfies(e -> assertReason(e, Reason.UNAVAILABLE));
                other.rollback();
            }
            store.record(SmallWorld.ID, CommitId.of("again"), List.of());
            assertThat(store.audit(SmallWorld.ID, AuditQuery.all(), 0, 99)).hasSize(entries);
        }
    }

    /** Connections that are made from now on wait for no lock. */
    private static void impatient(HikariDataSource source, Dialect dialect) {
        TestDatabases.execute(
                source,
                dialect == Dialect.H2
                        ? "set default_lock_timeout 10"
                        : "do $$ begin execute format('alter database %I set lock_timeout = 10', current_database()); end $$");
        source.getHikariPoolMXBean().softEvictConnections();
    }
}
