package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.testkit.service.LicensingHistoryLaws;

/** Whatever comes, the service and its store in PostgreSQL come to what the calculator comes to. */
class PostgreSqlLicensingHistoryTest extends LicensingHistoryLaws implements JdbcLicensing {
    private static final ServedDatabase DATABASE = new ServedDatabase(TestDatabases.postgres());

    @Override
    public ServedDatabase database() {
        return DATABASE;
    }
}
