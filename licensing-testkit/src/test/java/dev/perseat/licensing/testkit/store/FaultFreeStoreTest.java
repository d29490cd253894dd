package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.store.LicenseStore;

/** The decorators change nothing as long as there is nothing that they shall do. */
class FaultFreeStoreTest extends InMemoryLicenseStoreTest {
    @Override
    protected LicenseStore store() {
        return new RefusingStore(new FaultInjectingStore(super.store(), FaultSchedule.none()), any -> false);
    }
}
