package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.testkit.service.LicensingCrashLaws;

/** The service over PostgreSQL may die at any time. */
class PostgreSqlLicensingCrashTest extends LicensingCrashLaws implements JdbcLicensing {
    private static final ServedDatabase DATABASE = new ServedDatabase(TestDatabases.postgres());

    @Override
    public ServedDatabase database() {
        return DATABASE;
    }
}
