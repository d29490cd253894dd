package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.store.LicenseStoreContract;
import java.time.Duration;
import javax.sql.DataSource;

class H2StoreTest extends LicenseStoreContract {
    private static final DataSource SOURCE = TestDatabases.migrated(TestDatabases.h2());

    @Override
    protected LicenseStore store() {
        TestDatabases.clear(SOURCE);
        return JdbcLicenseStore.of(SOURCE);
    }

    @Override
    protected LicenseStore reopened(LicenseStore store) {
        return JdbcLicenseStore.of(SOURCE);
    }

    /** The clock of the database goes by itself. */
    @Override
    protected void letPass(Duration time) {}
}
