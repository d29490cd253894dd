package dev.perseat.licensing.service;

import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the effects of the open steps of one tenant into the store, batch by batch, while it has the lease. One thread at a
 * time works for a processor; it may be woken by any thread.
 */
final class Processor {
    private static final System.Logger LOG = System.getLogger(Processor.class.getName());

    private final TenantSession session;
    private final ServiceSettings settings;
    private final TenantId tenant;

    /** How often it has been woken since it last had nothing to do. */
    private final AtomicInteger wakeups = new AtomicInteger();

    private final AtomicBoolean wakesLater = new AtomicBoolean();

    private volatile boolean closed;

    /** The token of the lease under which the replica last knew what is written, or 0. */
    private long knownToken;

    private @Nullable Lease lease;
    private Instant renewedAt = Instant.MIN;
    private int limit;

    Processor(TenantSession session, ServiceSettings settings, TenantId tenant) {
        this.session = session;
        this.settings = settings;
        this.tenant = tenant;
        limit = settings.batchSize();
    }

    /** Has the tenant processed, soon. */
    void wake() {
        if (!closed && wakeups.getAndIncrement() == 0) {
            try {
                settings.executor().execute(this::work);
            } catch (RejectedExecutionException e) {
                wakeups.set(0);
                LOG.log(System.Logger.Level.WARNING, "tenant {0}: no thread to process it", tenant);
            }
        }
    }

    private void wakeLater() {
        if (!closed && wakesLater.compareAndSet(false, true)) {
            Executor later = CompletableFuture.delayedExecutor(
                    settings.pollInterval().toNanos(), TimeUnit.NANOSECONDS, Runnable::run);
            later.execute(() -> {
                wakesLater.set(false);
                wake();
            });
        }
    }

    /** Lets the batch under way end, and nothing begin after it. */
    void close() {
        closed = true;
        synchronized (this) {
            giveLeaseBack();
        }
    }

    private void work() {
        boolean worked = false;
        try {
            int seen;
            do {
                seen = wakeups.get();
                workOnce();
            } while (!wakeups.compareAndSet(seen, 0));
            worked = true;
        } finally {
            if (!worked) {
                wakeups.set(0);
            }
        }
    }

    private synchronized void workOnce() {
        try {
            if (!closed && session.hasOpenSteps() && takeLease()) {
                processAll();
                giveLeaseBack();
            }
        } catch (LicenseStoreException e) {
            knownToken = 0;
            lease = null;
            boolean expected = e.reason() == Reason.FENCED;
            LOG.log(
                    expected ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                    "tenant " + tenant + ": processing is interrupted",
                    e);
            wakeLater();
        } catch (RuntimeException e) {
            knownToken = 0;
            LOG.log(System.Logger.Level.ERROR, "tenant " + tenant + ": processing has failed", e);
            giveLeaseBack();
        }
    }

    private boolean takeLease() {
        Optional<Lease> taken = settings.retry()
                .call(() -> settings.store().acquire(tenant, settings.holder(), settings.leaseDuration()));
        if (taken.isEmpty()) {
            lease = null;
            wakeLater();
            return false;
        }
        lease = taken.get();
        renewedAt = settings.clock().instant();
        if (lease.token() != knownToken) {
            session.readWritten();
            knownToken = lease.token();
        }
        return true;
    }

    private void giveLeaseBack() {
        Lease held = lease;
        lease = null;
        if (held != null) {
            try {
                settings.store().release(held);
            } catch (LicenseStoreException e) {
                LOG.log(System.Logger.Level.DEBUG, "tenant " + tenant + ": the lease runs out by itself", e);
            }
        }
    }

    private void processAll() {
        // The lease comes first: a batch planned before it was taken anew might have been written by somebody else
        // since.
        while (!closed && isLeased()) {
            Batch batch = session.nextBatch(limit);
            if (batch == null) {
                return;
            }
            store(batch);
        }
    }

    private boolean isLeased() {
        Duration since = Duration.between(renewedAt, settings.clock().instant());
        return since.multipliedBy(3).compareTo(settings.leaseDuration()) < 0 || takeLease();
    }

    /** Stores a batch; if the store refuses something in it, a smaller one has to be tried. */
    private void store(Batch batch) {
        try {
            commit(batch);
            limit = Math.min(settings.batchSize(), 2 * limit);
        } catch (LicenseStoreException e) {
            if (e.reason() != Reason.REFUSED || batch.users().isEmpty()) {
                throw e;
            }
            limit = Math.max(1, batch.users().size() / 2);
            if (batch.users().size() == 1) {
                Batch without = session.batchWithout(batch.users().get(0), String.valueOf(e.getMessage()));
                if (without != null) {
                    commit(without);
                }
            }
        }
    }

    private void commit(Batch batch) {
        Lease held = lease;
        if (held == null) {
            throw new LicenseStoreException(Reason.FENCED, "tenant '" + tenant + "' is processed by somebody else");
        }
        BatchCommit commit = batch.commit(settings.commitIds().get(), held);
        settings.retry().run(() -> settings.store().apply(commit));
        session.noteStored(batch);
    }
}
