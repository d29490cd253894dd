package dev.perseat.licensing.testkit.contract;

import static dev.perseat.licensing.testkit.assertion.PerseatAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.Shuffle;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import dev.perseat.licensing.testkit.generate.Variation;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The laws that hold for every calculator, on generated tenants. A test of a calculator is a subclass that says which.
 *
 * <p>The system property {@code perseat.seeds} says on how many tenants a calculator is held against the reference (2,000
 * if it is not set; the other laws take a quarter), and {@code perseat.firstSeed} at which to begin (0). A failure names
 * the seed and saves the case as a world in the folder that {@code perseat.failures} names ({@code target/failed-worlds}).
 *
 * @since 0.1
 */
public abstract class CalculatorLaws {
    private static final long ALL = 1;
    private static final long FEWER = 4;

    private final AssignmentCalculator reference = new ReferenceCalculator();

    /** For subclasses. */
    protected CalculatorLaws() {}

    /**
     * Returns the calculator to test.
     *
     * @return the calculator; asked for several times
     */
    protected abstract AssignmentCalculator calculator();

    /** Sections 2 to 7: every answer is that of the reference. */
    @Test
    public void calculate_generatedTenant_sameAnswersAsTheReference() {
        forEachCase(
                ALL,
                (seed, given) -> assertThat(calculate(given))
                        .hasSameAnswersAs(reference.calculate(given.snapshot(), given.holdings())));
    }

    /** Section 2: the plans that REJECT refuses are those of the reference. */
    @Test
    public void missingDependencies_generatedTenant_sameAsTheReference() {
        forEachCase(
                FEWER,
                (seed, given) -> assertThat(calculator().missingDependencies(given.snapshot()))
                        .isEqualTo(reference.missingDependencies(given.snapshot())));
    }

    /** Section 6: the result is a fixed point; calculating again from it changes nothing, and gives the same answers. */
    @Test
    public void calculate_again_nothingChanges() {
        forEachCase(FEWER, (seed, given) -> {
            AssignmentResult first = calculate(given);
            AssignmentResult second = calculator().calculate(given.snapshot(), first.holdings());

            assertNothingChanges(first, second);
            // From the fixed point the first one has no changes either, which is the only answer that may differ.
            AssignmentResult third = calculator().calculate(given.snapshot(), second.holdings());
            assertThat(third).hasSameAnswersAs(second);
            forEachUser(
                    given.snapshot(),
                    user -> assertThat(second.states(user))
                            .as("states of %s", user)
                            .isEqualTo(first.states(user)));
        });
    }

    /** "Whatever the order in which the input arrives." */
    @Test
    public void calculate_shuffledInput_sameAnswers() {
        forEachCase(
                FEWER,
                (seed, given) ->
                        assertThat(calculate(Shuffle.of(seed).apply(given))).hasSameAnswersAs(calculate(given)));
    }

    /** "The number of threads": a calculator can be used by several at once. */
    @Test
    public void calculate_severalThreads_sameAnswersAsTheReference() {
        Seeds.first(Math.min(Seeds.COUNT / FEWER, 64))
                .parallel()
                .forEach(seed -> check(
                        seed,
                        (any, given) -> assertThat(calculate(given))
                                .hasSameAnswersAs(reference.calculate(given.snapshot(), given.holdings()))));
    }

    /** A tenant is compiled once and calculated often: nothing of one calculation is left for the next. */
    @Test
    public void compile_calculatedOftenWithOtherHoldings_sameAnswersAsCompiledAnew() {
        forEachCase(FEWER, (seed, given) -> {
            CompiledTenant tenant = calculator().compile(given.snapshot());
            AssignmentResult first = tenant.calculate(given.holdings());
            for (Holdings holdings : otherHoldings(seed, first)) {
                assertThat(tenant.calculate(holdings))
                        .hasSameAnswersAs(calculator().calculate(given.snapshot(), holdings));
            }

            assertThat(tenant.calculate(given.holdings())).hasSameAnswersAs(first);
            assertThat(first).hasSameAnswersAs(calculate(given));
            assertThat(tenant.snapshot()).isSameAs(given.snapshot());
        });
    }

    /** A compiled tenant is "safe for use by several threads". */
    @Test
    public void compile_calculatedBySeveralThreads_sameAnswers() {
        forEachCase(FEWER * FEWER, (seed, given) -> {
            CompiledTenant tenant = calculator().compile(given.snapshot());
            AssignmentResult first = calculate(given);
            List<Holdings> all = new ArrayList<>(otherHoldings(seed, first));
            all.add(given.holdings());
            all.parallelStream()
                    .forEach(holdings -> assertThat(tenant.calculate(holdings))
                            .hasSameAnswersAs(calculator().calculate(given.snapshot(), holdings)));
        });
    }

    private static List<Holdings> otherHoldings(long seed, AssignmentResult first) {
        return List.of(
                Holdings.empty(),
                first.holdings(),
                TenantGenerator.of(seed + 1).nextCase().holdings());
    }

    /** Section 5: a calculation over-allocates nothing; what was over-allocated before may stay so, but never grows. */
    @Test
    public void calculate_anyHoldings_nothingOverAllocatedByTheCalculation() {
        forEachCase(FEWER, (seed, given) -> {
            for (SkuUsage usage : calculate(given).usage()) {
                long before = takenBefore(given, usage.skuId());

                assertThat(usage.consumed())
                        .as("users of SKU '%s', after %s users before", usage.skuId(), before)
                        .isLessThanOrEqualTo(Math.max(before, seatsToTake(given.snapshot(), usage.skuId())));
            }
        });
    }

    /** Section 6: "from a fixed point, more seats never cost anybody a licence that is still requested". */
    @Test
    public void calculate_moreSeatsFromAFixedPoint_nobodyLosesARequestedLicense() {
        forEachCase(FEWER, (seed, given) -> {
            SplittableRandom random = new SplittableRandom(seed);
            AssignmentResult before = calculate(given);
            AssignmentResult after = recalculate(before, subscription -> more(subscription, random.nextInt(4)));

            forEachUser(
                    given.snapshot(),
                    user -> assertThat(heldAndRequested(after.states(user)))
                            .as("what user '%s' holds and is requested, with more seats", user)
                            .containsAll(heldAndRequested(before.states(user))));
        });
    }

    /** Section 5: who holds a SKU keeps the seat, "even where units were reduced below what is taken". */
    @Test
    public void calculate_noSeatsFromAFixedPoint_nothingChanges() {
        forEachCase(FEWER, (seed, given) -> {
            AssignmentResult before = calculate(given);
            AssignmentResult after = recalculate(
                    before,
                    subscription -> new Subscription(
                            subscription.skuId(), PrepaidUnits.of(0), subscription.capabilityStatus()));

            assertNothingChanges(before, after);
        });
    }

    /** Section 7: a subscription that is suspended disables what is assigned, and takes nothing from anybody. */
    @Test
    public void calculate_suspendedFromAFixedPoint_nothingChangesButNobodyHasAPlan() {
        forEachCase(FEWER, (seed, given) -> {
            AssignmentResult before = calculate(given);
            AssignmentResult after = recalculate(
                    before,
                    subscription -> new Subscription(
                            subscription.skuId(), subscription.prepaidUnits(), CapabilityStatus.SUSPENDED));

            assertNothingChanges(before, after);
            forEachUser(
                    given.snapshot(),
                    user -> assertThat(after.effectiveLicenses(user))
                            .as("effective licences of %s", user)
                            .allMatch(license -> given.snapshot()
                                    .subscription(license.skuId())
                                    .isEmpty()));
        });
    }

    /** Section 7: what is held is what the states say, and no answer contradicts another. */
    @Test
    public void calculate_generatedTenant_answersAgreeWithEachOther() {
        forEachCase(FEWER, (seed, given) -> new Consistency(calculate(given)).check());
    }

    /** The contract of {@link AssignmentResult}: whom it does not know it refuses. */
    @Test
    public void result_unknownIds_refused() {
        AssignmentResult result = calculate(TenantGenerator.of(Seeds.FIRST).nextCase());
        UserId user = UserId.of("nobody at all");

        assertThatIllegalArgumentException().isThrownBy(() -> result.states(user));
        assertThatIllegalArgumentException().isThrownBy(() -> result.effectiveLicenses(user));
        assertThatIllegalArgumentException().isThrownBy(() -> result.licensedGroups(user));
        assertThatIllegalArgumentException().isThrownBy(() -> result.hasPlan(user, ServicePlanId.of("none")));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> result.hasPlan(-1, 0));
        int users = result.snapshot().userCount();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> result.hasPlan(users, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> result.usersOf(SkuId.of("no SKU at all")));
        assertThatIllegalArgumentException().isThrownBy(() -> result.usage(SkuId.of("no SKU at all")));
    }

    private AssignmentResult calculate(CalculationCase given) {
        return calculator().calculate(given.snapshot(), given.holdings());
    }

    private AssignmentResult recalculate(AssignmentResult before, UnaryOperator<Subscription> change) {
        TenantSnapshot changed = Variation.ofSubscriptions(before.snapshot(), change);
        return calculator().calculate(changed, before.holdings());
    }

    private static void assertNothingChanges(AssignmentResult before, AssignmentResult after) {
        assertThat(after.changes()).as("changes from a fixed point").isEmpty();
        assertThat(after.holdings()).as("holdings from a fixed point").isEqualTo(before.holdings());
    }

    private static Subscription more(Subscription subscription, int seats) {
        PrepaidUnits units = subscription.prepaidUnits();
        PrepaidUnits increased =
                new PrepaidUnits(units.enabled() + seats, units.warning(), units.suspended(), units.lockedOut());
        return new Subscription(subscription.skuId(), increased, subscription.capabilityStatus());
    }

    private static Set<List<Object>> heldAndRequested(List<LicenseAssignmentState> states) {
        return states.stream()
                .filter(state -> state.isHeld() && state.violation() == null)
                .map(state -> List.<Object>of(state.source(), state.skuId()))
                .collect(Collectors.toSet());
    }

    private static long takenBefore(CalculationCase given, SkuId sku) {
        Holdings holdings = given.holdings();
        TenantSnapshot snapshot = given.snapshot();
        return LongStream.range(0, snapshot.userCount())
                .filter(user -> holdings.of(snapshot.userId((int) user)).stream()
                        .anyMatch(license -> license.skuId().equals(sku)))
                .count();
    }

    private static long seatsToTake(TenantSnapshot snapshot, SkuId sku) {
        return snapshot.subscription(sku)
                .filter(subscription -> subscription.capabilityStatus().isUsable())
                .map(subscription -> subscription.prepaidUnits().seats())
                .orElse(0L);
    }

    private static void forEachUser(TenantSnapshot snapshot, Consumer<UserId> law) {
        for (int user = 0; user < snapshot.userCount(); user++) {
            law.accept(snapshot.userId(user));
        }
    }

    private static void forEachCase(long share, Law law) {
        Seeds.first(Seeds.COUNT / share).forEach(seed -> check(seed, law));
    }

    private static void check(long seed, Law law) {
        CalculationCase given = TenantGenerator.of(seed).nextCase();
        try {
            law.check(seed, given);
        } catch (AssertionError | RuntimeException failure) {
            throw Seeds.failure(seed, "", given, failure);
        }
    }

    /** What has to hold for one generated case. */
    private interface Law {
        void check(long seed, CalculationCase given);
    }
}
