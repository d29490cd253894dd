package dev.perseat.licensing.store;

import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.assignment.TenantChange;
import java.util.List;

/**
 * An entry of the log: what became different in the tenant, in one step.
 *
 * @param operation the operation, as it is now
 * @param changes what became different, in order; unmodifiable, perhaps empty
 * @since 0.1
 */
public record Step(Operation operation, List<TenantChange> changes) {
    /**
     * Copies the changes.
     *
     * @param operation the operation
     * @param changes what became different
     */
    public Step {
        changes = List.copyOf(changes);
    }

    /**
     * Returns the number of the step in the log, which is that of its operation.
     *
     * @return the number, from 1
     */
    public long version() {
        return operation.id().number();
    }
}
