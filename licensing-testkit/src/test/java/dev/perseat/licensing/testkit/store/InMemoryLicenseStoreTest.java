package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.store.LicenseStore;
import java.time.Duration;

class InMemoryLicenseStoreTest extends LicenseStoreContract {
    private final ManualClock clock = new ManualClock();

    @Override
    protected LicenseStore store() {
        return new InMemoryLicenseStore(clock);
    }

    @Override
    protected LicenseStore reopened(LicenseStore store) {
        return store;
    }

    @Override
    protected void letPass(Duration time) {
        clock.move(time);
    }
}
