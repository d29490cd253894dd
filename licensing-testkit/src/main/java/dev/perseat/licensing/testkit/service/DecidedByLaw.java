package dev.perseat.licensing.testkit.service;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Follows the log of a tenant with the reference calculator: what the service should have come to. */
final class DecidedByLaw {
    private static final int STEPS_AT_ONCE = 100;

    private final ReferenceCalculator calculator = new ReferenceCalculator();
    private final SortedMap<Long, Step> steps = new TreeMap<>();
    private final SortedMap<Long, SortedMap<UserId, UserChange>> effects = new TreeMap<>();
    private TenantSnapshot snapshot;
    private AssignmentResult result;

    private DecidedByLaw(CalculationCase start) {
        snapshot = start.snapshot();
        result = calculator.calculate(start.snapshot(), start.holdings());
    }

    static DecidedByLaw of(CalculationCase start, LicenseStore store) {
        DecidedByLaw decided = new DecidedByLaw(start);
        long after = 0;
        for (List<Step> some = steps(start, store, after); !some.isEmpty(); some = steps(start, store, after)) {
            some.forEach(decided::take);
            after = some.get(some.size() - 1).version();
        }
        return decided;
    }

    private static List<Step> steps(CalculationCase start, LicenseStore store, long after) {
        return store.steps(start.snapshot().tenant().id(), after, STEPS_AT_ONCE);
    }

    private void take(Step step) {
        steps.put(step.version(), step);
        SortedMap<UserId, UserChange> effect = new TreeMap<>();
        List<TenantChange> changes = step.changes();
        if (!changes.isEmpty()) {
            snapshot = snapshot.with(changes);
            result = calculator.calculate(snapshot, result.holdings());
        }
        if (!changes.isEmpty() || step.version() == 1) {
            result.changes().forEach(change -> effect.put(change.userId(), change));
        }
        effects.put(step.version(), effect);
    }

    SortedMap<Long, Step> steps() {
        return steps;
    }

    /** By step, what it changes for users. */
    SortedMap<Long, SortedMap<UserId, UserChange>> effects() {
        return effects;
    }

    /** The tenant after the last step. */
    TenantSnapshot snapshot() {
        return snapshot;
    }

    /** What became of its users. */
    AssignmentResult result() {
        return calculator.calculate(snapshot, result.holdings());
    }
}
