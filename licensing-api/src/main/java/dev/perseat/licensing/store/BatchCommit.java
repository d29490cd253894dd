package dev.perseat.licensing.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.Operation;
import java.util.List;
import java.util.Objects;

/**
 * Part of the effect of steps on users, with all that is stored together with it.
 *
 * @param commitId the id of the commit
 * @param lease the lease under which the tenant is processed
 * @param audit the entries of the audit trail, in order; those that tell what a user holds are also made to the holdings;
 *     unmodifiable
 * @param operations operations as they are from now on, by number; unmodifiable
 * @param postponed changes that could not be stored; unmodifiable
 * @param closedVersion the number of the last step of which everything has been applied or postponed from now on, together
 *     with all before it; a smaller one than now leaves it as it is
 * @since 0.1
 */
public record BatchCommit(
        CommitId commitId,
        Lease lease,
        List<AuditEntry> audit,
        List<Operation> operations,
        List<PostponedChange> postponed,
        long closedVersion) {
    /**
     * Copies the lists.
     *
     * @param commitId the id of the commit
     * @param lease the lease
     * @param audit the entries of the audit trail
     * @param operations operations as they are from now on
     * @param postponed changes that could not be stored
     * @param closedVersion the number of the last closed step
     */
    public BatchCommit {
        Objects.requireNonNull(commitId, "commitId");
        Objects.requireNonNull(lease, "lease");
        audit = List.copyOf(audit);
        operations = List.copyOf(operations);
        postponed = List.copyOf(postponed);
    }
}
