package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.NewTenant;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A store that remembers as long as it lives: for tests, and for looking around. Keeps every rule of {@link LicenseStore},
 * every text as it is, and times to the nanosecond. Safe for use by several threads, and never {@linkplain
 * LicenseStoreException.Reason#UNAVAILABLE unavailable}; to see what happens then, see {@link FaultInjectingStore}.
 *
 * <p>A commit costs what it holds, and the logarithm of the number of users for each of those whom it changes. {@link
 * #open} costs what has been applied of open steps; the tenant after the last closed step is put together when it is first
 * read. Users who hold the same share it, so that a million users are no burden.
 *
 * @since 0.1
 */
public final class InMemoryLicenseStore implements LicenseStore {
    private final Clock clock;
    private final ConcurrentNavigableMap<TenantId, KeptTenant> tenants = new ConcurrentSkipListMap<>();

    /**
     * Makes a store without tenants.
     *
     * @param clock what leases run out by; nothing else asks it
     */
    public InMemoryLicenseStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<TenantId> tenants() {
        return List.copyOf(tenants.keySet());
    }

    @Override
    public void create(NewTenant tenant) {
        TenantId id = tenant.snapshot().tenant().id();
        KeptTenant first = tenants.get(id);
        if (first == null) {
            first = tenants.putIfAbsent(id, new KeptTenant(tenant, clock));
        }
        if (first != null && !first.has(tenant.commitId())) {
            throw new LicenseStoreException(Reason.TENANT_EXISTS, "there is a tenant '" + id + "' already");
        }
    }

    @Override
    public Head head(TenantId tenant) {
        return kept(tenant).head();
    }

    @Override
    public StoredTenant open(TenantId tenant) {
        return kept(tenant).open();
    }

    @Override
    public List<Step> steps(TenantId tenant, long afterVersion, int limit) {
        return kept(tenant).steps(afterVersion, limit);
    }

    @Override
    public void append(StepCommit commit) {
        kept(commit.tenantId()).append(commit);
    }

    @Override
    public void apply(BatchCommit commit) {
        kept(commit.lease().tenantId()).apply(commit);
    }

    @Override
    public void record(TenantId tenant, CommitId commitId, List<AuditEntry> entries) {
        kept(tenant).record(commitId, List.copyOf(entries));
    }

    @Override
    public Optional<OperationId> committed(TenantId tenant, CommitId commitId) {
        return kept(tenant).committed(commitId);
    }

    @Override
    public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
        return kept(tenant).acquire(holder, duration);
    }

    @Override
    public void release(Lease lease) {
        kept(lease.tenantId()).release(lease);
    }

    @Override
    public SortedMap<UserId, List<HeldLicense>> holdings(TenantId tenant, Collection<UserId> users) {
        return kept(tenant).holdings(users);
    }

    @Override
    public Optional<Operation> operation(TenantId tenant, OperationId id) {
        return kept(tenant).operation(id);
    }

    @Override
    public List<Operation> operations(TenantId tenant, @Nullable OperationId before, int limit) {
        return kept(tenant).operations(before, limit);
    }

    @Override
    public List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit) {
        return kept(tenant).audit(query, afterSequence, limit);
    }

    private KeptTenant kept(TenantId tenant) {
        KeptTenant kept = tenants.get(tenant);
        if (kept == null) {
            throw new LicenseStoreException(Reason.UNKNOWN_TENANT, "there is no tenant '" + tenant + "'");
        }
        return kept;
    }
}
