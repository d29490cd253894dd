package dev.perseat.licensing.testkit.service;

import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.store.LicenseStore;
import java.time.Clock;

/**
 * What the laws of the service are held against: a service over a store.
 *
 * @since 0.1
 */
public interface LicensingUnderTest {
    /**
     * Makes an empty store.
     *
     * @param clock what its leases run out by
     * @return a store that nobody else uses
     */
    LicenseStore newStore(Clock clock);

    /**
     * Makes a service. The laws close it, unless they have it die.
     *
     * @param store the store, or a decorator of it
     * @param options how it is to be
     * @return the service, with the rules of access of {@link dev.perseat.licensing.admin.AccessPolicy#entra()}
     */
    Licensing licensing(LicenseStore store, ServiceOptions options);
}
