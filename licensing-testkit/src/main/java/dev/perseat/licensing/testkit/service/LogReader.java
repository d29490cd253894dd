package dev.perseat.licensing.testkit.service;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.Step;

/** Follows the log of a tenant, to know what it is like now. */
final class LogReader {
    private static final int STEPS_AT_ONCE = 100;

    private final LicenseStore store;
    private TenantSnapshot snapshot;
    private long version;

    LogReader(TenantSnapshot start, LicenseStore store) {
        this.store = store;
        snapshot = start;
    }

    void readOn() {
        for (Step step : store.steps(snapshot.tenant().id(), version, STEPS_AT_ONCE)) {
            snapshot = snapshot.with(step.changes());
            version = step.version();
        }
    }

    TenantSnapshot snapshot() {
        return snapshot;
    }

    long version() {
        return version;
    }
}
