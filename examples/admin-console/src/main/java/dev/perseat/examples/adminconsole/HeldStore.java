package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A store that takes no more effects of an operation once it has come to some point, until it is let go. So an operation can
 * be looked at half done, however fast the machine is. Whatever else is stored goes through.
 */
final class HeldStore implements LicenseStore {
    private static final int NEVER = 101;

    private final LicenseStore store;
    private int percent = NEVER;
    private boolean reached;
    private final Set<OperationId> atPoint = new TreeSet<>();

    HeldStore(LicenseStore store) {
        this.store = store;
    }

    /** Holds what comes next when it has come this far. */
    synchronized void holdAt(int newPercent) {
        percent = newPercent;
        reached = percent == 0;
        atPoint.clear();
    }

    synchronized void letGo() {
        percent = NEVER;
        reached = false;
        atPoint.clear();
        notifyAll();
    }

    /** Whether an operation comes no further until it is let go: it has come to the point, or another one has. */
    synchronized boolean isHeldAfter(Operation operation) {
        return reached && (isAtPoint(operation) || !atPoint.contains(operation.id()));
    }

    private boolean isAtPoint(Operation operation) {
        return operation.status() == OperationStatus.IN_PROGRESS
                && operation.progress().processed() * 100
                        >= operation.progress().total() * percent;
    }

    private synchronized void awaitTurn() {
        try {
            while (reached) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(List<Operation> operations) {
        operations.stream().filter(this::isAtPoint).map(Operation::id).forEach(atPoint::add);
        reached |= !atPoint.isEmpty();
    }

    @Override
    public void apply(BatchCommit commit) {
        awaitTurn();
        store.apply(commit);
        note(commit.operations());
        awaitTurn(); // Before anything is planned that does not know of what is submitted meanwhile.
    }

    @Override
    public List<TenantId> tenants() {
        return store.tenants();
    }

    @Override
    public void create(NewTenant tenant) {
        store.create(tenant);
    }

    @Override
    public Head head(TenantId tenant) {
        return store.head(tenant);
    }

    @Override
    public StoredTenant open(TenantId tenant) {
        return store.open(tenant);
    }

    @Override
    public List<Step> steps(TenantId tenant, long afterVersion, int limit) {
        return store.steps(tenant, afterVersion, limit);
    }

    @Override
    public void append(StepCommit commit) {
        store.append(commit);
    }

    @Override
    public void record(TenantId tenant, CommitId commitId, List<AuditEntry> entries) {
        store.record(tenant, commitId, entries);
    }

    @Override
    public Optional<OperationId> committed(TenantId tenant, CommitId commitId) {
        return store.committed(tenant, commitId);
    }

    @Override
    public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
        return store.acquire(tenant, holder, duration);
    }

    @Override
    public void release(Lease lease) {
        store.release(lease);
    }

    @Override
    public SortedMap<UserId, List<HeldLicense>> holdings(TenantId tenant, Collection<UserId> users) {
        return store.holdings(tenant, users);
    }

    @Override
    public Optional<Operation> operation(TenantId tenant, OperationId id) {
        return store.operation(tenant, id);
    }

    @Override
    public List<Operation> operations(TenantId tenant, @Nullable OperationId before, int limit) {
        return store.operations(tenant, before, limit);
    }

    @Override
    public List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit) {
        return store.audit(tenant, query, afterSequence, limit);
    }
}
