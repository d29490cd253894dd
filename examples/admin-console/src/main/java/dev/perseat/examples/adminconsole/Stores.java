package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.store.InMemoryLicenseStore;
import java.time.Clock;

/** The one place that knows what the service can remember in. */
final class Stores {
    private Stores() {}

    static LicenseStore open(Clock clock) {
        return new InMemoryLicenseStore(clock);
    }
}
