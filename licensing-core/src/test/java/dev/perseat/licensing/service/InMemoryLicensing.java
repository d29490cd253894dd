package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.service.LicensingUnderTest;
import dev.perseat.licensing.testkit.service.ServiceOptions;
import dev.perseat.licensing.testkit.store.InMemoryLicenseStore;
import java.time.Clock;
import java.time.Duration;

/** The service over a store in memory. */
interface InMemoryLicensing extends LicensingUnderTest {
    @Override
    default LicenseStore newStore(Clock clock) {
        return new InMemoryLicenseStore(clock);
    }

    @Override
    default Licensing licensing(LicenseStore store, ServiceOptions options) {
        return open(store, options);
    }

    /** Makes a service as a test wants it. */
    static Licensing open(LicenseStore store, ServiceOptions options) {
        DefaultLicensing.Builder builder = DefaultLicensing.builder(store)
                .clock(options.clock())
                .executor(options.executor())
                .batchSize(options.batchSize())
                .retries(options.attempts(), Duration.ZERO, Duration.ZERO)
                .leaseDuration(options.leaseDuration())
                .pollInterval(options.pollInterval());
        options.directories().forEach(builder::directory);
        options.listeners().forEach(builder::listener);
        return builder.build();
    }
}
