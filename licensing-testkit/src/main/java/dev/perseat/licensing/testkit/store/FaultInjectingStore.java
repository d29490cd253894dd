package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.StoredTenant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A store that fails on purpose, at the commits that a {@link FaultSchedule} names: to test what becomes of a caller then.
 * For a crash at every point, run once with {@link FaultSchedule#none()}, ask for the number of {@link #commits()}, and run
 * again with {@link Fault#KILLED_BEFORE} and {@link Fault#KILLED_AFTER} at each of them; what comes after the crash uses the
 * store behind, or another of these around it.
 *
 * <p>As safe for use by several threads as the store behind it. Commits are numbered in the order in which they come; once
 * one of them is killed, no other begins to be stored.
 *
 * @since 0.1
 */
public final class FaultInjectingStore extends DelegatingStore {
    private final FaultSchedule schedule;
    private final LongConsumer beforeCommit;
    private final Object lock = new Object();
    private long commits;
    private volatile long killedAt;

    /**
     * Makes a store that fails by a schedule.
     *
     * @param right the store that remembers
     * @param schedule which commits fail
     */
    public FaultInjectingStore(LicenseStore right, FaultSchedule schedule) {
        this(right, schedule, commit -> {});
    }

    /**
     * Makes a store that fails by a schedule, and waits if a test wants it to.
     *
     * @param right the store that remembers
     * @param schedule which commits fail
     * @param beforeCommit is called before each commit with its number, on the thread that commits, without any lock: it may
     *     wait for something, and look at the store behind; what it throws reaches the caller, and nothing is stored
     */
    public FaultInjectingStore(LicenseStore right, FaultSchedule schedule, LongConsumer beforeCommit) {
        super(right);
        this.schedule = schedule;
        this.beforeCommit = beforeCommit;
    }

    /**
     * Returns how many commits were told until now, failed or not.
     *
     * @return the number, which is that of the last one
     */
    public long commits() {
        synchronized (lock) {
            return commits;
        }
    }

    @Override
    LicenseStore right() {
        dieIfKilled();
        return super.right();
    }

    @Override
    public StoredTenant open(TenantId tenant) {
        return new MortalTenant(right().open(tenant), this::dieIfKilled);
    }

    @Override
    void commit(CommitKind kind, List<AuditEntry> audit, Runnable store) {
        long number = nextNumber();
        beforeCommit.accept(number);
        Optional<Fault> fault = decide(number).filter(it -> canHave(kind, it));
        if (fault.isEmpty()) {
            store.run();
        } else {
            fail(number, fault.get(), store);
        }
    }

    private long nextNumber() {
        synchronized (lock) {
            dieIfKilled();
            return ++commits;
        }
    }

    /** In one step with what was decided of others, so that nothing begins to be stored after the death. */
    private Optional<Fault> decide(long number) {
        synchronized (lock) {
            if (killedAt != 0) {
                throw new StoreKilled(killedAt);
            }
            Optional<Fault> fault = schedule.at(number);
            if (fault.filter(it -> it == Fault.KILLED_BEFORE || it == Fault.KILLED_AFTER)
                    .isPresent()) {
                killedAt = number;
            }
            return fault;
        }
    }

    private void dieIfKilled() {
        if (killedAt != 0) {
            throw new StoreKilled(killedAt);
        }
    }

    private static boolean canHave(CommitKind kind, Fault fault) {
        return switch (fault) {
            case STALE -> kind == CommitKind.APPEND;
            case FENCED -> kind == CommitKind.APPLY;
            case UNAVAILABLE, ANSWER_LOST, KILLED_BEFORE, KILLED_AFTER -> true;
        };
    }

    private static void fail(long number, Fault fault, Runnable store) {
        switch (fault) {
            case UNAVAILABLE -> throw failure(Reason.UNAVAILABLE, number, "is not stored");
            case STALE -> throw failure(Reason.STALE, number, "is taken for one that comes too late");
            case FENCED -> throw failure(Reason.FENCED, number, "is taken for one without the lease");
            case KILLED_BEFORE -> throw new StoreKilled(number);
            case ANSWER_LOST -> {
                store.run();
                throw failure(Reason.UNAVAILABLE, number, "gets no answer");
            }
            case KILLED_AFTER -> {
                store.run();
                throw new StoreKilled(number);
            }
        }
    }

    private static LicenseStoreException failure(Reason reason, long number, String what) {
        return new LicenseStoreException(reason, "commit " + number + " " + what + ", as scheduled");
    }
}
