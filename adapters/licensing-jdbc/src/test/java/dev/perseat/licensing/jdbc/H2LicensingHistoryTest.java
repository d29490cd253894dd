package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.testkit.service.LicensingHistoryLaws;

/** Whatever comes, the service and its store in H2 come to what the calculator comes to. */
class H2LicensingHistoryTest extends LicensingHistoryLaws implements JdbcLicensing {
    private static final ServedDatabase DATABASE = new ServedDatabase(TestDatabases.h2());

    @Override
    public ServedDatabase database() {
        return DATABASE;
    }
}
