package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.StoredTenant.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what users hold. */
final class HeldRows {
    private final Session session;
    private final ContentReader<List<HeldLicense>> contents;

    HeldRows(Session session) {
        this.session = session;
        this.contents = new ContentReader<>(session, ContentKind.HELD);
    }

    private record Row(UserId user, UUID licenses) {
        static Row from(ResultSet row) throws SQLException {
            byte[] longId = row.getBytes(2);
            byte[] id = longId == null ? row.getBytes(1) : longId;
            return new Row(UserId.of(CodeUnits.text(id)), row.getObject(3, UUID.class));
        }
    }

    static void add(Rows rows, UserId user, UUID licenses) throws SQLException {
        rows.add(IdKey.of(user.value()), IdKey.rest(user.value()), licenses);
    }

    /** Returns the keys of what those of some users hold who hold something. */
    static Map<UserId, UUID> keys(Session session, Collection<UserId> users) throws SQLException {
        Map<UserId, UUID> keys = new HashMap<>();
        rows(session, users).forEach(row -> keys.put(row.user, row.licenses));
        return keys;
    }

    /** Returns what those of some users hold who hold something, in any order. */
    List<Holding> of(Collection<UserId> users) throws SQLException {
        return holdings(rows(session, users));
    }

    /** Returns what the next users hold, by key, after one or from the beginning. */
    List<Holding> page(@Nullable Holding last, int limit) throws SQLException {
        return holdings(session.query(
                "select user_key, long_id, licenses from perseat_holding where tenant = ? and user_key > ?"
                        + " order by tenant, user_key limit ?",
                Row::from,
                session.tenant(),
                last == null ? new byte[0] : IdKey.of(last.userId().value()),
                limit));
    }

    private static List<Row> rows(Session session, Collection<UserId> users) throws SQLException {
        List<byte[]> ids = new ArrayList<>(users.size());
        users.forEach(user -> ids.add(IdKey.of(user.value())));
        return session.query(
                Table.HOLDING.find("t.user_key, t.long_id, t.licenses"),
                Row::from,
                session.tenant(),
                session.bytes(ids),
                ids.size());
    }

    private List<Holding> holdings(List<Row> rows) throws SQLException {
        contents.fetch(rows.stream().map(Row::licenses).toList());
        return rows.stream()
                .map(row -> new Holding(row.user, contents.get(row.licenses)))
                .toList();
    }
}
