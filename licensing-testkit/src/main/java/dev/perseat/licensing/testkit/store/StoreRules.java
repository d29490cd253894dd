package dev.perseat.licensing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * What the parts of {@link LicenseStoreContract} have in common: how a store is come by.
 *
 * @since 0.1
 */
public abstract class StoreRules {
    /** How long a lease is that a test lets run out. */
    static final Duration SHORT = Duration.ofMillis(50);

    StoreRules() {}

    /**
     * Makes a store without tenants, which no other test uses.
     *
     * @return the store
     * @throws Exception if it cannot be made, which fails the test
     */
    protected abstract LicenseStore store() throws Exception;

    /**
     * Reopens a store: as another process would, if it outlives the object.
     *
     * @param store a store that this test made with {@link #store()}, and will not use any more
     * @return another object of the same store; or the same object, if the store lives in it
     * @throws Exception if it cannot be opened, which fails the test
     */
    protected abstract LicenseStore reopened(LicenseStore store) throws Exception;

    /**
     * Moves the clock of the store. Unless a test can do so, the clock has to go by itself: then this does nothing, and the
     * contract asks for a lease until a short one has run out.
     *
     * @param time how far
     */
    protected abstract void letPass(Duration time);

    /** How long a short lease is waited for, at most. */
    Duration patience() {
        return Duration.ofSeconds(20);
    }

    /** Gets a lease as soon as that of somebody else, a short one, has run out. */
    final Lease acquireWhenRunOut(LicenseStore store, TenantId tenant, String holder, Duration duration) {
        letPass(SHORT);
        long deadline = System.nanoTime() + patience().toNanos();
        Optional<Lease> lease = store.acquire(tenant, holder, duration);
        while (lease.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            lease = store.acquire(tenant, holder, duration);
        }
        return lease.orElseThrow(() -> new AssertionError(
                "a lease of " + SHORT + " has not run out after " + patience() + ", or its tenant is given to nobody"));
    }

    static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LicenseStoreException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }
}
