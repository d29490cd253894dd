package dev.perseat.licensing.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.TenantId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step to add to the log, with all that is stored together with it.
 *
 * @param commitId the id of the commit
 * @param tenantId the tenant
 * @param operation the new operation, queued; its number is that of the step, and the last step must have the number before
 *     it
 * @param changes what becomes different, in order; unmodifiable, perhaps empty
 * @param directoryToken the change token up to which the changes of the directory are in the log from now on, or null to
 *     leave it as it is
 * @param cancelled operations that become cancelled by this step, as they are from now on; unmodifiable
 * @param audit the entries of the audit trail, in order; unmodifiable
 * @since 0.1
 */
public record StepCommit(
        CommitId commitId,
        TenantId tenantId,
        Operation operation,
        List<TenantChange> changes,
        @Nullable String directoryToken,
        List<Operation> cancelled,
        List<AuditEntry> audit) {
    /**
     * Copies the lists.
     *
     * @param commitId the id of the commit
     * @param tenantId the tenant
     * @param operation the new operation
     * @param changes what becomes different
     * @param directoryToken the change token of the directory, or null
     * @param cancelled operations that become cancelled
     * @param audit the entries of the audit trail
     */
    public StepCommit {
        Objects.requireNonNull(commitId, "commitId");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(operation, "operation");
        changes = List.copyOf(changes);
        cancelled = List.copyOf(cancelled);
        audit = List.copyOf(audit);
    }

    /**
     * Returns the number that the last step must have for this one to be added.
     *
     * @return one less than the number of the operation
     */
    public long expectedVersion() {
        return operation.id().number() - 1;
    }
}
