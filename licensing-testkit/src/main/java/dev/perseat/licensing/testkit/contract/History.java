package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.ChangeGenerator;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.List;
import java.util.SplittableRandom;

/** A generated tenant and what happens to it, step by step: the same for the same seed. */
final class History {
    private static final int MOST_STEPS = 30;

    /** One history of so many is that of a larger tenant: it costs more, and is harder to read. */
    private static final int ONE_OF_CROWDED = 8;

    private final long seed;
    private final CalculationCase start;
    private final ChangeGenerator generator;
    private final int steps;
    private int step;
    private TenantSnapshot before;
    private TenantSnapshot snapshot;
    private List<TenantChange> changes = List.of();

    History(long seed) {
        this.seed = seed;
        boolean crowded = Math.floorMod(seed, ONE_OF_CROWDED) == ONE_OF_CROWDED - 1;
        this.start = (crowded ? TenantGenerator.crowded(seed) : TenantGenerator.of(seed)).nextCase();
        this.generator = ChangeGenerator.of(seed);
        this.steps = new SplittableRandom(seed).nextInt(1, MOST_STEPS + 1);
        this.before = start.snapshot();
        this.snapshot = start.snapshot();
    }

    long seed() {
        return seed;
    }

    /** What it begins with. */
    CalculationCase start() {
        return start;
    }

    /** A live calculation at the beginning. */
    LiveCalculation live(AssignmentCalculator calculator) {
        return calculator.compile(start.snapshot()).live(start.holdings());
    }

    boolean goesOn() {
        return step < steps;
    }

    /** Takes the next step. */
    List<TenantChange> next() {
        step++;
        before = snapshot;
        changes = generator.nextChanges(before);
        snapshot = before.with(changes);
        return changes;
    }

    /** How many steps were taken. */
    int step() {
        return step;
    }

    /** The tenant before the latest step. */
    TenantSnapshot before() {
        return before;
    }

    /** The tenant after the latest step. */
    TenantSnapshot snapshot() {
        return snapshot;
    }

    /** Tells a failure with the changes of the step at which it happened, and saves what was to be calculated then. */
    AssertionError failure(Throwable failure) {
        AssertionError told = Seeds.failure(seed, ", step " + step, caseOfTheStep(), failure);
        StringBuilder message = new StringBuilder(String.valueOf(told.getMessage()));
        message.append("\nChanges of step ").append(step).append(':');
        changes.forEach(change -> message.append("\n  ").append(change));
        return new AssertionError(message.toString(), failure);
    }

    private CalculationCase caseOfTheStep() {
        if (step == 0) {
            return start;
        }
        History again = new History(seed);
        LiveCalculation reference = again.live(new ReferenceCalculator());
        while (again.step < step - 1) {
            reference.apply(again.next());
        }
        return new CalculationCase(snapshot, reference.result().holdings());
    }
}
