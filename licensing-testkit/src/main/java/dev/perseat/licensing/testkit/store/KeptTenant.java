package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.NewTenant;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import dev.perseat.licensing.testkit.internal.SortedTree;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one tenant. One lock makes each commit one step to every reader; whatever a reader goes through for
 * longer never changes, so that nobody waits for it.
 */
final class KeptTenant {
    private final LeaseDesk leases;
    private final Map<CommitId, Optional<OperationId>> commits = new HashMap<>();
    private final List<Step> log = new ArrayList<>();
    private final AuditTrail audit = new AuditTrail();
    private final HeldByUsers held;
    private final SortedMap<Long, List<AuditRecord>> applied = new TreeMap<>();
    private final SortedMap<PostponedKey, PostponedChange> postponed = new TreeMap<>();
    private ClosedTenant closed;
    private long closedVersion;
    private @Nullable String directoryToken;

    KeptTenant(NewTenant tenant, Clock clock) {
        leases = new LeaseDesk(tenant.snapshot().tenant().id(), clock);
        held = new HeldByUsers(tenant.holdings());
        closed = ClosedTenant.of(tenant.snapshot());
        directoryToken = tenant.directoryToken();
        log.add(new Step(tenant.operation(), List.of()));
        tenant.audit().forEachOrdered(this::note);
        commits.put(tenant.commitId(), Optional.of(tenant.operation().id()));
    }

    /** Whether the commit is stored already. */
    synchronized boolean has(CommitId commitId) {
        return commits.containsKey(commitId);
    }

    synchronized Head head() {
        return new Head(log.size(), closedVersion, directoryToken);
    }

    synchronized StoredTenant open() {
        List<AuditRecord> entries = applied.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(AuditRecord::sequence))
                .toList();
        return new InMemoryTenant(
                head(),
                closed,
                held.moment(),
                steps(closedVersion, Integer.MAX_VALUE),
                entries,
                List.copyOf(postponed.values()));
    }

    synchronized List<Step> steps(long afterVersion, int limit) {
        int from = (int) Math.min(afterVersion, log.size());
        return List.copyOf(log.subList(from, (int) Math.min(log.size(), (long) from + limit)));
    }

    synchronized void append(StepCommit commit) {
        if (has(commit.commitId())) {
            return;
        }
        if (commit.expectedVersion() != log.size()) {
            throw new LicenseStoreException(
                    Reason.STALE, "step " + commit.operation().id() + " does not follow the last one, " + log.size());
        }
        refuseUnknown(commit.cancelled());
        log.add(new Step(commit.operation(), commit.changes()));
        if (commit.directoryToken() != null) {
            directoryToken = commit.directoryToken();
        }
        commit.cancelled().forEach(this::set);
        commit.audit().forEach(this::write);
        commits.put(commit.commitId(), Optional.of(commit.operation().id()));
    }

    synchronized void apply(BatchCommit commit) {
        if (has(commit.commitId())) {
            return;
        }
        if (leases.isFenced(commit.lease())) {
            throw new LicenseStoreException(
                    Reason.FENCED, "the lease of '" + commit.lease().holder() + "' was given to somebody else");
        }
        refuseUnknown(commit.operations());
        refuseClosing(commit.closedVersion());
        commit.audit().forEach(this::write);
        commit.operations().forEach(this::set);
        commit.postponed().forEach(change -> postponed.put(PostponedKey.of(change), change));
        close(commit.closedVersion());
        commits.put(commit.commitId(), Optional.empty());
    }

    synchronized void record(CommitId commitId, List<AuditEntry> entries) {
        if (has(commitId)) {
            return;
        }
        if (entries.stream().anyMatch(entry -> !entry.changes().isEmpty())) {
            throw new LicenseStoreException(
                    Reason.REFUSED, "an entry that is only recorded cannot change what is held");
        }
        entries.forEach(this::note);
        commits.put(commitId, Optional.empty());
    }

    synchronized Optional<OperationId> committed(CommitId commitId) {
        return commits.getOrDefault(commitId, Optional.empty());
    }

    synchronized Optional<Lease> acquire(String holder, Duration duration) {
        return leases.acquire(holder, duration);
    }

    synchronized void release(Lease lease) {
        leases.release(lease);
    }

    SortedMap<UserId, List<HeldLicense>> holdings(Collection<UserId> users) {
        SortedTree<UserId, List<HeldLicense>> moment = heldNow();
        SortedMap<UserId, List<HeldLicense>> holding = new TreeMap<>();
        for (UserId user : users) {
            List<HeldLicense> licenses = moment.get(user);
            if (licenses != null) {
                holding.put(user, licenses);
            }
        }
        return Collections.unmodifiableSortedMap(holding);
    }

    private synchronized SortedTree<UserId, List<HeldLicense>> heldNow() {
        return held.moment();
    }

    synchronized Optional<Operation> operation(OperationId id) {
        return id.number() > log.size()
                ? Optional.empty()
                : Optional.of(log.get((int) id.number() - 1).operation());
    }

    synchronized List<Operation> operations(@Nullable OperationId before, int limit) {
        List<Operation> operations = new ArrayList<>();
        long last = before == null ? log.size() : Math.min(log.size(), before.number() - 1);
        for (int number = (int) last; number > 0 && operations.size() < limit; number--) {
            operations.add(log.get(number - 1).operation());
        }
        return List.copyOf(operations);
    }

    List<AuditRecord> audit(AuditQuery query, long afterSequence, int limit) {
        return audit.find(query, afterSequence, limit, auditSize());
    }

    private synchronized int auditSize() {
        return audit.size();
    }

    private void refuseUnknown(List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation.id().number() > log.size()) {
                throw new LicenseStoreException(Reason.REFUSED, "there is no operation " + operation.id());
            }
        }
    }

    private void refuseClosing(long version) {
        if (version > log.size()) {
            throw new LicenseStoreException(
                    Reason.REFUSED, "step " + version + " cannot be closed, the last one is " + log.size());
        }
    }

    private void set(Operation operation) {
        int index = (int) operation.id().number() - 1;
        log.set(index, new Step(operation, log.get(index).changes()));
    }

    /** Writes an entry into the trail, and makes it to what the user holds. */
    private void write(AuditEntry entry) {
        AuditRecord written = note(entry);
        if (!entry.changes().isEmpty() && entry.target() instanceof Target.OfUser user) {
            held.change(user.userId(), entry.changes());
            OperationId cause = entry.cause();
            if (cause != null) {
                postponed.remove(new PostponedKey(cause, user.userId()));
                noteApplied(cause, written);
            }
        }
    }

    /** Writes an entry into the trail and nothing else. */
    private AuditRecord note(AuditEntry entry) {
        return audit.add(new AuditEntry(
                entry.at(),
                entry.actorId(),
                entry.activity(),
                entry.target(),
                entry.refused(),
                entry.cause(),
                held.shared(entry.changes()),
                entry.properties()));
    }

    /** What was held at the import is what its effect begins from, not part of it. */
    private void noteApplied(OperationId cause, AuditRecord written) {
        if (cause.number() > closedVersion && written.entry().activity() != Activity.IMPORT_TENANT) {
            applied.computeIfAbsent(cause.number(), any -> new ArrayList<>()).add(written);
        }
    }

    private void close(long version) {
        for (; closedVersion < version; closedVersion++) {
            List<TenantChange> changes = log.get((int) closedVersion).changes();
            closed = closed.with(changes);
            applied.remove(closedVersion + 1);
        }
    }

    private record PostponedKey(OperationId operationId, UserId userId) implements Comparable<PostponedKey> {
        private static final Comparator<PostponedKey> ORDER =
                Comparator.comparing(PostponedKey::operationId).thenComparing(PostponedKey::userId);

        static PostponedKey of(PostponedChange change) {
            return new PostponedKey(change.operationId(), change.change().userId());
        }

        @Override
        public int compareTo(PostponedKey other) {
            return ORDER.compare(this, other);
        }
    }
}
