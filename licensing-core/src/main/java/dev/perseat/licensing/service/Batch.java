package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.PostponedChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The next part of what open steps do to users.
 *
 * @param users the users it is about, in the order in which they are processed
 * @param entries the entries of the audit trail, in order
 * @param operations the operations that it changes, as they are from then on, by number
 * @param postponed what it gives up for now
 * @param nothing changes that are not written, because they take each other back
 * @param positions by number of step how far it has come then
 * @param closedVersion the number of the last step of which nothing is left then
 */
record Batch(
        List<UserId> users,
        List<AuditEntry> entries,
        List<Operation> operations,
        List<PostponedChange> postponed,
        List<Nothing> nothing,
        Map<Long, Integer> positions,
        long closedVersion) {
    BatchCommit commit(CommitId id, Lease lease) {
        return new BatchCommit(id, lease, entries, operations, postponed, closedVersion);
    }

    /** Tells a replica that this batch is in the store. */
    void noteStored(TenantReplica replica) {
        entries.forEach(replica::noteWritten);
        postponed.forEach(replica::notePostponed);
        nothing.forEach(replica::noteNothing);
        for (OpenStep step : replica.open.values()) {
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

    /**
     * Changes of one user that need not be written, because each takes back what those before it do: as when an operation
     * is cancelled that has not come to the user. As the store knows of none of them, their steps close together.
     *
     * @param user the user
     * @param versions the numbers of the steps whose changes these are, ascending; at least two
     */
    record Nothing(UserId user, List<Long> versions) {
        long lastVersion() {
            return versions.get(versions.size() - 1);
        }

        /** Returns whether some changes of a user, made one after the other, leave everything as it is. */
        static boolean isMadeOf(Collection<UserChange> changes) {
            List<HoldingChange> forth = new ArrayList<>();
            List<HoldingChange> back = new ArrayList<>();
            for (UserChange change : changes) {
                forth.addAll(change.changes());
                change.changes().forEach(it -> back.add(0, it.reversed()));
            }
            List<HeldLicense> before = HoldingChange.applied(List.of(), back);
            return changes.size() > 1 && before.equals(HoldingChange.applied(before, forth));
        }
    }
}
