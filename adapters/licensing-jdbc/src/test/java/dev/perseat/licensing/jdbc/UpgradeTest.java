package dev.perseat.licensing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.store.InMemoryLicenseStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Databases that earlier versions of the schema have left behind, each as a script that makes it. */
class UpgradeTest {
    @Test
    void postgres_version1_isReadByThisVersion() {
        assertReadable(TestDatabases.postgres(), "upgrade/postgresql-v1.sql");
    }

    @Test
    void h2_version1_isReadByThisVersion() {
        assertReadable(TestDatabases.h2(), "upgrade/h2-v1.sql");
    }

    private static void assertReadable(DataSource source, String script) {
        LicenseSchema.statements(LicenseSchema.read(script))
                .forEach(statement -> TestDatabases.execute(source, statement));
        LicenseSchema.migrate(source);
        LicenseStore expected = new InMemoryLicenseStore(Clock.systemUTC());
        SmallWorld.tell(expected);
        assertThat(SmallWorld.view(JdbcLicenseStore.of(source))).isEqualTo(SmallWorld.view(expected));
    }
}
