package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What differs between the holdings as they were given, whatever exists of them, and those computed. Most users who held
 * the same hold the same again, so each pair is compared once. Used by one thread at a time.
 */
final class Changes {
    private static final List<HeldLicense> NOTHING = List.of();

    private final Outcome outcome;
    private final CompiledTenant tenant;
    private final IdentityHashMap<List<HeldLicense>, Map<Integer, List<HoldingChange>>> compared =
            new IdentityHashMap<>();
    private final HeldLists heldLists;

    /** Of each user what was held, as given; null for nothing. */
    private final List<HeldLicense>[] before;

    private final List<UserChange> unknownUsers = new ArrayList<>();

    Changes(Outcome outcome, HeldLists heldLists) {
        this.outcome = outcome;
        this.heldLists = heldLists;
        tenant = outcome.tenant;
        before = heldBefore();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private List<HeldLicense>[] heldBefore() {
        List<HeldLicense>[] held = new List[tenant.snapshot.userCount()];
        tenant.forEachHolder((user, licenses) -> held[user] = licenses, this::addUnknown);
        return held;
    }

    private void addUnknown(UserId user, List<HeldLicense> held) {
        unknownUsers.add(new UserChange(user, compare(held, List.of())));
    }

    Stream<UserChange> stream() {
        Stream<UserChange> known = IntStream.range(0, tenant.snapshot.userCount())
                .mapToObj(this::changeOf)
                .flatMap(List::stream);
        return unknownUsers.isEmpty()
                ? known
                : Stream.concat(known, unknownUsers.stream()).sorted(Comparator.comparing(UserChange::userId));
    }

    private List<UserChange> changeOf(int user) {
        List<HeldLicense> held = before[user] == null ? NOTHING : before[user];
        List<HoldingChange> changes = compared.computeIfAbsent(held, any -> new HashMap<>())
                .computeIfAbsent(outcome.holdingOf(user), after -> compare(held, heldLists.of(after)));
        return changes.isEmpty() ? List.of() : List.of(new UserChange(tenant.snapshot.userId(user), changes));
    }

    private static List<HoldingChange> compare(List<HeldLicense> before, List<HeldLicense> after) {
        List<HoldingChange> changes = new ArrayList<>();
        int i = 0;
        int k = 0;
        while (i < before.size() || k < after.size()) {
            int order = i == before.size()
                    ? 1
                    : k == after.size() ? -1 : before.get(i).compareTo(after.get(k));
            if (order < 0) {
                HeldLicense removed = before.get(i++);
                changes.add(new HoldingChange(removed.source(), removed.skuId(), removed.enabledPlans(), null));
            } else if (order > 0) {
                HeldLicense added = after.get(k++);
                changes.add(new HoldingChange(added.source(), added.skuId(), null, added.enabledPlans()));
            } else {
                addPlansChanged(before.get(i++), after.get(k++), changes);
            }
        }
        return changes;
    }

    private static void addPlansChanged(HeldLicense before, HeldLicense after, List<HoldingChange> changes) {
        if (!before.enabledPlans().equals(after.enabledPlans())) {
            changes.add(
                    new HoldingChange(before.source(), before.skuId(), before.enabledPlans(), after.enabledPlans()));
        }
    }
}
