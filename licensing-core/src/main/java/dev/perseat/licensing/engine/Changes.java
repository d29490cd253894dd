package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What differs between the holdings as they were given, whatever exists of them, and those computed. Most users who held
 * the same hold the same again, so each pair is compared once. The stream may be used in parallel.
 */
final class Changes {
    private final Outcome outcome;
    private final CompiledTenant tenant;
    private final HeldLists heldLists;

    /** The lists of licences held before, each once; the first is that of who held nothing. */
    private final List<List<HeldLicense>> before = new ArrayList<>(List.of(List.of()));

    /** Of each user which of them was held. */
    private final int[] beforeOf;

    private final List<UserChange> unknownUsers = new ArrayList<>();

    /** By list before and holdings after. */
    private final ConcurrentHashMap<Long, List<HoldingChange>> compared = new ConcurrentHashMap<>();

    Changes(Outcome outcome, HeldLists heldLists) {
        this.outcome = outcome;
        this.heldLists = heldLists;
        tenant = outcome.tenant;
        beforeOf = new int[tenant.snapshot.userCount()];
        IdentityHashMap<List<HeldLicense>, Integer> numbers = new IdentityHashMap<>();
        tenant.forEachHolder(
                (user, licenses) -> beforeOf[user] = numbers.computeIfAbsent(licenses, this::addBefore),
                this::addUnknown);
    }

    private int addBefore(List<HeldLicense> licenses) {
        before.add(licenses);
        return before.size() - 1;
    }

    private void addUnknown(UserId user, List<HeldLicense> held) {
        unknownUsers.add(new UserChange(user, compare(held, List.of())));
    }

    Stream<UserChange> stream() {
        Stream<UserChange> known =
                IntStream.range(0, beforeOf.length).mapToObj(this::changeOf).flatMap(List::stream);
        return unknownUsers.isEmpty()
                ? known
                : Stream.concat(known, unknownUsers.stream()).sorted(Comparator.comparing(UserChange::userId));
    }

    private List<UserChange> changeOf(int user) {
        int held = beforeOf[user];
        int holds = outcome.holdingOf(user);
        List<HoldingChange> changes = compared.computeIfAbsent(
                (long) held << Integer.SIZE | holds, any -> compare(before.get(held), heldLists.of(holds)));
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
