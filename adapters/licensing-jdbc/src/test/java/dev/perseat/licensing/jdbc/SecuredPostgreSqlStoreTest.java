package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.store.LicenseStoreContract;
import java.time.Duration;

/** With a role that owns nothing, and may reach only the tenant that it announces. */
class SecuredPostgreSqlStoreTest extends LicenseStoreContract {
    private static final SecuredDatabase DATABASE = SecuredDatabase.create("contract_service");

    @Override
    protected LicenseStore store() {
        TestDatabases.clear(DATABASE.owner());
        return JdbcLicenseStore.of(DATABASE.service());
    }

    @Override
    protected LicenseStore reopened(LicenseStore store) {
        return JdbcLicenseStore.of(DATABASE.service());
    }

    /** The clock of the database goes by itself. */
    @Override
    protected void letPass(Duration time) {}
}
