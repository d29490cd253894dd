package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.testkit.world.LiveWorldContract;
import dev.perseat.licensing.testkit.world.World;
import dev.perseat.licensing.testkit.world.Worlds;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Live calculations that leave out a part of the law fail in worlds about that part. */
class LiveWorldContractTest {
    private static final List<World> WORLDS = Stream.of(
                    "cascade-of-seats",
                    "cycle-of-groups",
                    "last-seat",
                    "one-direct-licence",
                    "seat-freed-in-the-second-walk")
            .map(Worlds::named)
            .toList();

    @Test
    void liveCalculationThatForgetsWhoWaits_fails() {
        assertThat(failures(contractOf(WrongLive.ForgetsWhoWaits::new)))
                .contains("cascade-of-seats", "seat-freed-in-the-second-walk")
                .doesNotContain("one-direct-licence");
    }

    @Test
    void liveCalculationThatLosesMembersOfCycles_fails() {
        assertThat(failures(contractOf(WrongLive.LosesMembersOfCycles::new))).contains("cycle-of-groups");
    }

    @Test
    void liveCalculationThatTellsNoSeats_fails() {
        LiveWorldContract contract = contractOf(right -> new DelegatingLive(right) {
            @Override
            ChangeEffect altered(ChangeEffect effect) {
                return new ChangeEffect(effect.changes(), List.of());
            }
        });

        assertThat(failures(contract)).contains("last-seat", "one-direct-licence");
    }

    @Test
    void liveCalculationThatTellsNoChanges_failsInWorldsFromScratch() {
        LiveWorldContract contract = contractOf(right -> new DelegatingLive(right) {
            @Override
            ChangeEffect altered(ChangeEffect effect) {
                return new ChangeEffect(List.of(), effect.seats());
            }
        });

        assertThat(failures(contract.answersAsTheWorldDemandsAfterEverythingCame()))
                .contains("last-seat");
    }

    private static LiveWorldContract contractOf(UnaryOperator<LiveCalculation> live) {
        return new LiveWorldContract() {
            @Override
            protected AssignmentCalculator calculator() {
                return CalculatorOf.live(live);
            }

            @Override
            protected List<World> worlds() {
                return WORLDS;
            }
        };
    }

    private static SortedSet<String> failures(LiveWorldContract contract) {
        return failures(Stream.concat(
                contract.answersAsCalculatedAnewFromAChangeAway(),
                contract.answersAsCalculatedAnewWhileAllComeOneByOne()));
    }

    /** Runs the tests as JUnit would, and returns the names of those that fail. */
    private static SortedSet<String> failures(Stream<DynamicTest> tests) {
        SortedSet<String> failures = new TreeSet<>();
        tests.filter(LiveWorldContractTest::fails).forEach(test -> failures.add(test.getDisplayName()));
        return failures;
    }

    private static boolean fails(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return false;
        } catch (AssertionFailedError e) {
            return true;
        } catch (Throwable e) {
            throw new AssertionError(test.getDisplayName() + " did not fail but broke", e);
        }
    }
}
