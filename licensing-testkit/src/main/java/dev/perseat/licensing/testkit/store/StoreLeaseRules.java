package dev.perseat.licensing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The rules S4 and S9 of {@link LicenseStore} as tests: a part of {@link LicenseStoreContract}.
 *
 * @since 0.1
 */
public abstract class StoreLeaseRules extends StoreRules {
    private static final String FIRST = "first holder";
    private static final String SECOND = "second holder";

    StoreLeaseRules() {}

    /**
     * S4: once somebody else was given the tenant, nothing can be applied with the older lease, and nothing of it is stored.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s04_leaseThatIsAnothersNow_isFenced() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        Lease lease = store.acquire(script.id(), FIRST, SHORT).orElseThrow();
        Lease later = acquireWhenRunOut(store, script.id(), SECOND, StoreScript.LONG);
        BatchCommit late = batch(script, lease);
        assertFails(Reason.FENCED, () -> store.apply(late));
        script.check();
        store.release(later);
        assertFails(Reason.FENCED, () -> store.apply(late));
        script.check();
        script.apply(batch(script, later));
        script.check();
    }

    /**
     * S4: a lease that has run out is as good as before, as long as nobody else was given the tenant.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s04_leaseThatRanOut_isGoodUntilAnotherIsGiven() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        Lease lease = store.acquire(script.id(), FIRST, SHORT).orElseThrow();
        waitUntilRunOut(store);
        script.apply(batch(script, lease));
        script.check();
    }

    /** Waits by the clock of the store: until a short lease of another tenant has run out. */
    private void waitUntilRunOut(LicenseStore store) {
        TenantId other = StoreScript.begin(store, StoreTenants.small("that measures time"))
                .id();
        assertThat(store.acquire(other, FIRST, SHORT)).isPresent();
        acquireWhenRunOut(store, other, SECOND, SHORT);
    }

    private static BatchCommit batch(StoreScript script, Lease lease) {
        return new BatchCommit(
                script.commitId(),
                lease,
                List.of(script.holds(OperationId.of(1), "alice", "SUITE", "MAIL")),
                List.of(),
                List.of(),
                script.model().head().closedVersion());
    }

    /**
     * S9: as long as somebody has the lease, nobody else gets it.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s09_lease_isGivenToOneHolder() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        Lease lease = store.acquire(script.id(), FIRST, StoreScript.LONG).orElseThrow();
        assertThat(lease.tenantId()).isEqualTo(script.id());
        assertThat(lease.holder()).isEqualTo(FIRST);
        assertThat(store.acquire(script.id(), SECOND, StoreScript.LONG)).isEmpty();
        script.apply(batch(script, lease));
    }

    /**
     * S9: of several threads that ask at once, one gets it.
     *
     * @throws Exception if the store cannot be made, or a thread fails
     */
    @Test
    public void s09_lease_isGivenToOneOfThreads() throws Exception {
        LicenseStore store = store();
        for (int i = 0; i < 10; i++) {
            TenantId id =
                    StoreScript.begin(store, StoreTenants.small("tenant-" + i)).id();
            List<Optional<Lease>> given =
                    Together.run(thread -> () -> store.acquire(id, "thread " + thread, StoreScript.LONG));
            assertThat(given.stream().filter(Optional::isPresent)).hasSize(1);
        }
    }

    /**
     * S9: who has it gets it again, with the same token and a new end.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s09_lease_isRenewedWithTheSameToken() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        Lease lease = store.acquire(script.id(), FIRST, SHORT).orElseThrow();
        Lease renewed = store.acquire(script.id(), FIRST, StoreScript.LONG).orElseThrow();
        assertThat(renewed.token()).isEqualTo(lease.token());
        assertThat(renewed.until()).isAfter(lease.until());
        waitUntilRunOut(store);
        assertThat(store.acquire(script.id(), SECOND, StoreScript.LONG))
                .as("the lease, after its first end")
                .isEmpty();
    }

    /**
     * S9: who had it last gets it again with the same token, so that it knows that nobody else has been there since.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s09_acquire_againAfterReleaseByTheSame_givesTheSameToken() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        Lease lease = store.acquire(script.id(), FIRST, StoreScript.LONG).orElseThrow();
        store.release(lease);
        Lease again = store.acquire(script.id(), FIRST, StoreScript.LONG).orElseThrow();
        assertThat(again.token()).isEqualTo(lease.token());
    }

    /**
     * S9: when it has run out or was released, somebody else gets it, with a larger token each time.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s09_lease_ofAnotherHasALargerToken() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        Lease lease = store.acquire(script.id(), FIRST, SHORT).orElseThrow();
        Lease second = acquireWhenRunOut(store, script.id(), SECOND, StoreScript.LONG);
        assertThat(second.token()).isGreaterThan(lease.token());
        store.release(second);
        Lease third = store.acquire(script.id(), FIRST, StoreScript.LONG).orElseThrow();
        assertThat(third.token()).isGreaterThan(second.token());
    }

    /**
     * S9: a lease that is lost cannot be given back; that of the other stays.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s09_release_ofALostLease_changesNothing() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        Lease lost = store.acquire(script.id(), FIRST, SHORT).orElseThrow();
        Lease lease = acquireWhenRunOut(store, script.id(), SECOND, StoreScript.LONG);
        store.release(lost);
        assertThat(store.acquire(script.id(), "third holder", StoreScript.LONG)).isEmpty();
        store.release(lease);
        store.release(lease);
        assertThat(store.acquire(script.id(), "third holder", StoreScript.LONG)).isPresent();
    }

    /**
     * S9: tokens go on growing when the store is reopened, and a lease goes on being held.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s09_lease_outlivesReopening() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        Lease lease = store.acquire(script.id(), FIRST, StoreScript.LONG).orElseThrow();
        LicenseStore reopened = reopened(store);
        assertThat(reopened.acquire(script.id(), SECOND, StoreScript.LONG)).isEmpty();
        reopened.release(lease);
        Lease second = reopened.acquire(script.id(), SECOND, StoreScript.LONG).orElseThrow();
        assertThat(second.token()).isGreaterThan(lease.token());
        assertFails(Reason.FENCED, () -> reopened.apply(batch(script, lease)));
    }
}
