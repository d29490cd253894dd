package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.NewTenant;
import dev.perseat.licensing.store.StepCommit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** Stores that each break one rule of {@link LicenseStore} about commits and leases, by a name that begins with the rule. */
final class BrokenCommits {
    private BrokenCommits() {}

    static Map<String, BiFunction<LicenseStore, Clock, LicenseStore>> all() {
        Map<String, BiFunction<LicenseStore, Clock, LicenseStore>> all = new TreeMap<>();
        all.put("s01 a batch stored piece by piece", (right, clock) -> new Piecemeal(right));
        all.put("s01 entries of a step stored before the step", (right, clock) -> new TalksTooSoon(right));
        all.put("s02 a tenant told again exists already", (right, clock) -> new CreatesOnce(right));
        all.put("s02 a step told again is stale", (right, clock) -> new StaleFirst(right));
        all.put("s02 a batch told again without the lease is fenced", (right, clock) -> new FencesFirst(right));
        all.put("s02 entries told again are written again", (right, clock) -> new NoIdsOfRecords(right));
        all.put("s02 commits are forgotten after a while", (right, clock) -> new ShortMemory(right));
        all.put("s03 a late step takes the next number", (right, clock) -> new Renumbers(right));
        all.put("s03 a late step is taken for stored", (right, clock) -> new SwallowsStale(right));
        all.put("s04 nobody is ever fenced", (right, clock) -> new NeverFences(right));
        all.put("s04 fenced as soon as the lease has run out", FencesRunOut::new);
        all.put("s06 a step's entries change nothing that is held", (right, clock) -> new StepsChangeNothing(right));
        all.put("s06 a recorded entry with changes is taken", (right, clock) -> new RecordsChanges(right));
        all.put("s07 one step more is closed", (right, clock) -> new ClosesTooMuch(right));
        all.put("s07 a smaller closed version refused", (right, clock) -> new RefusesOldClosing(right));
        all.put("s09 the lease for everybody", (right, clock) -> new LeasesToAll(right));
        all.put("s09 a lease that never runs out", (right, clock) -> new EverLasting(right));
        all.put("s09 a lease that is not prolonged", (right, clock) -> new NotProlonged(right));
        all.put("s09 another token when renewed", (right, clock) -> new AnotherToken(right));
        all.put("s09 tokens that do not grow", (right, clock) -> new OneToken(right));
        all.put("s09 a release by anybody", (right, clock) -> new ReleasedByAnybody(right));
        all.put("s10 commit ids of all tenants are one", (right, clock) -> new CommonIds(right));
        all.put("s12 bound to its first thread", (right, clock) -> new OneThread(right));
        all.put("s14 a second tenant in silence", (right, clock) -> new CreatesInSilence(right));
        return all;
    }

    private static final class Piecemeal extends BrokenStore {
        Piecemeal(LicenseStore right) {
            super(right);
        }

        @Override
        public void apply(BatchCommit commit) {
            for (int i = 0; i < commit.audit().size(); i++) {
                CommitId piece = CommitId.of(commit.commitId() + "-" + i);
                right.apply(new BatchCommit(
                        piece, commit.lease(), List.of(commit.audit().get(i)), List.of(), List.of(), 0));
            }
            right.apply(with(commit, commit.commitId(), List.of()));
        }
    }

    private static final class TalksTooSoon extends BrokenStore {
        TalksTooSoon(LicenseStore right) {
            super(right);
        }

        @Override
        public void append(StepCommit commit) {
            List<AuditEntry> entries =
                    commit.audit().stream().map(BrokenStore::withoutChanges).toList();
            right.record(commit.tenantId(), CommitId.of(commit.commitId() + "-audit"), entries);
            right.append(with(commit, commit.commitId(), List.of()));
        }
    }

    private static final class CreatesOnce extends BrokenStore {
        CreatesOnce(LicenseStore right) {
            super(right);
        }

        @Override
        public void create(NewTenant tenant) {
            TenantId id = tenant.snapshot().tenant().id();
            if (right.tenants().contains(id)) {
                throw new LicenseStoreException(Reason.TENANT_EXISTS, "tenant '" + id + "' is there");
            }
            right.create(tenant);
        }
    }

    private static final class StaleFirst extends BrokenStore {
        StaleFirst(LicenseStore right) {
            super(right);
        }

        @Override
        public void append(StepCommit commit) {
            if (right.head(commit.tenantId()).version() != commit.expectedVersion()) {
                throw new LicenseStoreException(Reason.STALE, "too late");
            }
            right.append(commit);
        }
    }

    private static final class FencesFirst extends BrokenStore {
        private final Map<TenantId, Long> tokens = new ConcurrentHashMap<>();

        FencesFirst(LicenseStore right) {
            super(right);
        }

        @Override
        public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
            Optional<Lease> lease = right.acquire(tenant, holder, duration);
            lease.ifPresent(given -> tokens.put(tenant, given.token()));
            return lease;
        }

        @Override
        public void apply(BatchCommit commit) {
            if (commit.lease().token() < tokens.getOrDefault(commit.lease().tenantId(), 0L)) {
                throw new LicenseStoreException(Reason.FENCED, "the lease is lost");
            }
            right.apply(commit);
        }
    }

    private static final class NoIdsOfRecords extends BrokenStore {
        private final AtomicInteger records = new AtomicInteger();

        NoIdsOfRecords(LicenseStore right) {
            super(right);
        }

        @Override
        public void record(TenantId tenant, CommitId commitId, List<AuditEntry> entries) {
            right.record(tenant, CommitId.of("record-" + records.incrementAndGet()), entries);
        }
    }

    private static final class ShortMemory extends BrokenStore {
        private static final int KNOWN = 20;

        private final List<CommitId> known = new ArrayList<>();
        private int forgotten;

        ShortMemory(LicenseStore right) {
            super(right);
        }

        @Override
        public synchronized void apply(BatchCommit commit) {
            boolean old = known.contains(commit.commitId()) && known.indexOf(commit.commitId()) < known.size() - KNOWN;
            CommitId id = old ? CommitId.of("forgotten-" + forgotten++) : commit.commitId();
            right.apply(with(commit, id, commit.audit()));
            known.add(commit.commitId());
        }
    }

    private static final class Renumbers extends BrokenStore {
        Renumbers(LicenseStore right) {
            super(right);
        }

        @Override
        public void append(StepCommit commit) {
            OperationId next = OperationId.of(right.head(commit.tenantId()).version() + 1);
            Operation it = commit.operation();
            Operation renumbered =
                    Operation.queued(next, it.activity(), it.target(), StoreScript.ADMIN, it.requestedAt());
            right.append(new StepCommit(
                    commit.commitId(),
                    commit.tenantId(),
                    renumbered,
                    commit.changes(),
                    commit.directoryToken(),
                    commit.cancelled(),
                    commit.audit()));
        }
    }

    private static final class SwallowsStale extends BrokenStore {
        SwallowsStale(LicenseStore right) {
            super(right);
        }

        @Override
        public void append(StepCommit commit) {
            try {
                right.append(commit);
            } catch (LicenseStoreException e) {
                if (e.reason() != Reason.STALE) {
                    throw e;
                }
            }
        }
    }

    private static final class NeverFences extends BrokenStore {
        NeverFences(LicenseStore right) {
            super(right);
        }

        @Override
        public void apply(BatchCommit commit) {
            Lease it = commit.lease();
            Lease forged = new Lease(it.tenantId(), it.holder(), Long.MAX_VALUE, it.until());
            right.apply(with(commit, forged, commit.closedVersion()));
        }
    }

    private static final class FencesRunOut extends BrokenStore {
        private final Clock clock;

        FencesRunOut(LicenseStore right, Clock clock) {
            super(right);
            this.clock = clock;
        }

        @Override
        public void apply(BatchCommit commit) {
            if (!commit.lease().until().isAfter(clock.instant())) {
                throw new LicenseStoreException(Reason.FENCED, "the lease has run out");
            }
            right.apply(commit);
        }
    }

    private static final class StepsChangeNothing extends BrokenStore {
        StepsChangeNothing(LicenseStore right) {
            super(right);
        }

        @Override
        public void append(StepCommit commit) {
            List<AuditEntry> entries =
                    commit.audit().stream().map(BrokenStore::withoutChanges).toList();
            right.append(with(commit, commit.commitId(), entries));
        }
    }

    private static final class RecordsChanges extends BrokenStore {
        RecordsChanges(LicenseStore right) {
            super(right);
        }

        @Override
        public void record(TenantId tenant, CommitId commitId, List<AuditEntry> entries) {
            right.record(
                    tenant,
                    commitId,
                    entries.stream().map(BrokenStore::withoutChanges).toList());
        }
    }

    private static final class ClosesTooMuch extends BrokenStore {
        ClosesTooMuch(LicenseStore right) {
            super(right);
        }

        @Override
        public void apply(BatchCommit commit) {
            Head head = right.head(commit.lease().tenantId());
            boolean more = commit.closedVersion() > 0 && commit.closedVersion() < head.version();
            right.apply(with(commit, commit.lease(), commit.closedVersion() + (more ? 1 : 0)));
        }
    }

    private static final class RefusesOldClosing extends BrokenStore {
        RefusesOldClosing(LicenseStore right) {
            super(right);
        }

        @Override
        public void apply(BatchCommit commit) {
            if (commit.closedVersion() < right.head(commit.lease().tenantId()).closedVersion()) {
                throw new LicenseStoreException(Reason.REFUSED, "closed already");
            }
            right.apply(commit);
        }
    }

    private static final class LeasesToAll extends BrokenStore {
        LeasesToAll(LicenseStore right) {
            super(right);
        }

        @Override
        public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
            return right.acquire(tenant, "all", duration).map(it -> new Lease(tenant, holder, it.token(), it.until()));
        }
    }

    private static final class EverLasting extends BrokenStore {
        EverLasting(LicenseStore right) {
            super(right);
        }

        @Override
        public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
            return right.acquire(tenant, holder, duration.plusDays(1_000));
        }
    }

    private static final class NotProlonged extends BrokenStore {
        private final Map<String, Lease> first = new ConcurrentHashMap<>();

        NotProlonged(LicenseStore right) {
            super(right);
        }

        @Override
        public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
            String key = tenant + " " + holder;
            if (first.containsKey(key)) {
                return Optional.of(first.get(key));
            }
            Optional<Lease> lease = right.acquire(tenant, holder, duration);
            lease.ifPresent(given -> first.put(key, given));
            return lease;
        }
    }

    private static final class AnotherToken extends BrokenStore {
        private final Map<String, Lease> last = new ConcurrentHashMap<>();

        AnotherToken(LicenseStore right) {
            super(right);
        }

        @Override
        public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
            String key = tenant + " " + holder;
            if (last.containsKey(key)) {
                right.release(last.get(key));
                right.acquire(tenant, "somebody in between", duration).ifPresent(right::release);
            }
            Optional<Lease> lease = right.acquire(tenant, holder, duration);
            lease.ifPresent(given -> last.put(key, given));
            return lease;
        }
    }

    private static final class OneToken extends BrokenStore {
        OneToken(LicenseStore right) {
            super(right);
        }

        @Override
        public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
            return right.acquire(tenant, holder, duration).map(it -> new Lease(tenant, holder, 1, it.until()));
        }
    }

    private static final class ReleasedByAnybody extends BrokenStore {
        private final Map<TenantId, Lease> current = new ConcurrentHashMap<>();

        ReleasedByAnybody(LicenseStore right) {
            super(right);
        }

        @Override
        public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
            Optional<Lease> lease = right.acquire(tenant, holder, duration);
            lease.ifPresent(given -> current.put(tenant, given));
            return lease;
        }

        @Override
        public void release(Lease lease) {
            right.release(current.getOrDefault(lease.tenantId(), lease));
        }
    }

    private static final class CommonIds extends BrokenStore {
        private final Set<CommitId> known = ConcurrentHashMap.newKeySet();

        CommonIds(LicenseStore right) {
            super(right);
        }

        @Override
        public void append(StepCommit commit) {
            if (known.add(commit.commitId())) {
                right.append(commit);
            }
        }
    }

    private static final class OneThread extends BrokenStore {
        private final Thread owner = Thread.currentThread();

        OneThread(LicenseStore right) {
            super(right);
        }

        @Override
        LicenseStore right() {
            if (!Thread.currentThread().equals(owner)) {
                throw new IllegalStateException("called by another thread");
            }
            return right;
        }
    }

    private static final class CreatesInSilence extends BrokenStore {
        CreatesInSilence(LicenseStore right) {
            super(right);
        }

        @Override
        public void create(NewTenant tenant) {
            if (!right.tenants().contains(tenant.snapshot().tenant().id())) {
                right.create(tenant);
            }
        }
    }
}
