package dev.perseat.licensing.testkit.contract;

import static dev.perseat.licensing.testkit.assertion.PerseatAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.testkit.generate.ChangeGenerator;
import dev.perseat.licensing.testkit.generate.TenantDifference;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The laws that hold for every live calculation, on generated histories: a tenant, then up to thirty lists of changes.
 * After each of them the live calculation is held against the reference, which calculates the whole tenant anew. A test of
 * a calculator is a subclass that says which.
 *
 * <p>The system properties are those of {@link CalculatorLaws}. A failure names the seed and the step, tells the changes
 * of the step, and saves what was to be calculated then as a world: the tenant after the changes, and what users held
 * before.
 *
 * @since 0.1
 */
public abstract class LiveCalculationLaws {
    private static final long ALL = 1;

    /** Of so many histories one, for laws that do not need the most. */
    private static final long FEWER = 10;

    private final AssignmentCalculator reference = new ReferenceCalculator();

    /** For subclasses. */
    protected LiveCalculationLaws() {}

    /**
     * Returns the calculator whose live calculations are to be tested.
     *
     * @return the calculator; asked for several times
     */
    protected abstract AssignmentCalculator calculator();

    /**
     * Returns on how many histories a live calculation is held against the reference; most laws take a tenth.
     *
     * @return a quarter of {@code perseat.seeds}: 500 if that is not set
     */
    protected long histories() {
        return Seeds.COUNT / 4;
    }

    /** A live calculation begins with what {@code calculate} returns, and has one object for it. */
    @Test
    public void live_generatedCase_beginsWithTheResultOfCalculate() {
        forEachHistory(ALL, history -> {
            LiveCalculation live = history.live(calculator());
            AssignmentResult expected = reference.calculate(
                    history.start().snapshot(), history.start().holdings());

            LiveAnswers.of(live, history.snapshot()).assertSameAs(LiveAnswers.of(expected));
            assertThat(live.result()).hasSameAnswersAs(expected);
            assertThat(live.result()).as("the result, asked for again").isSameAs(live.result());
        });
    }

    /** "After any changes its state is that of a full calculation of the changed tenant from what users held before." */
    @Test
    public void apply_generatedHistory_sameAsCalculatingAnew() {
        forEachHistory(ALL, history -> {
            LiveCalculation live = history.live(calculator());
            LiveCalculation expected = history.live(reference);
            while (history.goesOn()) {
                List<TenantChange> changes = new ArrayList<>(history.next());
                assertSameEffect(live.apply(changes), expected.apply(changes));
                // The list is the caller's, who may use it again.
                changes.clear();
                LiveAnswers.of(live, history.snapshot()).assertSameAs(LiveAnswers.of(expected.result()));
                // Not after every step: who asks for the result may put in order what the next step would stumble over.
                if (history.step() % 3 == 0 || !history.goesOn()) {
                    assertSameResult(live, expected.result());
                }
            }
        });
    }

    /** The whole result after each step, and by its own lights. */
    @Test
    public void result_afterEachStep_sameAsCalculatingAnew() {
        forEachHistory(FEWER, history -> {
            LiveCalculation live = history.live(calculator());
            LiveCalculation expected = history.live(reference);
            while (history.goesOn()) {
                List<TenantChange> changes = history.next();
                live.apply(changes);
                expected.apply(changes);
                assertSameResult(live, expected.result());
                new Consistency(live.result()).check();
            }
        });
    }

    /** "A change may be told twice": told again, it changes nothing more. */
    @Test
    public void apply_toldAgain_nothingHappens() {
        forEachHistory(FEWER, history -> {
            LiveCalculation live = history.live(calculator());
            assertNothing(live.apply(List.of()));
            while (history.goesOn()) {
                List<TenantChange> changes = history.next();
                live.apply(changes);
                LiveAnswers before = LiveAnswers.of(live, history.snapshot());

                assertNothing(live.preview(changes));
                assertNothing(live.apply(changes));
                LiveAnswers.of(live, history.snapshot()).assertSameAs(before);
                assertThat(live.result().changes()).as("changes of the result").isEmpty();
            }
        });
    }

    /** What a preview says is what then happens, and a preview leaves everything as it is. */
    @Test
    public void preview_generatedHistory_tellsWhatApplyDoesAndKeepsNothing() {
        forEachHistory(FEWER, history -> {
            ChangeGenerator others = ChangeGenerator.of(-1 - history.seed());
            compareWithUndisturbed(history, (live, changes) -> {
                ChangeEffect told = live.preview(changes);
                live.preview(others.nextChanges(history.before()));
                assertSameEffect(live.preview(changes), told);
                return told;
            });
        });
    }

    /** "All answers are those after the changes", and "afterwards this one is as it was before". */
    @Test
    public void question_generatedHistory_answeredAsAfterApplyAndNothingKept() {
        forEachHistory(FEWER, history -> {
            LiveCalculation live = history.live(calculator());
            LiveCalculation expected = history.live(reference);
            while (history.goesOn()) {
                List<TenantChange> changes = history.next();
                LiveAnswers before = LiveAnswers.of(live, history.before());

                ChangeEffect effect = expected.apply(changes);
                LiveAnswers right = LiveAnswers.of(expected.result());
                assertSameEffect(
                        live.preview(changes, (told, then) -> {
                            LiveAnswers.of(then, history.snapshot()).assertSameAs(right);
                            return told;
                        }),
                        effect);
                LiveAnswers.of(live, history.before()).assertSameAs(before);
                assertSameEffect(live.apply(changes), effect);
            }
        });
    }

    /** "What the question throws reaches the caller after the changes have been taken back." */
    @Test
    public void question_thatThrows_reachesTheCallerAndNothingKept() {
        forEachHistory(
                FEWER,
                history -> compareWithUndisturbed(history, (live, changes) -> {
                    new Questions(live).checkThrows(changes);
                    return live.preview(changes);
                }));
    }

    /** "That calculation refuses to apply, preview, check and give a result, and this one refuses everything." */
    @Test
    public void question_thatDoesMoreThanLook_refused() {
        forEachHistory(
                FEWER,
                history -> compareWithUndisturbed(history, (live, changes) -> {
                    new Questions(live).checkOnlyLooks(changes);
                    return live.preview(changes);
                }));
    }

    /** "Refuses what apply would refuse now, and changes nothing." */
    @Test
    public void check_generatedHistory_refusesOnlyWhatIsInvalidAndKeepsNothing() {
        forEachHistory(FEWER, history -> {
            LiveCalculation live = history.live(calculator());
            LiveCalculation twin = history.live(calculator());
            ChangeGenerator others = ChangeGenerator.of(-1 - history.seed());
            while (history.goesOn()) {
                List<TenantChange> changes = history.next();
                LiveAnswers before = LiveAnswers.of(live, history.before());

                live.check(changes);
                live.check(others.nextChanges(history.before()));
                new Refusals(live).checkInvalid(others.nextInvalidChanges(history.before()), history.before());
                LiveAnswers.of(live, history.before()).assertSameAs(before);
                assertSameEffect(live.apply(changes), twin.apply(changes));
            }
        });
    }

    /** "If the tenant would not be valid after them; it names every problem, and nothing has changed." */
    @Test
    public void apply_invalidChanges_refusedAndNothingKept() {
        forEachHistory(FEWER, history -> {
            ChangeGenerator others = ChangeGenerator.of(-1 - history.seed());
            compareWithUndisturbed(history, (live, changes) -> {
                new Refusals(live).checkInvalid(others.nextInvalidChanges(history.before()), history.before());
                return live.preview(changes);
            });
        });
    }

    /** "If the tenant would get another id; nothing has changed." */
    @Test
    public void apply_anotherTenant_refusedAndNothingKept() {
        forEachHistory(
                FEWER,
                history -> compareWithUndisturbed(history, (live, changes) -> {
                    Tenant tenant = history.before().tenant();
                    List<TenantChange> wrong = new ArrayList<>(changes);
                    wrong.add(new TenantChange.TenantSet(
                            new Tenant(TenantId.of("fabrikam"), tenant.displayName(), tenant.usageLocation())));
                    new Refusals(live).checkAnotherTenant(wrong);
                    return live.preview(changes);
                }));
    }

    /** "The results it gives out are immutable." */
    @Test
    public void result_givenOutEarlier_staysAsItWas() {
        forEachHistory(FEWER, history -> {
            LiveCalculation live = history.live(calculator());
            LiveCalculation expected = history.live(reference);
            List<AssignmentResult> given = new ArrayList<>(List.of(live.result()));
            List<AssignmentResult> right = new ArrayList<>(List.of(expected.result()));
            while (history.goesOn()) {
                List<TenantChange> changes = history.next();
                live.apply(changes);
                expected.apply(changes);
                if (history.step() % 4 == 0) {
                    given.add(live.result());
                    right.add(expected.result());
                }
            }
            for (int i = 0; i < given.size(); i++) {
                assertThat(given.get(i)).hasSameAnswersAs(right.get(i));
            }
        });
    }

    /** "A live calculation of its own": what is applied to one reaches neither another nor the compiled tenant. */
    @Test
    public void live_severalOfOneTenant_eachForItself() {
        forEachHistory(FEWER, history -> {
            CompiledTenant tenant = calculator().compile(history.start().snapshot());
            LiveCalculation idle = tenant.live(history.start().holdings());
            LiveAnswers before = LiveAnswers.of(idle, history.start().snapshot());
            AssignmentResult first = tenant.calculate(history.start().holdings());
            LiveCalculation live = tenant.live(history.start().holdings());
            while (history.goesOn()) {
                live.apply(history.next());
            }
            LiveAnswers.of(idle, history.start().snapshot()).assertSameAs(before);
            assertThat(idle.result()).hasSameAnswersAs(first);
            assertThat(tenant.calculate(history.start().holdings())).hasSameAnswersAs(first);
        });
    }

    /** A compiled tenant is "safe for use by several threads", each with its own live calculation. */
    @Test
    public void live_severalThreads_sameAsOneAfterTheOther() {
        forEachHistory(FEWER, history -> {
            CompiledTenant tenant = calculator().compile(history.start().snapshot());
            List<TenantChange> changes = history.next();
            LiveCalculation alone = tenant.live(history.start().holdings());
            ChangeEffect expected = alone.apply(changes);
            LongStream.range(0, 4).parallel().forEach(any -> {
                LiveCalculation live = tenant.live(history.start().holdings());
                assertSameEffect(live.apply(changes), expected);
                assertThat(live.result()).hasSameAnswersAs(alone.result());
            });
        });
    }

    /** Whom it does not know, or not any more, a live calculation refuses. */
    @Test
    public void answers_ofWhatIsNotThere_refused() {
        forEachHistory(FEWER, history -> {
            LiveCalculation live = history.live(calculator());
            while (history.goesOn()) {
                live.apply(history.next());
                new Refusals(live).checkWhatIsGone(history.before(), history.snapshot());
            }
        });
    }

    /**
     * Follows a history with two live calculations, of which one is disturbed before each step: it must not be noticed,
     * neither then nor later.
     */
    private void compareWithUndisturbed(History history, Disturbance disturbance) {
        CompiledTenant tenant = calculator().compile(history.start().snapshot());
        LiveCalculation live = tenant.live(history.start().holdings());
        LiveCalculation twin = tenant.live(history.start().holdings());
        while (history.goesOn()) {
            List<TenantChange> changes = history.next();
            LiveAnswers before = LiveAnswers.of(live, history.before());
            AssignmentResult resultBefore = live.result();

            ChangeEffect told = disturbance.disturb(live, changes);
            LiveAnswers.of(live, history.before()).assertSameAs(before);
            assertThat(live.result()).hasSameAnswersAs(resultBefore);

            ChangeEffect expected = twin.apply(changes);
            assertSameEffect(told, expected);
            assertSameEffect(live.apply(changes), expected);
        }
        assertThat(live.result()).hasSameAnswersAs(twin.result());
    }

    private static void assertSameEffect(ChangeEffect actual, ChangeEffect expected) {
        assertThat(actual.changes()).as("changes of the effect").isEqualTo(expected.changes());
        assertThat(actual.seats()).as("seats of the effect").isEqualTo(expected.seats());
    }

    private static void assertNothing(ChangeEffect effect) {
        assertThat(effect.isNothing()).as("nothing in %s", effect).isTrue();
    }

    private static void assertSameResult(LiveCalculation live, AssignmentResult expected) {
        assertThat(live.result()).hasSameAnswersAs(expected);
        assertThat(TenantDifference.between(expected.snapshot(), live.result().snapshot()))
                .as("by what the tenant of the result differs from the right one")
                .isEmpty();
    }

    private void forEachHistory(long share, Law law) {
        Seeds.first(histories() / share).forEach(seed -> {
            History history = new History(seed);
            try {
                law.check(history);
            } catch (AssertionError | RuntimeException failure) {
                throw history.failure(failure);
            }
        });
    }

    /** What has to hold for one history. */
    private interface Law {
        void check(History history);
    }

    /** Something done to a live calculation before its next changes, which then tells their effect. */
    private interface Disturbance {
        ChangeEffect disturb(LiveCalculation live, List<TenantChange> changes);
    }
}
