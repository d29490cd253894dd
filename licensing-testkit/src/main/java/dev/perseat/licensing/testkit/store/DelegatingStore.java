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
import dev.perseat.licensing.store.NewTenant;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A store that does what another one does, but for what a subclass makes different: each commit goes through {@link
 * #commit}, every other call through {@link #right}.
 */
abstract class DelegatingStore implements LicenseStore {
    private final LicenseStore delegate;

    DelegatingStore(LicenseStore delegate) {
        this.delegate = delegate;
    }

    /** The store behind this one, asked for at each call. */
    LicenseStore right() {
        return delegate;
    }

    /**
     * Takes a commit to the store.
     *
     * @param kind what can become of it
     * @param audit the entries in it, as far as they were given
     * @param store takes it to the store behind
     */
    abstract void commit(CommitKind kind, List<AuditEntry> audit, Runnable store);

    @Override
    public void create(NewTenant tenant) {
        commit(CommitKind.CREATE, List.of(), () -> delegate.create(tenant));
    }

    @Override
    public void append(StepCommit commit) {
        commit(CommitKind.APPEND, commit.audit(), () -> delegate.append(commit));
    }

    @Override
    public void apply(BatchCommit commit) {
        commit(CommitKind.APPLY, commit.audit(), () -> delegate.apply(commit));
    }

    @Override
    public void record(TenantId tenant, CommitId commitId, List<AuditEntry> entries) {
        commit(CommitKind.RECORD, entries, () -> delegate.record(tenant, commitId, entries));
    }

    @Override
    public List<TenantId> tenants() {
        return right().tenants();
    }

    @Override
    public Head head(TenantId tenant) {
        return right().head(tenant);
    }

    @Override
    public StoredTenant open(TenantId tenant) {
        return right().open(tenant);
    }

    @Override
    public List<Step> steps(TenantId tenant, long afterVersion, int limit) {
        return right().steps(tenant, afterVersion, limit);
    }

    @Override
    public Optional<OperationId> committed(TenantId tenant, CommitId commitId) {
        return right().committed(tenant, commitId);
    }

    @Override
    public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
        return right().acquire(tenant, holder, duration);
    }

    @Override
    public void release(Lease lease) {
        right().release(lease);
    }

    @Override
    public SortedMap<UserId, List<HeldLicense>> holdings(TenantId tenant, Collection<UserId> users) {
        return right().holdings(tenant, users);
    }

    @Override
    public Optional<Operation> operation(TenantId tenant, OperationId id) {
        return right().operation(tenant, id);
    }

    @Override
    public List<Operation> operations(TenantId tenant, @Nullable OperationId before, int limit) {
        return right().operations(tenant, before, limit);
    }

    @Override
    public List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit) {
        return right().audit(tenant, query, afterSequence, limit);
    }

    /** The ways to commit. */
    enum CommitKind {
        CREATE,
        APPEND,
        APPLY,
        RECORD
    }
}
