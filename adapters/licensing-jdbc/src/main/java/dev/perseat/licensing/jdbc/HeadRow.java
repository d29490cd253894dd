package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.store.Head;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one row of a tenant that every commit locks, so that commits of a tenant follow one after the other, and those of
 * different tenants know nothing of each other.
 *
 * @param head how far the log goes
 * @param auditSequence the number of the last entry of the audit trail
 * @param leaseToken the token of the last lease
 * @param tenant the tenant after the last closed step
 * @param policy the policy after the last closed step
 */
record HeadRow(Head head, long auditSequence, long leaseToken, Tenant tenant, LicensingPolicy policy) {
    private static final String READ =
            "select version, closed_version, directory_token, audit_sequence, lease_token, body"
                    + " from perseat_head where tenant = ?";

    private record Body(Tenant tenant, LicensingPolicy policy) {}

    static Optional<HeadRow> read(Session session) throws SQLException {
        return session.find(READ, HeadRow::from, session.tenant());
    }

    /** Reads the row, and keeps everybody else from committing to the tenant until the transaction ends. */
    static Optional<HeadRow> lock(Session session) throws SQLException {
        return session.find(READ + " for update", HeadRow::from, session.tenant());
    }

    private static HeadRow from(ResultSet row) throws SQLException {
        byte[] token = row.getBytes(3);
        Head head = new Head(row.getLong(1), row.getLong(2), token == null ? null : CodeUnits.text(token));
        Body body =
                PayloadReader.read(row.getBytes(6), from -> new Body(ModelCodec.tenant(from), ModelCodec.policy(from)));
        return new HeadRow(head, row.getLong(4), row.getLong(5), body.tenant, body.policy);
    }

    void insert(Session session) throws SQLException {
        session.update(
                "insert into perseat_head (tenant, version, closed_version, audit_sequence, directory_token, lease_token,"
                        + " lease_until_micros, body) values (?, ?, ?, ?, ?, ?, 0, ?)",
                session.tenant(),
                head.version(),
                head.closedVersion(),
                auditSequence,
                token(),
                leaseToken,
                body());
    }

    void update(Session session) throws SQLException {
        session.update(
                "update perseat_head set version = ?, closed_version = ?, audit_sequence = ?, directory_token = ?, body = ?"
                        + " where tenant = ?",
                head.version(),
                head.closedVersion(),
                auditSequence,
                token(),
                body(),
                session.tenant());
    }

    private byte @Nullable [] token() {
        String token = head.directoryToken();
        return token == null ? null : Limits.payload("the change token", CodeUnits.bytes(token));
    }

    private byte[] body() {
        PayloadWriter to = new PayloadWriter();
        ModelCodec.write(to, tenant);
        ModelCodec.write(to, policy);
        return Limits.payload("tenant '" + tenant.id() + "'", to.toBytes());
    }

    HeadRow with(Head newHead) {
        return new HeadRow(newHead, auditSequence, leaseToken, tenant, policy);
    }

    HeadRow withAuditSequence(long newAuditSequence) {
        return new HeadRow(head, newAuditSequence, leaseToken, tenant, policy);
    }

    HeadRow with(Tenant newTenant, LicensingPolicy newPolicy) {
        return new HeadRow(head, auditSequence, leaseToken, newTenant, newPolicy);
    }
}
