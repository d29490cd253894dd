package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.HoldingChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads entries of the audit trail. */
final class AuditReader {
    /** What {@link #read} wants of each row. */
    static final String COLUMNS =
            "sequence, at_micros, actor, activity, target_kind, target_id, refused, cause, changes," + " properties";

    private final Session session;
    private final ContentReader<String> actors;
    private final ContentReader<List<HoldingChange>> changes;
    private final ContentReader<List<ModifiedProperty>> properties;

    AuditReader(Session session) {
        this.session = session;
        actors = new ContentReader<>(session, ContentKind.ACTOR);
        changes = new ContentReader<>(session, ContentKind.CHANGES);
        properties = new ContentReader<>(session, ContentKind.PROPERTIES);
    }

    private record Row(
            long sequence,
            long at,
            @Nullable UUID actor,
            Activity activity,
            Target target,
            boolean refused,
            @Nullable OperationId cause,
            @Nullable UUID changes,
            @Nullable UUID properties) {

        static Row from(ResultSet row) throws SQLException {
            int activity = row.getInt(4);
            boolean isUsual = row.wasNull();
            long cause = row.getLong(8);
            return new Row(
                    row.getLong(1),
                    row.getLong(2),
                    row.getObject(3, UUID.class),
                    isUsual ? Activity.CHANGE_USER_LICENSE : Codes.ACTIVITY.constant(activity),
                    TrailCodec.target(row.getInt(5), CodeUnits.text(row.getBytes(6))),
                    row.getBoolean(7),
                    cause == 0 ? null : OperationId.of(cause),
                    row.getObject(9, UUID.class),
                    row.getObject(10, UUID.class));
        }
    }

    /** Returns the entries that a query gives, in its order. */
    List<AuditRecord> read(String sql, @Nullable Object... parameters) throws SQLException {
        List<Row> rows = session.query(sql, Row::from, parameters);
        actors.fetch(rows.stream().map(Row::actor).toList());
        changes.fetch(rows.stream().map(Row::changes).toList());
        properties.fetch(rows.stream().map(Row::properties).toList());
        return rows.stream().map(this::record).toList();
    }

    private AuditRecord record(Row row) {
        return new AuditRecord(
                row.sequence,
                new AuditEntry(
                        Micros.time(row.at),
                        row.actor == null ? AuditWriter.LIBRARY : actors.get(row.actor),
                        row.activity,
                        row.target,
                        row.refused,
                        row.cause,
                        row.changes == null ? List.of() : changes.get(row.changes),
                        row.properties == null ? List.of() : properties.get(row.properties)));
    }
}
