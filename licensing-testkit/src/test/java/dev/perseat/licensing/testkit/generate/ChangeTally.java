package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts in how many steps of generated histories each kind of change occurs, and each thing that may come of them. */
final class ChangeTally {
    private final SortedMap<String, Integer> steps = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    static SortedMap<String, Integer> ofHistories(int histories, int stepsOfEach) {
        ChangeTally tally = new ChangeTally();
        for (long seed = 0; seed < histories; seed++) {
            TenantGenerator tenants = seed % 4 == 3 ? TenantGenerator.crowded(seed) : TenantGenerator.of(seed);
            CalculationCase start = tenants.nextCase();
            LiveCalculation live =
                    new ReferenceCalculator().compile(start.snapshot()).live(start.holdings());
            ChangeGenerator generator = ChangeGenerator.of(seed);
            for (int step = 0; step < stepsOfEach; step++) {
                tally.add(live, generator.nextChanges(live.result().snapshot()));
            }
        }
        return tally.steps;
    }

    private void add(LiveCalculation live, List<TenantChange> changes) {
        seen.clear();
        AssignmentResult before = live.result();
        ChangeEffect effect = live.apply(changes);
        AssignmentResult after = live.result();
        changes.forEach(change -> seen.add(change.getClass().getSimpleName()));
        note(changes.size() == 1, "one change");
        note(changes.size() > 4, "many changes");
        note(TenantDifference.between(before.snapshot(), after.snapshot()).isEmpty(), "nothing new");
        note(effect.isNothing(), "no effect");
        note(!effect.seats().isEmpty(), "other seats");
        note(after.usage().stream().anyMatch(usage -> usage.waiting() > 0), "waiting");
        note(after.usage().stream().anyMatch(usage -> usage.overAllocated() > 0), "over-allocated");
        note(
                after.snapshot().users().stream()
                        .flatMap(user -> after.states(user.id()).stream())
                        .anyMatch(ChangeTally::isRetained),
                "retained");
        for (UserChange change : effect.changes()) {
            for (HoldingChange holding : change.changes()) {
                seen.add("effect " + holding.kind());
                if (holding.kind() == HoldingChange.Kind.ADDED && waited(before, change.userId(), holding.skuId())) {
                    seen.add("seat for one who waited");
                    note(seats(before, holding.skuId()) >= seats(after, holding.skuId()), "seat that another left");
                }
            }
        }
        note(stayed(before, after, effect), "other states of what stays");
        seen.forEach(thing -> steps.merge(thing, 1, Integer::sum));
    }

    private static boolean isRetained(LicenseAssignmentState state) {
        return state.isHeld() && state.violation() != null;
    }

    private static boolean waited(AssignmentResult before, UserId user, SkuId sku) {
        return before.snapshot().userIndex(user) >= 0
                && before.states(user).stream()
                        .anyMatch(state -> new LicenseViolation.Count(sku).equals(state.violation()));
    }

    private static long seats(AssignmentResult result, SkuId sku) {
        return result.snapshot().skuIndex(sku) < 0 ? 0 : result.usage(sku).seats();
    }

    /** Whether a state is another one though nothing that the user holds has changed. */
    private static boolean stayed(AssignmentResult before, AssignmentResult after, ChangeEffect effect) {
        Set<UserId> changed = effect.changes().stream().map(UserChange::userId).collect(Collectors.toSet());
        return before.snapshot().users().stream()
                .map(User::id)
                .filter(user -> after.snapshot().userIndex(user) >= 0 && !changed.contains(user))
                .anyMatch(user -> !before.states(user).equals(after.states(user)));
    }

    private void note(boolean occurs, String thing) {
        if (occurs) {
            seen.add(thing);
        }
    }
}
