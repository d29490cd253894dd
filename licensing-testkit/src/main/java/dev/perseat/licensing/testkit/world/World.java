package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A small tenant with what its users hold, and the answer that the law demands: or, if it is bad input, with every problem
 * of it. Immutable.
 *
 * @since 0.1
 */
public final class World {
    private final Head head;
    private final WorldInput input;
    private final Expectation expectation;

    /** What stands at the top of a world. */
    record Head(String name, String title, List<String> notes, List<String> law) {
        Head {
            notes = List.copyOf(notes);
            law = List.copyOf(law);
        }
    }

    World(Head head, WorldInput input, Expectation expectation) {
        this.head = head;
        this.input = input;
        this.expectation = expectation;
    }

    /**
     * Makes a world of a calculation, with all that was answered: for a case that is worth keeping.
     *
     * @param name the name, such as {@code last-seat}
     * @param title what it is about, in a sentence
     * @param holdings the holdings that were given to the calculator
     * @param result what the calculator answered
     * @return the world, of the tenant that was calculated
     */
    public static World of(String name, String title, Holdings holdings, AssignmentResult result) {
        return new World(
                new Head(name, title, List.of(), List.of()),
                WorldInput.from(result.snapshot(), holdings),
                Answer.from(result));
    }

    /**
     * Returns the name, which tells the shape of the world.
     *
     * @return the name of the file without {@code .world}
     */
    public String name() {
        return head.name();
    }

    /**
     * Returns what the world is about.
     *
     * @return a sentence
     */
    public String title() {
        return head.title();
    }

    /**
     * Returns the sections of the law that the world covers.
     *
     * @return the sections in the order given, such as {@code 5.2.4}; unmodifiable
     */
    public List<String> law() {
        return head.law();
    }

    /**
     * Returns whether the tenant is bad input, so that the expected answer is a list of problems.
     *
     * @return true if {@link #snapshot()} throws
     */
    public boolean isBadInput() {
        return expectation instanceof Refusal;
    }

    /**
     * Makes the tenant.
     *
     * @return a new snapshot
     * @throws InvalidTenantException if the world is bad input
     */
    public TenantSnapshot snapshot() {
        return input.snapshot();
    }

    /**
     * Returns what the users hold before.
     *
     * @return the holdings
     */
    public Holdings holdings() {
        return input.holdings();
    }

    /**
     * Returns how the answer of a calculator differs from the one that the world demands.
     *
     * @param calculator the calculator
     * @return lines in the words of the world: those it demands and did not get after a minus, those it got instead after
     *     a plus; empty if the answer is right; unmodifiable
     */
    public List<String> differences(AssignmentCalculator calculator) {
        TenantSnapshot snapshot;
        try {
            snapshot = snapshot();
        } catch (InvalidTenantException e) {
            return LineDiff.between(
                    expectation.lines(), Refusal.of(e.problems()).lines());
        }
        List<String> differences = new ArrayList<>(differences(calculator.calculate(snapshot, holdings())));
        differences.addAll(differences(calculator.missingDependencies(snapshot)));
        return differences.stream().distinct().toList();
    }

    /**
     * Returns how a result differs from the one that the world demands, whoever calculated it.
     *
     * @param result a result for this tenant and these holdings
     * @return lines as those of {@link #differences(AssignmentCalculator)}; unmodifiable
     */
    public List<String> differences(AssignmentResult result) {
        Expectation actual = Answer.from(result).inDetailOf(expectation);
        return List.copyOf(LineDiff.between(expectation.lines(), actual.lines()));
    }

    private List<String> differences(List<MissingDependency> missing) {
        List<MissingDependency> expected = expectation instanceof Answer answer ? answer.missing() : List.of();
        return LineDiff.between(
                expected.stream().map(AnswerSentences::missing).toList(),
                missing.stream().map(AnswerSentences::missing).toList());
    }

    Head head() {
        return head;
    }

    WorldInput input() {
        return input;
    }

    Expectation expectation() {
        return expectation;
    }

    /** Returns whether the other world says the same in every respect. */
    @Override
    public boolean equals(Object other) {
        return other instanceof World that
                && head.equals(that.head)
                && input.equals(that.input)
                && expectation.equals(that.expectation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(head, input, expectation);
    }

    /** Returns the name and the title. */
    @Override
    public String toString() {
        return name() + ": " + title();
    }
}
