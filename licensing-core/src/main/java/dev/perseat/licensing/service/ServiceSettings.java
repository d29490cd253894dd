package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.AccessPolicy;
import dev.perseat.licensing.admin.LicensingListener;
import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What all sessions of one service share. */
record ServiceSettings(
        LicenseStore store,
        AssignmentCalculator calculator,
        Clock clock,
        Executor executor,
        AccessPolicy accessPolicy,
        String holder,
        Supplier<CommitId> commitIds,
        Retry retry,
        int batchSize,
        Duration leaseDuration,
        Duration pollInterval,
        List<LicensingListener> listeners) {
    ServiceSettings {
        listeners = List.copyOf(listeners);
    }
}
