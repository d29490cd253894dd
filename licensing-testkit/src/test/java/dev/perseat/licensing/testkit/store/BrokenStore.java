package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.StepCommit;
import java.util.List;

/** A store that does what a right one does, but for what a subclass breaks. */
class BrokenStore extends DelegatingStore {
    final LicenseStore right;

    BrokenStore(LicenseStore right) {
        super(right);
        this.right = right;
    }

    @Override
    void commit(CommitKind kind, List<AuditEntry> audit, Runnable store) {
        store.run();
    }

    static StepCommit with(StepCommit commit, CommitId commitId, List<AuditEntry> audit) {
        return new StepCommit(
                commitId,
                commit.tenantId(),
                commit.operation(),
                commit.changes(),
                commit.directoryToken(),
                commit.cancelled(),
                audit);
    }

    static BatchCommit with(BatchCommit commit, CommitId commitId, List<AuditEntry> audit) {
        return new BatchCommit(
                commitId, commit.lease(), audit, commit.operations(), commit.postponed(), commit.closedVersion());
    }

    static BatchCommit with(BatchCommit commit, Lease lease, long closedVersion) {
        return new BatchCommit(
                commit.commitId(), lease, commit.audit(), commit.operations(), commit.postponed(), closedVersion);
    }

    static AuditEntry withoutChanges(AuditEntry entry) {
        return new AuditEntry(
                entry.at(),
                entry.actorId(),
                entry.activity(),
                entry.target(),
                entry.refused(),
                entry.cause(),
                List.of(),
                entry.properties());
    }
}
