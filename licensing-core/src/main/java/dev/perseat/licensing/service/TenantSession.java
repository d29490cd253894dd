package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.AccessDeniedException;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Permission;
import dev.perseat.licensing.admin.Preview;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One tenant of a service: its replica, and the lock that guards it. Commands read the log to its end, decide, and add the
 * next step; if somebody else was faster, the store says so, and they decide again.
 */
final class TenantSession {
    private static final int STEPS_AT_ONCE = 100;

    /** So often in a row somebody else is faster only if the store is broken. */
    private static final int MOST_ATTEMPTS = 10_000;

    private static final Duration LONGEST_WAIT = Duration.ofDays(10_000);
    private static final String REASON = "reason";

    /** Keeps the commits of refusals apart from those of requests. */
    private static final String REFUSAL = "refused-";

    private final ServiceSettings settings;
    private final LicenseStore store;
    private final TenantId tenant;
    private final Processor processor;
    private final Events events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stored = lock.newCondition();
    private @Nullable TenantReplica replica;
    private volatile boolean closed;

    TenantSession(ServiceSettings settings, TenantId tenant) {
        this.settings = settings;
        this.tenant = tenant;
        store = settings.store();
        processor = new Processor(this, settings, tenant);
        events = new Events(tenant, settings.listeners(), settings.executor());
    }

    TenantId tenant() {
        return tenant;
    }

    ServiceSettings settings() {
        return settings;
    }

    void wake() {
        processor.wake();
    }

    void close() {
        processor.close();
        closed = true;
        lock.lock();
        try {
            stored.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the replica, with every step taken that is in the log. */
    <T extends @Nullable Object> T ask(Function<TenantReplica, T> question) {
        requireOpen();
        lock.lock();
        try {
            return question.apply(current());
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the licensing service is closed");
        }
    }

    private TenantReplica current() {
        TenantReplica known = replica;
        if (known == null) {
            known = settings.retry().call(this::load);
            replica = known;
        }
        try {
            follow(known);
        } catch (LicenseStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            replica = null; // It may have taken a step by half.
            throw e;
        }
        return known;
    }

    private TenantReplica load() {
        try (StoredTenant opened = store.open(tenant)) {
            return TenantReplica.load(opened, settings.calculator());
        }
    }

    private void follow(TenantReplica known) {
        Head head = settings.retry().call(() -> store.head(tenant));
        while (known.knownVersion() < head.version()) {
            List<Step> steps = settings.retry().call(() -> store.steps(tenant, known.knownVersion(), STEPS_AT_ONCE));
            steps.forEach(known::know);
        }
        known.takeKnown();
        known.close(head);
        known.directoryToken = head.directoryToken();
    }

    void require(Actor actor, Permission permission) {
        if (!settings.accessPolicy().permits(actor, tenant, permission)) {
            throw new AccessDeniedException(actor, tenant, permission);
        }
    }

    Operation submit(Actor actor, LicenseCommand command, @Nullable CommitId requested) {
        return submit(actor, command, requested, null).orElseThrow();
    }

    /** Has done what a directory tells, or does nothing if meanwhile somebody else has taken in what it tells since. */
    Optional<Operation> submit(Actor actor, Synchronization.Fetched fetched) {
        return submit(actor, new LicenseCommand.ChangeDirectory(fetched.changes()), null, fetched);
    }

    private Optional<Operation> submit(
            Actor actor,
            LicenseCommand command,
            @Nullable CommitId requested,
            Synchronization.@Nullable Fetched fetched) {
        requireOpen();
        CommitId id = requested == null ? settings.commitIds().get() : requested;
        if (!settings.accessPolicy().permits(actor, tenant, command.permission())) {
            String reason = "no permission " + command.permission();
            refuse(AuditEntry.refused(now(), actor, command.activity(), command.target(), reason), id);
            throw new AccessDeniedException(actor, tenant, command.permission());
        }
        lock.lock();
        try {
            return append(actor, command, id, requested != null, fetched);
        } finally {
            lock.unlock();
            // Whatever the answer was, or if there was none: the step may be there.
            events.tell();
            processor.wake();
        }
    }

    private Optional<Operation> append(
            Actor actor,
            LicenseCommand command,
            CommitId id,
            boolean repeated,
            Synchronization.@Nullable Fetched fetched) {
        String next = fetched == null ? null : fetched.next();
        for (int attempt = 1; ; attempt++) {
            TenantReplica current = current();
            // A store that lost its answer may have called the next attempt stale.
            Optional<Operation> earlier = repeated || attempt > 1 ? earlier(id) : Optional.empty();
            if (earlier.isPresent()) {
                return earlier;
            }
            if (fetched != null && next != null && !Objects.equals(fetched.since(), current.directoryToken)) {
                return Optional.empty();
            }
            Plan plan = new CommandPlanner(current, settings.calculator(), this::operation, now()).plan(command);
            if (plan.isRefused()) {
                throw refused(actor, command, id, plan.refusals());
            }
            StepCommit commit = commit(actor, command, id, plan, current.knownVersion() + 1, next);
            try {
                settings.retry().run(() -> store.append(commit));
                events.note(commit.operation());
                return Optional.of(commit.operation());
            } catch (LicenseStoreException e) {
                if (e.reason() == Reason.REFUSED) {
                    throw refused(actor, command, id, List.of(new Refusal.NotStorable(String.valueOf(e.getMessage()))));
                } else if (e.reason() != Reason.STALE || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Optional<Operation> earlier(CommitId id) {
        return settings.retry().call(() -> store.committed(tenant, id).flatMap(it -> store.operation(tenant, it)));
    }

    private StepCommit commit(
            Actor actor, LicenseCommand command, CommitId id, Plan plan, long number, @Nullable String directoryToken) {
        Instant now = now();
        Operation operation = Operation.queued(OperationId.of(number), command.activity(), plan.target(), actor, now);
        List<AuditEntry> audit = new ArrayList<>();
        audit.add(AuditEntry.of(now, actor.id(), command.activity(), operation, plan.properties()));
        return new StepCommit(id, tenant, operation, plan.changes(), directoryToken, plan.cancelled(), audit);
    }

    private CommandRefusedException refused(Actor actor, LicenseCommand command, CommitId id, List<Refusal> refusals) {
        CommandRefusedException exception = new CommandRefusedException(command.activity(), refusals);
        List<ModifiedProperty> reasons = refusals.stream()
                .map(refusal -> new ModifiedProperty(REASON, "", refusal.message()))
                .toList();
        refuse(
                new AuditEntry(now(), actor.id(), command.activity(), command.target(), true, null, List.of(), reasons),
                id);
        return exception;
    }

    /** Records a refusal, once for each request; a request that was refused may be accepted another time. */
    private void refuse(AuditEntry entry, CommitId request) {
        CommitId id = CommitId.of(REFUSAL + request);
        settings.retry().run(() -> store.record(tenant, id, List.of(entry)));
    }

    Preview preview(Actor actor, LicenseCommand command) {
        require(actor, Permission.READ);
        return ask(current -> {
            Plan plan = new CommandPlanner(current, settings.calculator(), this::operation, now()).plan(command);
            if (plan.isRefused()) {
                throw new CommandRefusedException(command.activity(), plan.refusals());
            }
            return new Previewer(current).preview(plan.changes());
        });
    }

    /** Returns an operation as it is in the store. */
    Operation operation(OperationId id) {
        return settings.retry()
                .call(() -> store.operation(tenant, id))
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no operation " + id + " in tenant '" + tenant + "'"));
    }

    Operation await(OperationId id, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + (atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT).toNanos();
        // Who had begun with it may be no more.
        processor.wake();
        lock.lockInterruptibly();
        try {
            Operation operation = operation(id);
            for (long rest = end - System.nanoTime();
                    rest > 0 && !operation.status().isEnded() && !closed;
                    rest = end - System.nanoTime()) {
                stored.await(Math.min(settings.pollInterval().toNanos(), rest), TimeUnit.NANOSECONDS);
                operation = operation(id);
            }
            return operation;
        } finally {
            lock.unlock();
        }
    }

    private Instant now() {
        return settings.clock().instant();
    }

    // What the processor asks and tells.

    boolean hasOpenSteps() {
        return ask(current -> !current.open.isEmpty());
    }

    /** Learns what has been written, since somebody else may have processed the tenant. */
    void readWritten() {
        lock.lock();
        try (StoredTenant opened = settings.retry().call(() -> store.open(tenant))) {
            current().readWritten(opened);
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Batch nextBatch(int limit) {
        return ask(current -> planner(current, limit).plan());
    }

    /** Returns a batch that gives a user up, or null if the next user is another one. */
    @Nullable
    Batch batchWithout(UserId user, String reason) {
        return ask(current -> planner(current, 1).planWithout(user, reason));
    }

    private BatchPlanner planner(TenantReplica current, int limit) {
        return new BatchPlanner(
                current, limit, now(), users -> settings.retry().call(() -> store.holdings(tenant, users)));
    }

    void noteStored(Batch batch) {
        lock.lock();
        try {
            if (replica != null) {
                batch.noteStored(replica);
            }
            events.note(batch);
            stored.signalAll();
        } finally {
            lock.unlock();
        }
        events.tell();
    }

    /** Begins with the import, which was stored with the tenant. */
    void begin(Operation imported) {
        events.note(imported);
        events.tell();
        processor.wake();
    }
}
