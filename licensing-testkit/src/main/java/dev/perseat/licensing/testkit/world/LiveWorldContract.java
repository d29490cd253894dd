package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.generate.TenantDifference;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds a live calculation against the worlds: each tenant that is good input is come to by changes. Extend it in a test,
 * and say which calculator.
 *
 * <p>What users hold on arrival depends on where they come from, so the answer is in general not the one that the world
 * demands, but that of the reference for the same holdings; where nobody held anything, it is the world's.
 *
 * @since 0.1
 */
public abstract class LiveWorldContract {
    private final AssignmentCalculator reference = new ReferenceCalculator();

    /** For subclasses. */
    protected LiveWorldContract() {}

    /**
     * Returns the calculator whose live calculations are to be tested.
     *
     * @return a calculator
     */
    protected abstract AssignmentCalculator calculator();

    /**
     * Returns the worlds to come to.
     *
     * @return those that ship with the testkit
     */
    protected List<World> worlds() {
        return Worlds.all();
    }

    /**
     * From a tenant without users and groups, everything comes in one list: the answer is what the world demands, if
     * its users held nothing before.
     *
     * @return a test for each world from scratch
     */
    @TestFactory
    public Stream<DynamicTest> answersAsTheWorldDemandsAfterEverythingCame() {
        return tests(world -> world.holdings().userCount() == 0, world -> {
            TenantSnapshot empty =
                    TenantSnapshot.builder(world.snapshot().tenant()).build();
            LiveCalculation live = calculator().compile(empty).live(Holdings.empty());
            ChangeEffect effect = live.apply(TenantDifference.between(empty, world.snapshot()));
            Answer demanded = (Answer) world.expectation();
            Answer answered = Answer.from(live.result()).withChanges(effect.changes());
            failIfAny(
                    world,
                    "everything at once",
                    LineDiff.between(
                            demanded.lines(), answered.inDetailOf(demanded).lines()));
        });
    }

    /**
     * Beginning with products alone, users, groups and members come one after the other.
     *
     * @return a test for each world that is good input
     */
    @TestFactory
    public Stream<DynamicTest> answersAsCalculatedAnewWhileAllComeOneByOne() {
        return tests(world -> true, world -> {
            TenantSnapshot snapshot = world.snapshot();
            TenantSnapshot.Builder products =
                    TenantSnapshot.builder(snapshot.tenant()).policy(snapshot.policy());
            snapshot.servicePlans().forEach(products::servicePlan);
            snapshot.skus().forEach(products::sku);
            snapshot.skus().forEach(sku -> snapshot.subscription(sku.id()).ifPresent(products::subscription));
            TenantSnapshot start = products.build();
            Pair pair = new Pair(world, start);
            for (TenantChange change : TenantDifference.between(start, snapshot)) {
                pair.apply("coming one by one", List.of(change));
            }
        });
    }

    /**
     * From every tenant that is a change away: without one of the members, users or licences, with other units or
     * another policy; and to it again.
     *
     * @return a test for each world that is good input
     */
    @TestFactory
    public Stream<DynamicTest> answersAsCalculatedAnewFromAChangeAway() {
        return tests(world -> true, world -> {
            TenantSnapshot snapshot = world.snapshot();
            for (TenantChange change : Detours.from(snapshot)) {
                List<TenantChange> away = List.of(change);
                TenantSnapshot start = snapshot.with(away);
                List<TenantChange> back = TenantDifference.between(start, snapshot);
                Pair pair = new Pair(world, start);
                pair.apply("coming from " + change, back);
                pair.apply("going by " + change, away);
            }
        });
    }

    private Stream<DynamicTest> tests(Predicate<World> condition, Journey journey) {
        return worlds().stream()
                .filter(world -> !world.isBadInput())
                .filter(condition)
                .map(world -> DynamicTest.dynamicTest(world.name(), () -> journey.make(world)));
    }

    private static void failIfAny(World world, String how, List<String> differences) {
        if (!differences.isEmpty()) {
            Assertions.fail(world + "\n" + how + "\n(-: what is right, +: what is answered)\n"
                    + String.join("\n", differences));
        }
    }

    /** A way to come to a world. */
    private interface Journey {
        void make(World world);
    }

    /** The live calculation to be tested, and the one that it is held against. */
    private final class Pair {
        private final World world;
        private final LiveCalculation live;
        private final LiveCalculation right;

        Pair(World world, TenantSnapshot start) {
            this.world = world;
            this.live = calculator().compile(start).live(world.holdings());
            this.right = reference.compile(start).live(world.holdings());
        }

        void apply(String how, List<TenantChange> changes) {
            ChangeEffect expected = right.apply(changes);
            ChangeEffect effect = live.apply(changes);
            List<String> expectedLines = lines(right, expected);
            failIfAny(world, how, LineDiff.between(expectedLines, lines(live, effect)));
            failIfAny(world, how + ", asked one by one", LineDiff.between(answers(right), answers(live)));
        }

        /** The changes of the result are empty, as the effect told them. */
        private List<String> lines(LiveCalculation calculation, ChangeEffect effect) {
            AssignmentResult result = calculation.result();
            List<String> lines = new ArrayList<>(
                    Answer.from(result).withChanges(effect.changes()).lines());
            effect.seats().forEach(seats -> lines.add(seats.toString()));
            lines.add("holdings " + result.holdings());
            return lines;
        }

        private List<String> answers(LiveCalculation calculation) {
            TenantSnapshot snapshot = right.result().snapshot();
            List<String> lines = new ArrayList<>();
            for (User user : snapshot.users()) {
                UserId id = user.id();
                lines.add(id + " " + calculation.states(id) + " " + calculation.holdings(id));
                lines.add(String.valueOf(calculation.user(id)));
            }
            for (Group group : snapshot.groups()) {
                lines.add(group.id() + " has " + calculation.members(group.id()));
            }
            calculation.groups().forEach(summary -> lines.add(summary.toString()));
            for (SkuUsage usage : calculation.usage()) {
                lines.add(usage + " " + calculation.usersOf(usage.skuId(), null, Integer.MAX_VALUE));
            }
            return lines;
        }
    }
}
