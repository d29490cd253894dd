package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.AccessDeniedException;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Permission;
import dev.perseat.licensing.admin.Preview;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StoredTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One tenant of a service: its replica, and the lock that guards it. Whoever asks the replica reads the log to its end
 * first.
 */
final class TenantSession {
    private static final int STEPS_AT_ONCE = 100;
    private static final Duration LONGEST_WAIT = Duration.ofDays(10_000);

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
        Submission submission = new Submission(settings, tenant, actor, command, requested, fetched);
        submission.requirePermission();
        lock.lock();
        try {
            Optional<Operation> operation = submission.append(this::current, this::operation);
            operation.ifPresent(events::note);
            return operation;
        } finally {
            lock.unlock();
            // Whatever the answer was, or if there was none: the step may be there.
            events.tell();
            processor.wake();
        }
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
