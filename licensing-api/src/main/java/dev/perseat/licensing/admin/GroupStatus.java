package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.LicenseViolation;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a group's licences have come.
 *
 * @since 0.1
 */
public sealed interface GroupStatus {
    /**
     * A change of the group's licences is waiting for its turn.
     *
     * @param operationId the change; if there are several, the last one
     * @since 0.1
     */
    record Queued(OperationId operationId) implements GroupStatus {}

    /**
     * Members are being processed.
     *
     * @param operationId the change that is being applied
     * @param progress how many members have been processed
     * @since 0.1
     */
    record InProgress(OperationId operationId, Progress progress) implements GroupStatus {}

    /**
     * All licences are assigned.
     *
     * @param members the members of the group, in the sense of the policy
     * @since 0.1
     */
    record AllAssigned(long members) implements GroupStatus {}

    /**
     * All members have been processed, and some have an error.
     *
     * @param members the members of the group, in the sense of the policy
     * @param licensed those of them without an error
     * @param errors those with an error by kind; a member with two kinds counts under each; unmodifiable, without zeros
     * @since 0.1
     */
    record WithErrors(long members, long licensed, SortedMap<LicenseViolation.Kind, Long> errors)
            implements GroupStatus {
        /**
         * Copies the errors.
         *
         * @param members the members of the group
         * @param licensed those without an error
         * @param errors those with an error by kind
         */
        public WithErrors {
            errors = Collections.unmodifiableSortedMap(new TreeMap<>((Map<LicenseViolation.Kind, Long>) errors));
        }
    }

    /**
     * The group has become one that cannot give licences: it is not security-enabled, or a distribution group.
     *
     * @since 0.1
     */
    record NotEligible() implements GroupStatus {}
}
