package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.UserChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
                        given.user(gone),
                        HoldingChange.between(given.combination(given.combinationOf(gone)), List.of()))));
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
                (long) held << Integer.SIZE | holds, any -> HoldingChange.between(before(held), heldLists.of(holds)));
        return changes.isEmpty() ? List.of() : List.of(new UserChange(outcome.tenant.snapshot.userId(user), changes));
    }

    private List<HeldLicense> before(int held) {
        return held == 0 ? List.of() : given.combination(held - 1);
    }

    /** Returns the change from one licence to another of the same source and SKU; one of them may be missing. */
    static HoldingChange change(@Nullable HeldLicense was, @Nullable HeldLicense is) {
        HeldLicense either = was == null ? Objects.requireNonNull(is, "either licence") : was;
        return new HoldingChange(
                either.source(),
                either.skuId(),
                was == null ? null : was.enabledPlans(),
                is == null ? null : is.enabledPlans());
    }
}
