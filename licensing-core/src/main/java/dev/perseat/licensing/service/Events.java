package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.LicensingListener;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the listeners of one tenant what has been stored, one thing after the other. Safe for use by several threads. */
final class Events {
    private static final System.Logger LOG = System.getLogger(Events.class.getName());

    private final TenantId tenant;
    private final List<LicensingListener> listeners;
    private final Executor executor;
    private final Queue<Consumer<LicensingListener>> waiting = new ArrayDeque<>();
    private boolean telling;

    Events(TenantId tenant, List<LicensingListener> listeners, Executor executor) {
        this.tenant = tenant;
        this.listeners = listeners;
        this.executor = executor;
    }

    /** Notes an operation that was stored. Called under the lock of the session, so that the order is that of the store. */
    void note(Operation operation) {
        note(List.of(listener -> listener.operationChanged(tenant, operation)));
    }

    /** Notes a batch that was stored. Called under the lock of the session, so that the order is that of the store. */
    void note(Batch batch) {
        if (!listeners.isEmpty()) {
            List<Consumer<LicensingListener>> calls = new ArrayList<>();
            batch.entries().forEach(entry -> addChange(entry, calls));
            batch.operations().forEach(operation -> calls.add(it -> it.operationChanged(tenant, operation)));
            note(calls);
        }
    }

    private synchronized void note(List<Consumer<LicensingListener>> calls) {
        if (!listeners.isEmpty()) {
            waiting.addAll(calls);
        }
    }

    private void addChange(AuditEntry entry, List<Consumer<LicensingListener>> calls) {
        OperationId cause = entry.cause();
        if (cause != null && !entry.changes().isEmpty() && entry.target() instanceof Target.OfUser user) {
            UserChange change = new UserChange(user.userId(), entry.changes());
            calls.add(listener -> listener.userChanged(tenant, cause, change));
        }
    }

    /** Has what was noted told, soon. Called without the lock of the session, which listeners may ask for. */
    void tell() {
        synchronized (this) {
            if (telling || waiting.isEmpty()) {
                return;
            }
            telling = true;
        }
        try {
            executor.execute(this::tellWaiting);
        } catch (RejectedExecutionException e) {
            synchronized (this) {
                telling = false;
            }
            LOG.log(System.Logger.Level.WARNING, "tenant {0}: no thread to tell listeners", tenant);
        }
    }

    private void tellWaiting() {
        boolean told = false;
        try {
            for (Consumer<LicensingListener> call = next(); call != null; call = next()) {
                for (LicensingListener listener : listeners) {
                    tell(call, listener);
                }
            }
            told = true;
        } finally {
            if (!told) {
                rest();
            }
        }
    }

    private synchronized void rest() {
        telling = false;
    }

    private synchronized @Nullable Consumer<LicensingListener> next() {
        Consumer<LicensingListener> call = waiting.poll();
        telling = call != null;
        return call;
    }

    private void tell(Consumer<LicensingListener> call, LicensingListener listener) {
        try {
            call.accept(listener);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "tenant " + tenant + ": listener " + listener.getClass().getName() + " failed",
                    e);
        }
    }
}
