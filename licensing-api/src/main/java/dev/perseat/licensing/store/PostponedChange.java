package dev.perseat.licensing.store;

import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.assignment.UserChange;

/**
 * A change of what a user holds that follows from a step, and that could not be stored when its turn came.
 *
 * @param operationId the operation that it follows from
 * @param change the user, and what changes
 * @param reason what the store said, without personal data
 * @since 0.1
 */
public record PostponedChange(OperationId operationId, UserChange change, String reason) {}
