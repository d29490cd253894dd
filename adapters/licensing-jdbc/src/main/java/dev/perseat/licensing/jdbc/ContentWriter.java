package dev.perseat.licensing.jdbc;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.UUID;

/** Writes contents, each once, and gives the keys by which rows refer to them. */
final class ContentWriter {
    /** How much is remembered; forgetting costs a row that is there already. */
    private static final int REMEMBERED = 10_000;

    private final Rows rows;
    private final Set<UUID> written = new HashSet<>();
    private final IdentityHashMap<Object, UUID> keys = new IdentityHashMap<>();

    ContentWriter(Session session) {
        rows = Rows.insertNew(session, Table.CONTENT);
    }

    /** Returns the key of a content. The same object is encoded only once, since lists are often shared. */
    <T> UUID put(ContentKind<T> kind, T content) throws SQLException {
        UUID key = keys.get(content);
        if (key == null) {
            byte[] body = kind.write(content);
            key = HashKey.of(body);
            forgetIfMany();
            keys.put(content, key);
            if (written.add(key)) {
                rows.add(key, body);
            }
        }
        return key;
    }

    private void forgetIfMany() throws SQLException {
        if (keys.size() >= REMEMBERED) {
            flush();
            keys.clear();
            written.clear();
        }
    }

    void flush() throws SQLException {
        rows.flush();
    }
}
