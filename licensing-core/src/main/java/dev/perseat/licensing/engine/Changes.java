package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.UserChange;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Holdings given;
    private final HeldLists heldLists;

    /** Of each user one more than the combination that was held, or 0 for nothing. */
    private final int[] beforeOf;

    private final List<UserChange> unknownUsers = new ArrayList<>();

    /** By combination before and holding after. */
    private final ConcurrentHashMap<Long, List<HoldingChange>> compared = new ConcurrentHashMap<>();

    Changes(Outcome outcome, HeldLists heldLists) {
        this.outcome = outcome;
        this.heldLists = heldLists;
        given = outcome.given;
        beforeOf = new int[outcome.tenant.snapshot.userCount()];
        HoldingsReader.forEachHolder(
                given,
                outcome.tenant.snapshot,
                (user, combination) -> beforeOf[user] = combination + 1,
                gone -> unknownUsers.add(new UserChange(
                        given.user(gone), compare(given.combination(given.combinationOf(gone)), List.of()))));
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
                (long) held << Integer.SIZE | holds, any -> compare(before(held), heldLists.of(holds)));
        return changes.isEmpty() ? List.of() : List.of(new UserChange(outcome.tenant.snapshot.userId(user), changes));
    }

    private List<HeldLicense> before(int held) {
        return held == 0 ? List.of() : given.combination(held - 1);
    }

    /** Returns what differs between two lists, both by source and SKU. */
    static List<HoldingChange> compare(List<HeldLicense> before, List<HeldLicense> after) {
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
