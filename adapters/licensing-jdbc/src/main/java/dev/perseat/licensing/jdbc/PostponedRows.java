package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.PostponedChange;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes and reads changes that could not be stored when their turn came. */
record PostponedRows(Session session) {
    /** By which a postponed change is known. */
    record Key(OperationId operation, UserId user) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::operation).thenComparing(Key::user);

        private static Key of(PostponedChange postponed) {
            return new Key(postponed.operationId(), postponed.change().userId());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        private byte[] userKey() {
            return IdKey.of(user.value());
        }
    }

    /** Removes those that are there. */
    void remove(List<Key> keys) throws SQLException {
        SortedSet<Key> distinct = new TreeSet<>(keys);
        Rows rows = Rows.delete(session, Table.POSTPONED);
        for (Key key : distinct) {
            rows.add(key.operation.number(), key.userKey());
        }
        rows.flush();
    }

    void put(List<PostponedChange> postponed) throws SQLException {
        SortedMap<Key, PostponedChange> last = new TreeMap<>();
        postponed.forEach(it -> last.put(Key.of(it), it));
        Rows rows = Rows.upsert(session, Table.POSTPONED);
        for (Map.Entry<Key, PostponedChange> each : last.entrySet()) {
            PayloadWriter to = new PayloadWriter();
            to.text(each.getKey().user.value()).text(each.getValue().reason());
            to.all(each.getValue().change().changes(), TrailCodec::write);
            Key key = each.getKey();
            byte[] body = Limits.payload("the postponed change of user '" + key.user + "'", to.toBytes());
            rows.add(key.operation.number(), key.userKey(), body);
        }
        rows.flush();
    }

    /** Returns all, by operation and user. */
    List<PostponedChange> all() throws SQLException {
        List<PostponedChange> postponed = session.query(
                "select operation, body from perseat_postponed where tenant = ?",
                row -> read(row.getLong(1), row.getBytes(2)),
                session.tenant());
        postponed.sort(Comparator.comparing(Key::of));
        return List.copyOf(postponed);
    }

    private static PostponedChange read(long operation, byte[] body) {
        return PayloadReader.read(body, from -> {
            UserId user = UserId.of(from.text());
            String reason = from.text();
            UserChange change = new UserChange(user, from.all(TrailCodec::change));
            return new PostponedChange(OperationId.of(operation), change, reason);
        });
    }
}
