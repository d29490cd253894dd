package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The tenant after some closed steps. Closing steps costs nothing but their changes; the snapshot is made when somebody
 * reads it, out of the latest one that was made before. Safe for use by several threads.
 */
final class ClosedTenant {
    private volatile Form form;

    private ClosedTenant(Form form) {
        this.form = form;
    }

    static ClosedTenant of(TenantSnapshot snapshot) {
        return new ClosedTenant(new Made(snapshot));
    }

    /** The tenant after some more changes; nothing is checked. */
    ClosedTenant with(List<TenantChange> changes) {
        return changes.isEmpty() ? this : new ClosedTenant(new Pending(this, changes));
    }

    synchronized TenantSnapshot snapshot() {
        Deque<TenantChange> changes = new ArrayDeque<>();
        Form at = form;
        while (at instanceof Pending pending) {
            for (int i = pending.changes.size() - 1; i >= 0; i--) {
                changes.addFirst(pending.changes.get(i));
            }
            at = pending.before.form;
        }
        TenantSnapshot snapshot = ((Made) at).snapshot;
        if (!changes.isEmpty()) {
            snapshot = snapshot.with(List.copyOf(changes));
            form = new Made(snapshot);
        }
        return snapshot;
    }

    private sealed interface Form {}

    private record Made(TenantSnapshot snapshot) implements Form {}

    private record Pending(ClosedTenant before, List<TenantChange> changes) implements Form {}
}
