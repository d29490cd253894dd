package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import dev.perseat.licensing.admin.AuditRecord;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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

    /** A moment that says what a right one says, but for what a subclass breaks. */
    static class BrokenTenant implements StoredTenant {
        final StoredTenant right;

        BrokenTenant(StoredTenant right) {
            this.right = right;
        }
