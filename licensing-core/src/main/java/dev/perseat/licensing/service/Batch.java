package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.PostponedChange;
import java.util.List;
import java.util.Map;

/**
 * The next part of what open steps do to users.
 *
 * @param users how many users it is about
 * @param entries the entries of the audit trail, in order
 * @param operations the operations that it changes, as they are from then on, by number
 * @param postponed what it gives up for now
 * @param unchanged users of whom all that was pending has come to nothing
 * @param positions by number of step how far it has come then
 * @param closedVersion the number of the last step of which nothing is left then
 */
record Batch(
        int users,
        List<AuditEntry> entries,
        List<Operation> operations,
        List<PostponedChange> postponed,
        List<UserId> unchanged,
        Map<Long, Integer> positions,
        long closedVersion) {
    BatchCommit commit(CommitId id, Lease lease) {
        return new BatchCommit(id, lease, entries, operations, postponed, closedVersion);
    }

    /** Tells a replica that this batch is in the store. */
    void noteStored(TenantReplica replica) {
        entries.forEach(replica::noteWritten);
        postponed.forEach(replica::notePostponed);
        for (OpenStep step : replica.open.values()) {
            unchanged.forEach(step::settle);
            step.moveTo(positions.getOrDefault(step.version(), step.position()));
        }
        for (Operation operation : operations) {
            OpenStep step = replica.open.get(operation.id().number());
            if (step != null) {
                step.operation = operation;
            }
        }
        replica.close(closedVersion);
    }
}
