package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.LicenseViolation.MutuallyExclusive;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts in how many generated cases each thing that the law speaks of occurs. */
final class Tally {
    private final AssignmentCalculator calculator = new ReferenceCalculator();
    private final SortedMap<String, Integer> cases = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    static SortedMap<String, Integer> ofSeeds(int count) {
        Tally tally = new Tally();
        for (long seed = 0; seed < count; seed++) {
            tally.add(TenantGenerator.of(seed).nextCase());
        }
        return tally.cases;
    }

    private void add(CalculationCase given) {
        seen.clear();
        AssignmentResult result = calculator.calculate(given.snapshot(), given.holdings());
        seen.add(given.snapshot().policy().nestedGroups().toString());
        seen.add(given.snapshot().policy().groupFailure().toString());
        seen.add(given.snapshot().policy().missingDependency().toString());
        seen.add(given.holdings().userCount() == 0 ? "from scratch" : "from holdings");
        addMemberships(given.snapshot());
        given.snapshot().users().stream().map(User::id).forEach(user -> addStates(result.states(user)));
        result.usage().forEach(usage -> note(usage.overAllocated() > 0, "over-allocated"));
        result.usage().forEach(usage -> note(usage.waiting() > 0, "waiting"));
        result.groups().forEach(group -> note(!group.eligible(), "group not eligible"));
        result.groups().forEach(group -> note(!group.missingDependencies().isEmpty(), "disabled by dependency"));
        result.changes()
                .flatMap(change -> change.changes().stream())
                .forEach(change -> seen.add("change " + change.kind()));
        given.holdings()
                .forEach((user, held) -> note(given.snapshot().userIndex(user) < 0, "holdings of an unknown user"));
        seen.forEach(thing -> cases.merge(thing, 1, Integer::sum));
    }

    private void addMemberships(TenantSnapshot snapshot) {
        CompiledTenant tenant = calculator.compile(snapshot);
        for (Group group : snapshot.groups()) {
            int members = tenant.memberCount(group.id());
            List<GroupId> below = snapshot.memberGroups(group.id());
            note(members == 0, "group without members");
            note(below.contains(group.id()), "group in itself");
            note(members > snapshot.memberUsers(group.id()).size(), "inherited members");
            note(below.stream().mapToInt(tenant::memberCount).sum() > members, "members on several ways");
        }
        for (User user : snapshot.users()) {
            note(tenant.groupsOf(user.id()).isEmpty(), "user without groups");
        }
    }

    private void addStates(List<LicenseAssignmentState> states) {
        Set<Object> retained = states.stream()
                .filter(state -> state.isHeld() && state.violation() != null)
                .map(state -> List.of(state.source(), state.skuId()))
                .collect(Collectors.toSet());
        note(!retained.isEmpty(), "retained");
        for (LicenseAssignmentState state : states) {
            LicenseViolation violation = state.violation();
            seen.add("state " + state.status());
            note(state.status() == AssignmentStatus.DISABLED && violation != null, "disabled and retained");
            if (violation != null) {
                seen.add("violation " + violation.getClass().getSimpleName());
            }
            if (violation instanceof MutuallyExclusive conflict
                    && retained.contains(List.of(conflict.otherSource(), conflict.otherSku()))) {
                seen.add("would push out what is retained");
            }
        }
    }

    private void note(boolean occurs, String thing) {
        if (occurs) {
            seen.add(thing);
        }
    }
}
