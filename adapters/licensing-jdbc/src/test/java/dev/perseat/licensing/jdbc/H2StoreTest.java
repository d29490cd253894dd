package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.store.LicenseStoreContract;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

class H2StoreTest extends LicenseStoreContract {
    private static final DataSource SOURCE = TestDatabases.migrated(TestDatabases.h2());

    private static final RecordedSource RECORDED = new RecordedSource(SOURCE);

    @AfterAll
    static void everyStatement_isAnsweredByAnIndex() throws Exception {
        new H2Plans().assertIndexed(TestDatabases.migrated(TestDatabases.h2()), RECORDED.statements());
    }

    @Override
    protected LicenseStore store() {
        TestDatabases.clear(SOURCE);
        return JdbcLicenseStore.of(RECORDED.source());
    }

    @Override
    protected LicenseStore reopened(LicenseStore store) {
        return JdbcLicenseStore.of(RECORDED.source());
    }

    /** The clock of the database goes by itself. */
    @Override
    protected void letPass(Duration time) {}
}
