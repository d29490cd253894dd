package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StoredTenant;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A tenant read in one transaction, page by page. */
final class JdbcStoredTenant implements StoredTenant {
    private static final int PAGE = 2_000;
    private static final byte[] BEFORE_ALL = {};

    /**
     * Asks for the first entry that goes back to an open step. One look into the index for each of them: asked for the first
     * one beyond some step, PostgreSQL may go through the trail from its beginning.
     */
    private static final String FIRST_APPLIED = "select min((select a.sequence from perseat_audit a"
            + " where a.tenant = o.tenant and a.cause = o.number order by a.tenant, a.cause, a.sequence limit 1))"
            + " from perseat_operation o where o.tenant = ? and o.number > ?";

    private final TenantId id;
    private final Transaction transaction;
    private final Session session;
    private final HeadRow head;

    private JdbcStoredTenant(TenantId id, Transaction transaction, HeadRow head) {
        this.id = id;
        this.transaction = transaction;
        this.session = transaction.session();
        this.head = head;
    }

    /** Begins to read. */
    static StoredTenant open(Database database, TenantId id) {
        try {
            return open(id, Transaction.beginOneMoment(database, HashKey.of(id)));
        } catch (SQLException | UnreadablePayloadException e) {
            throw failure(id, e);
        }
    }

    private static StoredTenant open(TenantId id, Transaction transaction) throws SQLException {
        try {
            HeadRow head = HeadRow.read(transaction.session()).orElseThrow(() -> Failures.unknown(id));
            return new JdbcStoredTenant(id, transaction, head);
        } catch (SQLException | RuntimeException e) {
            transaction.close();
            throw e;
        }
    }

    private static LicenseStoreException failure(TenantId id, Exception e) {
        return e instanceof SQLException it ? Failures.of(it, id) : Failures.of((UnreadablePayloadException) e, id);
    }

    @Override
    public Head head() {
        return head.head();
    }

    @Override
    public Tenant tenant() {
        return head.tenant();
    }

    @Override
    public LicensingPolicy policy() {
        return head.policy();
    }

    @Override
    public List<ServicePlan> servicePlans() {
        return objects(ObjectKind.SERVICE_PLAN).toList();
    }

    @Override
    public List<Sku> skus() {
        return objects(ObjectKind.SKU).toList();
    }

    @Override
    public List<Subscription> subscriptions() {
        return objects(ObjectKind.SUBSCRIPTION).toList();
    }

    @Override
    public Stream<Group> groups() {
        return objects(ObjectKind.GROUP);
    }

    @Override
    public Stream<User> users() {
        return objects(ObjectKind.USER);
    }

    private <T> Stream<T> objects(ObjectKind<T> kind) {
        Stream<T> byKey = pages(last -> session.query(
                "select body from perseat_object where tenant = ? and kind = ? and id_key > ?"
                        + " order by tenant, kind, id_key limit ?",
                row -> kind.read(row.getBytes(1)),
                session.tenant(),
                kind.number(),
                last == null ? BEFORE_ALL : kind.key(last),
                PAGE));
        return IdKey.inOrder(byKey, kind.id());
    }

    @Override
    public Stream<Membership> memberships() {
        MemberRows rows = new MemberRows(session);
        return pages(last -> rows.page(last, PAGE));
    }

    @Override
    public Stream<Holding> holdings() {
        HeldRows rows = new HeldRows(session);
        return IdKey.inOrder(
                pages(last -> rows.page(last, PAGE)), held -> held.userId().value());
    }

    @Override
    public List<Step> openSteps() {
        return read(() -> new StepLog(session).steps(head().closedVersion(), Integer.MAX_VALUE));
    }

    /** Looks at the numbers from the first such entry on, as many at a time as are a page. */
    @Override
    public Stream<AuditRecord> applied() {
        AuditReader reader = new AuditReader(session);
        Window window = new Window();
        return pages(last -> {
            List<AuditRecord> found = List.of();
            while (found.isEmpty() && window.moves()) {
                found = window.read(reader);
            }
            return found;
        });
    }

    private final class Window {
        private long end = -1;

        boolean moves() throws SQLException {
            if (end < 0) {
                end = session.find(FIRST_APPLIED, row -> row.getLong(1), session.tenant(), head().closedVersion())
                                .filter(first -> first > 0)
                                .orElse(head.auditSequence() + 1)
                        - 1;
            } else {
                end += PAGE;
            }
            return end < head.auditSequence();
        }

        /** The cause is compared so that no database tries to find entries by it: there may be a million. */
        List<AuditRecord> read(AuditReader reader) throws SQLException {
            return reader.read(
                    "select " + AuditReader.COLUMNS + " from perseat_audit where tenant = ? and sequence > ?"
                            + " and sequence <= ? and coalesce(cause, 0) > ? and changes is not null"
                            + " and (activity is null or activity <> ?) order by tenant, sequence",
                    session.tenant(),
                    end,
                    end + PAGE,
                    head().closedVersion(),
                    (short) Codes.ACTIVITY.of(Activity.IMPORT_TENANT));
        }
    }

    @Override
    public List<PostponedChange> postponed() {
        return read(() -> new PostponedRows(session).all());
    }

    private <T> Stream<T> pages(Pages.Source<T> source) {
        return Pages.stream(source, e -> failure(id, e));
    }

    private interface Reading<T> {
        T run() throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.run();
        } catch (SQLException | UnreadablePayloadException e) {
            throw failure(id, e);
        }
    }

    @Override
    public void close() {
        read(() -> {
            transaction.close();
            return id;
        });
    }
}
