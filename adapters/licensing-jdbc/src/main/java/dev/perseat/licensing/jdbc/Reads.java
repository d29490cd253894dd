package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StoredTenant.Holding;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers single questions. That there is such a tenant is asked only when nothing else was found: an answer says it already.
 */
record Reads(Database database) {
    List<TenantId> tenants() {
        try (Transaction transaction = Transaction.beginReading(database, HashKey.NONE)) {
            return transaction
                    .session()
                    .query("select tenant_id from perseat_tenant", row -> TenantId.of(CodeUnits.text(row.getBytes(1))))
                    .stream()
                    .sorted()
                    .toList();
        } catch (SQLException e) {
            throw Failures.unreachable(e);
        }
    }

    Head head(TenantId tenant) {
        return database.read(
                tenant,
                session -> HeadRow.read(session)
                        .orElseThrow(() -> Failures.unknown(tenant))
                        .head());
    }

    List<Step> steps(TenantId tenant, long afterVersion, int limit) {
        return list(tenant, session -> new StepLog(session).steps(afterVersion, limit));
    }

    Optional<OperationId> committed(TenantId tenant, CommitId commitId) {
        List<Long> found = list(
                tenant,
                session -> session.query(
                        "select operation from perseat_commit where tenant = ? and commit_id = ?",
                        row -> row.getLong(1),
                        session.tenant(),
                        CodeUnits.bytes(commitId.value())));
        return found.stream().filter(number -> number > 0).map(OperationId::of).findFirst();
    }

    SortedMap<UserId, List<HeldLicense>> holdings(TenantId tenant, Collection<UserId> users) {
        SortedMap<UserId, List<HeldLicense>> holdings = new TreeMap<>();
        for (Holding held : list(tenant, session -> new HeldRows(session).of(users))) {
            holdings.put(held.userId(), held.licenses());
        }
        return Collections.unmodifiableSortedMap(holdings);
    }

    Optional<Operation> operation(TenantId tenant, OperationId id) {
        return list(
                        tenant,
                        session -> new StepLog(session)
                                .operation(id.number()).stream().toList())
                .stream()
                .findFirst();
    }

    List<Operation> operations(TenantId tenant, @Nullable OperationId before, int limit) {
        long end = before == null ? Long.MAX_VALUE : before.number();
        return list(tenant, session -> new StepLog(session).newest(end, limit));
    }

    List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit) {
        return list(tenant, session -> {
            AuditSearch search = new AuditSearch(session.tenant(), query, afterSequence, limit);
            return new AuditReader(session).read(search.sql(), search.parameters());
        });
    }

    private <T> List<T> list(TenantId tenant, Database.Work<List<T>> query) {
        return database.read(tenant, session -> {
            List<T> found = query.run(session);
            if (found.isEmpty() && HeadRow.read(session).isEmpty()) {
                throw Failures.unknown(tenant);
            }
            return List.copyOf(found);
        });
    }
}
