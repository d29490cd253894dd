package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes to what users hold. Users who held the same and get the same are decided once: for all but the first of them,
 * only keys are compared.
 */
final class HoldingUpdate {
    private final Session session;
    private final ContentWriter contents;
    private final ContentReader<List<HeldLicense>> before;
    private final Map<UUID, List<HeldLicense>> made = new HashMap<>();
    private final Map<Transition, Optional<UUID>> decided = new HashMap<>();
    private final SortedMap<UserId, List<Change>> changes = new TreeMap<>();

    HoldingUpdate(Session session, ContentWriter contents) {
        this.session = session;
        this.contents = contents;
        this.before = new ContentReader<>(session, ContentKind.HELD);
    }

    private record Change(UUID key, List<HoldingChange> changes) {}

    private record Transition(@Nullable UUID before, UUID changes) {}

    /** Notes changes of a user, after those that were noted before. */
    void note(UserId user, UUID key, List<HoldingChange> changesOfUser) {
        changes.computeIfAbsent(user, any -> new ArrayList<>(1)).add(new Change(key, changesOfUser));
    }

    /** Makes the changes that were noted. */
    void make() throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        Map<UserId, UUID> held = HeldRows.keys(session, changes.keySet());
        before.fetch(new ArrayList<>(held.values()));
        Rows kept = Rows.upsert(session, Table.HOLDING);
        Rows gone = Rows.delete(session, Table.HOLDING);
        for (Map.Entry<UserId, List<Change>> each : changes.entrySet()) {
            UUID old = held.get(each.getKey());
            UUID now = after(old, each.getValue());
            if (now != null) {
                HeldRows.add(kept, each.getKey(), now);
            } else if (old != null) {
                gone.add((Object) IdKey.of(each.getKey().value()));
            }
        }
        kept.flush();
        gone.flush();
    }

    private @Nullable UUID after(@Nullable UUID old, List<Change> changesOfUser) throws SQLException {
        UUID now = old;
        for (Change change : changesOfUser) {
            Transition transition = new Transition(now, change.key);
            Optional<UUID> known = decided.get(transition);
            if (known == null) {
                known = Optional.ofNullable(decide(transition, change.changes));
                decided.put(transition, known);
            }
            now = known.orElse(null);
        }
        return now;
    }

    private @Nullable UUID decide(Transition transition, List<HoldingChange> changesOfUser) throws SQLException {
        List<HeldLicense> held = new ArrayList<>(licenses(transition.before));
        for (HoldingChange change : changesOfUser) {
            held.removeIf(license -> isOf(license, change.source(), change.skuId()));
            if (change.after() != null) {
                held.add(new HeldLicense(change.source(), change.skuId(), change.after()));
            }
        }
        if (held.isEmpty()) {
            return null;
        }
        held.sort(Comparator.naturalOrder());
        UUID key = contents.put(ContentKind.HELD, held);
        made.put(key, held);
        return key;
    }

    private List<HeldLicense> licenses(@Nullable UUID key) {
        if (key == null) {
            return List.of();
        }
        List<HeldLicense> held = made.get(key);
        return held == null ? before.get(key) : held;
    }

    private static boolean isOf(HeldLicense license, AssignmentSource source, SkuId sku) {
        return license.skuId().equals(sku) && license.source().equals(source);
    }
}
