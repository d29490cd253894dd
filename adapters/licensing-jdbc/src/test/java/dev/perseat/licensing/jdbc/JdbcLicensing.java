package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.service.LicensingUnderTest;
import dev.perseat.licensing.testkit.service.ServiceOptions;
import java.time.Clock;

/** The service over a database. */
interface JdbcLicensing extends LicensingUnderTest {
    /** The database, of which nobody else knows. */
    ServedDatabase database();

    @Override
    default LicenseStore newStore(Clock clock) {
        return database().newStore(clock);
    }

    @Override
    default Licensing licensing(LicenseStore store, ServiceOptions options) {
        return database().licensing(store, options);
    }
}
