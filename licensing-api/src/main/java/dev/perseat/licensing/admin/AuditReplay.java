package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What users hold by what the audit trail says: begins with nothing, and takes the entries in their order. Not safe for use
 * by several threads.
 *
 * @since 0.1
 */
public final class AuditReplay {
    private final SortedMap<UserId, SortedMap<Key, SortedSet<ServicePlanId>>> held = new TreeMap<>();

    /** Begins with nobody holding anything. */
    public AuditReplay() {}

    /**
     * Takes an entry, after those that were taken before. Entries that are not about what a user holds change nothing.
     *
     * @param entry the entry
     * @throws IllegalArgumentException if the entry says that something else was held before than the entries before it do;
     *     the message names the user and the SKU
     */
    public void take(AuditEntry entry) {
        if (entry.target() instanceof Target.OfUser user) {
            entry.changes().forEach(change -> take(user.userId(), change));
        }
    }

    private void take(UserId user, HoldingChange change) {
        SortedMap<Key, SortedSet<ServicePlanId>> licenses = held.computeIfAbsent(user, any -> new TreeMap<>());
        Key key = new Key(change.source(), change.skuId());
        SortedSet<ServicePlanId> before =
                change.after() == null ? licenses.remove(key) : licenses.put(key, change.after());
        if (before == null ? change.before() != null : !before.equals(change.before())) {
            throw new IllegalArgumentException("user '" + user + "', SKU '" + change.skuId() + "' from source "
                    + change.source() + ": the trail says that " + change.before()
                    + " was held before, and earlier that "
                    + before + " is");
        }
        if (licenses.isEmpty()) {
            held.remove(user);
        }
    }

    /**
     * Returns what a user holds after the entries taken so far.
     *
     * @param user any user
     * @return the licences, by source and SKU; unmodifiable, empty if the user holds nothing
     */
    public List<HeldLicense> of(UserId user) {
        List<HeldLicense> licenses = new ArrayList<>();
        held.getOrDefault(user, new TreeMap<>())
                .forEach((key, plans) -> licenses.add(new HeldLicense(key.source(), key.skuId(), plans)));
        return List.copyOf(licenses);
    }

    /**
     * Returns what all users hold after the entries taken so far.
     *
     * @return the holdings
     */
    public Holdings holdings() {
        Holdings.Builder holdings = Holdings.builder();
        held.keySet().forEach(user -> holdings.addAll(user, of(user)));
        return holdings.build();
    }

    private record Key(AssignmentSource source, SkuId skuId) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::source).thenComparing(Key::skuId);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
