package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.testkit.service.LicensingCrashLaws;

/** The service over H2 may die at any time. */
class H2LicensingCrashTest extends LicensingCrashLaws implements JdbcLicensing {
    private static final ServedDatabase DATABASE = new ServedDatabase(TestDatabases.h2());

    @Override
    public ServedDatabase database() {
        return DATABASE;
    }
}
