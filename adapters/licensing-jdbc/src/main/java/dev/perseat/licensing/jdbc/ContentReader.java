package dev.perseat.licensing.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads contents of one kind, and gives the same object for the same content as long as it remembers it. */
final class ContentReader<T> {
    private static final int REMEMBERED = 10_000;

    private final Session session;
    private final ContentKind<T> kind;
    private final Map<UUID, T> known = new HashMap<>();

    ContentReader(Session session, ContentKind<T> kind) {
        this.session = session;
        this.kind = kind;
    }

    /** Makes contents known, in one query, until this is called again. */
    void fetch(Collection<@Nullable UUID> keys) throws SQLException {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        Set<UUID> missing = new LinkedHashSet<>();
        for (UUID key : keys) {
            if (key != null && !known.containsKey(key)) {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            session.query(
                    Table.CONTENT.find("t.content, t.body"),
                    row -> known.put(row.getObject(1, UUID.class), kind.read(row.getBytes(2))),
                    session.tenant(),
                    session.keys(List.copyOf(missing)),
                    missing.size());
        }
    }

    /**
     * Returns a content that was fetched.
     *
     * @throws UnreadablePayloadException if it was not there
     */
    T get(UUID key) {
        T content = known.get(key);
        if (content == null) {
            throw new UnreadablePayloadException("content " + key + " is not there");
        }
        return content;
    }
}
