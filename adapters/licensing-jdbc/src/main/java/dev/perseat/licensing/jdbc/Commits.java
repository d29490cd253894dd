package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.StepCommit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commits to a tenant, each one transaction. It locks the head of the tenant first: whatever it reads afterwards stays as it
 * is until it ends.
 */
record Commits(Database database) {
    /** What a commit does, between the lock of the head and its new state. */
    private interface Work {
        HeadRow run(Session session, HeadRow head) throws SQLException;
    }

    void append(StepCommit commit) {
        Long version = commit.operation().id().number();
        commit(commit.tenantId(), commit.commitId(), version, (session, head) -> {
            if (head.head().version() != commit.expectedVersion()) {
                throw new LicenseStoreException(
                        Reason.STALE,
                        "step " + commit.operation().id() + " does not follow the last one, "
                                + head.head().version());
            }
            StepLog.refuseUnknown(commit.cancelled(), head.head().version());
            StepLog log = new StepLog(session);
            log.add(commit.operation(), commit.changes());
            log.set(commit.cancelled());
            String told = commit.directoryToken();
            String token = told == null ? head.head().directoryToken() : told;
            return write(session, head, commit.audit())
                    .with(new Head(version, head.head().closedVersion(), token));
        });
    }

    void apply(BatchCommit commit) {
        commit(commit.lease().tenantId(), commit.commitId(), null, (session, head) -> {
            if (commit.lease().token() < head.leaseToken()) {
                throw new LicenseStoreException(
                        Reason.FENCED, "the lease of '" + commit.lease().holder() + "' was given to somebody else");
            }
            StepLog.refuseUnknown(commit.operations(), head.head().version());
            HeadRow written = write(session, head, commit.audit());
            new StepLog(session).set(commit.operations());
            new PostponedRows(session).put(commit.postponed());
            return close(session, written, commit.closedVersion());
        });
    }

    void record(TenantId tenant, CommitId commitId, List<AuditEntry> entries) {
        commit(tenant, commitId, null, (session, head) -> {
            if (entries.stream().anyMatch(entry -> !entry.changes().isEmpty())) {
                throw new LicenseStoreException(
                        Reason.REFUSED, "an entry that is only recorded cannot change what is held");
            }
            return write(session, head, entries);
        });
    }

    private void commit(TenantId tenant, CommitId commitId, @Nullable Long step, Work work) {
        database.call(tenant, session -> {
            HeadRow head = HeadRow.lock(session).orElseThrow(() -> Failures.unknown(tenant));
            if (isNew(session, commitId, step)) {
                work.run(session, head).update(session);
            }
            return commitId;
        });
    }

    /** Notes a commit, unless it has been stored before. */
    static boolean isNew(Session session, CommitId commitId, @Nullable Long step) throws SQLException {
        return Rows.insertNew(session, Table.COMMIT)
                        .add(CodeUnits.bytes(commitId.value()), step)
                        .flush()
                > 0;
    }

    private static HeadRow write(Session session, HeadRow head, List<AuditEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return head;
        }
        ContentWriter contents = new ContentWriter(session);
        AuditWriter trail = new AuditWriter(session, contents, head.auditSequence());
        HoldingUpdate holdings = new HoldingUpdate(session, contents);
        List<PostponedRows.Key> madeUp = new ArrayList<>();
        for (AuditEntry entry : entries) {
            UUID changes = trail.add(entry);
            if (changes != null && entry.target() instanceof Target.OfUser user) {
                holdings.note(user.userId(), changes, entry.changes());
                OperationId cause = entry.cause();
                if (cause != null) {
                    madeUp.add(new PostponedRows.Key(cause, user.userId()));
                }
            }
        }
        long last = trail.flush();
        holdings.make();
        contents.flush();
        new PostponedRows(session).remove(madeUp);
        return head.withAuditSequence(last);
    }

    private static HeadRow close(Session session, HeadRow head, long closedVersion) throws SQLException {
        Head before = head.head();
        if (closedVersion > before.version()) {
            throw new LicenseStoreException(
                    Reason.REFUSED, "step " + closedVersion + " cannot be closed, the last one is " + before.version());
        }
        HeadRow closed = head;
        for (long version = before.closedVersion() + 1; version <= closedVersion; version++) {
            closed = Closing.close(session, closed, version)
                    .with(new Head(before.version(), version, before.directoryToken()));
        }
        return closed;
    }
}
