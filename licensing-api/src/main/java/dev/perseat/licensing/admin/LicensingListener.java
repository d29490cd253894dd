package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.TenantId;

/**
 * Is told what a {@link Licensing} object has stored. For one tenant the calls come in the order in which things were
 * stored, one at a time, after they were stored, on a thread of the executor; for different tenants perhaps at once. What a
 * listener throws is logged, and changes nothing. A listener that takes long delays what it is told, not the processing.
 *
 * <p>What another object on the same store does is not told, and what was stored just before a crash may never be: who must
 * not miss anything reads the audit trail.
 *
 * @since 0.1
 */
public interface LicensingListener {
    /**
     * An operation was accepted, has begun, has come further, or has ended.
     *
     * @param tenant the tenant
     * @param operation the operation as it was stored
     */
    default void operationChanged(TenantId tenant, Operation operation) {}

    /**
     * A user holds something else.
     *
     * @param tenant the tenant
     * @param cause the operation that it goes back to
     * @param change what changed, as it was stored
     */
    default void userChanged(TenantId tenant, OperationId cause, UserChange change) {}
}
