package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.internal.SortedTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the users of a tenant hold now. Users who hold the same share one list, and so do entries that change the same: a
 * million members of one group cost little more than a million ids. Not safe for use by several threads, but what {@link
 * #moment()} gives is.
 */
final class HeldByUsers {
    private SortedTree<UserId, List<HeldLicense>> held = SortedTree.empty();
    private final Map<List<HeldLicense>, List<HeldLicense>> combinations = new HashMap<>();
    private final Map<List<HoldingChange>, List<HoldingChange>> differences = new HashMap<>();

    HeldByUsers(Holdings holdings) {
        holdings.forEach(this::set);
    }

    /** What users hold now, by user; it stays so. */
    SortedTree<UserId, List<HeldLicense>> moment() {
        return held;
    }

    /** An equal list that is shared. */
    List<HoldingChange> shared(List<HoldingChange> changes) {
        return changes.isEmpty() ? changes : shared(differences, changes);
    }

    void change(UserId user, List<HoldingChange> changes) {
        List<HeldLicense> before = held.get(user);
        List<HeldLicense> licenses = new ArrayList<>(before == null ? List.of() : before);
        changes.forEach(change -> change(licenses, change));
        licenses.sort(Comparator.naturalOrder());
        set(user, licenses);
    }

    private static void change(List<HeldLicense> licenses, HoldingChange change) {
        licenses.removeIf(it -> isOf(it, change.source(), change.skuId()));
        if (change.after() != null) {
            licenses.add(new HeldLicense(change.source(), change.skuId(), change.after()));
        }
    }

    private static boolean isOf(HeldLicense license, AssignmentSource source, SkuId sku) {
        return license.source().equals(source) && license.skuId().equals(sku);
    }

    private void set(UserId user, List<HeldLicense> licenses) {
        held = licenses.isEmpty() ? held.without(user) : held.with(user, shared(combinations, List.copyOf(licenses)));
    }

    private static <T> List<T> shared(Map<List<T>, List<T>> known, List<T> list) {
        List<T> first = known.putIfAbsent(list, list);
        return first == null ? list : first;
    }
}
