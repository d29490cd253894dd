package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.NewTenant;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Stores a new tenant, page by page, in one transaction. */
record Creation(Session session, NewTenant tenant) {
    /** Of two that create the same tenant at once, H2 lets the second one fail, not see the first one's row: it looks again. */
    static void run(Database database, NewTenant tenant) {
        TenantId id = tenant.snapshot().tenant().id();
        try {
            attempt(database, id, tenant);
        } catch (LicenseStoreException e) {
            if (!(e.getCause() instanceof SQLException cause) || !Failures.isTaken(cause)) {
                throw e;
            }
            attempt(database, id, tenant);
        }
    }

    private static void attempt(Database database, TenantId id, NewTenant tenant) {
        database.call(id, session -> {
            new Creation(session, tenant).run(id);
            return id;
        });
    }

    private void run(TenantId id) throws SQLException {
        boolean isNew = Rows.insertNew(session, Table.TENANT)
                        .add((Object) CodeUnits.bytes(id.value()))
                        .flush()
                > 0;
        if (!Commits.isNew(session, tenant.commitId(), 1L)) {
            return;
        }
        if (!isNew) {
            throw new LicenseStoreException(Reason.TENANT_EXISTS, "there is a tenant '" + id + "' already");
        }
        storeProducts();
        storeDirectory();
        storeMembers();
        storeHoldings();
        new StepLog(session).add(tenant.operation(), List.of());
        long sequence = storeTrail();
        TenantSnapshot snapshot = tenant.snapshot();
        Head head = new Head(1, 0, tenant.directoryToken());
        new HeadRow(head, sequence, 0, snapshot.tenant(), snapshot.policy()).insert(session);
    }

    private void storeProducts() throws SQLException {
        TenantSnapshot snapshot = tenant.snapshot();
        store(ObjectKind.SERVICE_PLAN, snapshot.servicePlans());
        store(ObjectKind.SKU, snapshot.skus());
        List<Subscription> subscriptions = snapshot.skus().stream()
                .map(Sku::id)
                .map(snapshot::subscription)
                .flatMap(Optional::stream)
                .toList();
        store(ObjectKind.SUBSCRIPTION, subscriptions);
    }

    private void storeDirectory() throws SQLException {
        store(ObjectKind.GROUP, tenant.snapshot().groups());
        store(ObjectKind.USER, tenant.snapshot().users());
    }

    private <T> void store(ObjectKind<T> kind, List<T> things) throws SQLException {
        Rows rows = Rows.insert(session, Table.OBJECT);
        for (T thing : things) {
            rows.add(kind.number(), kind.key(thing), kind.body(thing));
        }
        rows.flush();
    }

    private void storeMembers() throws SQLException {
        Rows rows = Rows.insert(session, Table.MEMBERSHIP);
        TenantSnapshot snapshot = tenant.snapshot();
        for (int group = 0; group < snapshot.groups().size(); group++) {
            GroupId groupId = snapshot.groups().get(group).id();
            for (UserId member : snapshot.memberUsers(groupId)) {
                MemberRows.add(rows, Membership.of(groupId, member));
            }
            for (GroupId member : snapshot.memberGroups(groupId)) {
                MemberRows.add(rows, Membership.of(groupId, member));
            }
        }
        rows.flush();
    }

    private void storeHoldings() throws SQLException {
        ContentWriter contents = new ContentWriter(session);
        Rows rows = Rows.insert(session, Table.HOLDING);
        Holdings holdings = tenant.holdings();
        for (int k = 0; k < holdings.userCount(); k++) {
            List<HeldLicense> held = holdings.combination(holdings.combinationOf(k));
            HeldRows.add(rows, holdings.user(k), contents.put(ContentKind.HELD, held));
        }
        rows.flush();
        contents.flush();
    }

    private long storeTrail() throws SQLException {
        ContentWriter contents = new ContentWriter(session);
        AuditWriter trail = new AuditWriter(session, contents, 0);
        for (Iterator<AuditEntry> entries = tenant.audit().iterator(); entries.hasNext(); ) {
            trail.add(entries.next());
        }
        long last = trail.flush();
        contents.flush();
        return last;
    }
}
