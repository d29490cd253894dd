package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.GroupId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds a calculator against the answers written by hand. Extend it in a test, and say which calculator.
 *
 * @since 0.1
 */
public abstract class WorldContract {
    /** For subclasses. */
    protected WorldContract() {}

    /**
     * Returns the calculator to be tested.
     *
     * @return a calculator
     */
    protected abstract AssignmentCalculator calculator();

    /**
     * Returns the worlds to hold it against.
     *
     * @return those that ship with the testkit
     */
    protected List<World> worlds() {
        return Worlds.all();
    }

    /**
     * The answer to each world is the one that it demands, line by line.
     *
     * @return a test for each world
     */
    @TestFactory
    public Stream<DynamicTest> answersAsTheWorldDemands() {
        return worlds().stream()
                .map(world -> DynamicTest.dynamicTest(
                        world.name(), () -> failIfAny(world, "demands", world.differences(calculator()))));
    }

    /**
     * Calculating again from what everybody holds then changes nothing (section 6 of the law).
     *
     * @return a test for each world that is good input
     */
    @TestFactory
    public Stream<DynamicTest> answersTheSameAgain() {
        return worlds().stream()
                .filter(world -> !world.isBadInput())
                .map(world -> DynamicTest.dynamicTest(
                        world.name(), () -> failIfAny(world, "was answered before", differencesAgain(world))));
    }

    /**
     * As many users are members of a group as the world says in its summary (section 3 of the law).
     *
     * @return a test for each world that is good input
     */
    @TestFactory
    public Stream<DynamicTest> countsTheMembersThatTheWorldDemands() {
        return worlds().stream()
                .filter(world -> !world.isBadInput())
                .map(world -> DynamicTest.dynamicTest(
                        world.name(), () -> failIfAny(world, "its summaries say", differencesOfMembers(world))));
    }

    private List<String> differencesOfMembers(World world) {
        CompiledTenant tenant = calculator().compile(world.snapshot());
        List<GroupSummary> summaries = tenant.calculate(world.holdings()).groups();
        return LineDiff.between(
                summaries.stream()
                        .map(summary -> members(summary.groupId(), summary.members()))
                        .toList(),
                summaries.stream()
                        .map(summary -> members(summary.groupId(), tenant.memberCount(summary.groupId())))
                        .toList());
    }

    private static String members(GroupId group, long count) {
        return "group " + group + " members " + count;
    }

    private List<String> differencesAgain(World world) {
        TenantSnapshot snapshot = world.snapshot();
        AssignmentResult first = calculator().calculate(snapshot, world.holdings());
        AssignmentResult again = calculator().calculate(snapshot, first.holdings());
        return LineDiff.between(
                Answer.from(first).withoutChanges().lines(), Answer.from(again).lines());
    }

    private static void failIfAny(World world, String what, List<String> differences) {
        if (!differences.isEmpty()) {
            Assertions.fail(world + "\n(-: what " + what + ", +: what is answered)\n" + String.join("\n", differences));
        }
    }
}
