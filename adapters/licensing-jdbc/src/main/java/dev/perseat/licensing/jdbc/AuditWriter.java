package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes entries to the end of the audit trail. */
final class AuditWriter {
    /** The actor of nearly all entries, who therefore needs no name: the library itself. */
    static final String LIBRARY = "Perseat group-based licensing";

    private final Rows rows;
    private final ContentWriter contents;
    private long sequence;

    /**
     * Begins to write.
     *
     * @param sequence the number of the last entry
     */
    AuditWriter(Session session, ContentWriter contents, long sequence) {
        this.rows = Rows.insert(session, Table.AUDIT);
        this.contents = contents;
        this.sequence = sequence;
    }

    /** Writes an entry, and returns the key of its changes, or null if it has none. */
    @Nullable
    UUID add(AuditEntry entry) throws SQLException {
        UUID changes = orNull(ContentKind.CHANGES, entry.changes());
        OperationId cause = entry.cause();
        rows.add(
                ++sequence,
                Micros.of(entry.at()),
                entry.actorId().equals(LIBRARY) ? null : contents.put(ContentKind.ACTOR, entry.actorId()),
                code(entry.activity()),
                targetKey(entry.target()),
                (short) TrailCodec.kind(entry.target()),
                CodeUnits.bytes(entry.target().id()),
                entry.refused(),
                cause == null ? null : cause.number(),
                changes,
                orNull(ContentKind.PROPERTIES, entry.properties()));
        return changes;
    }

    /** The number of an activity in the table: null of the one that nearly all entries have. */
    static @Nullable Short code(Activity activity) {
        return activity == Activity.CHANGE_USER_LICENSE ? null : (short) Codes.ACTIVITY.of(activity);
    }

    /** The key by which entries about a target are found: ids of different kinds may be the same. */
    static UUID targetKey(Target target) {
        PayloadWriter to = new PayloadWriter();
        to.number(TrailCodec.kind(target)).text(target.id());
        return HashKey.of(to.toBytes());
    }

    private <T> @Nullable UUID orNull(ContentKind<List<T>> kind, List<T> things) throws SQLException {
        return things.isEmpty() ? null : contents.put(kind, things);
    }

    /** Sends what has been collected, and returns the number of the last entry. */
    long flush() throws SQLException {
        rows.flush();
        return sequence;
    }
}
