package dev.perseat.licensing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.store.LicenseStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void migrate_severalAtOnceAndAgain_makesTheTablesOnce() throws Exception {
        for (DataSource source : List.of(TestDatabases.postgres(), TestDatabases.h2())) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                Callable<Boolean> migration = () -> {
                    LicenseSchema.migrate(source);
                    return true;
                };
                for (Future<Boolean> each : threads.invokeAll(List.of(migration, migration, migration, migration))) {
                    assertThat(each.get()).isTrue();
                }
            } finally {
                threads.shutdown();
            }
            LicenseSchema.migrate(source);
            assertThat(JdbcLicenseStore.of(source).tenants()).isEmpty();
        }
    }

    @Test
    void of_databaseWithoutSchema_saysWhatToDo() {
        for (DataSource source : List.of(TestDatabases.postgres(), TestDatabases.h2())) {
            assertThatThrownBy(() -> JdbcLicenseStore.of(source))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the database has version 0 of the schema, this library needs 1. Maybe"
                            + " LicenseSchema.migrate has not been run?");
        }
    }

    @Test
    void of_schemaOfALaterVersion_isNotTouched() {
        DataSource source = TestDatabases.migrated(TestDatabases.h2());
        TestDatabases.execute(source, "insert into perseat_schema (version, script) values (99, 'V99__later.sql')");
        assertThatThrownBy(() -> JdbcLicenseStore.of(source))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 99 of the schema, this library knows versions up to 1");
    }

    @Test
    void of_databaseThatIsAway_isUnavailable() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:mem:nowhere;IFEXISTS=TRUE");
        assertThatThrownBy(() -> JdbcLicenseStore.of(nowhere))
                .isInstanceOfSatisfying(
                        LicenseStoreException.class,
                        e -> assertThat(e.reason()).isEqualTo(LicenseStoreException.Reason.UNAVAILABLE));
    }

    @Test
    void everyTable_carriesTheTenantFirstInItsKey() throws SQLException {
        for (DataSource source :
                List.of(TestDatabases.migrated(TestDatabases.postgres()), TestDatabases.migrated(TestDatabases.h2()))) {
            try (Connection connection = source.getConnection()) {
                Session session = new Session(connection, Dialect.of(connection), HashKey.NONE);
                List<String> tables = session.query(
                        "select lower(table_name) from information_schema.tables where lower(table_name) like 'perseat%'"
                                + " and lower(table_name) <> 'perseat_schema'",
                        row -> row.getString(1));
                List<String> tablesByTenant = session.query(
                        "select lower(table_name) from information_schema.key_column_usage"
                                + " where lower(table_name) like 'perseat%' and lower(column_name) = 'tenant'"
                                + " and ordinal_position = 1",
                        row -> row.getString(1));
                assertThat(tables).hasSize(11).containsExactlyInAnyOrderElementsOf(tablesByTenant);
            }
        }
    }
}
