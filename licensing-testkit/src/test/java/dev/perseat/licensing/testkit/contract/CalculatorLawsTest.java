package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.generate.Variation;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Wrong calculators fail: the laws can tell. */
class CalculatorLawsTest {
    private static final AssignmentCalculator RIGHT = new ReferenceCalculator();

    @Nested
    class A_calculator_that_forgets_who_holds_what {
        private final CalculatorLaws laws = lawsOf((snapshot, holdings) -> RIGHT.calculate(snapshot, Holdings.empty()));

        @Test
        void isNotTheReference() {
            assertFails(laws::calculate_generatedTenant_sameAnswersAsTheReference, "saved as target");
        }

        @Test
        void takesFromHoldersWhenSeatsAreReduced() {
            assertFails(laws::calculate_noSeatsFromAFixedPoint_nothingChanges, "-Dperseat.firstSeed=");
        }

        @Test
        void isNotAtAFixedPoint() {
            assertFails(laws::calculate_again_nothingChanges, "from a fixed point");
        }

        @Test
        void agreesWithItself() {
            assertThatNoException().isThrownBy(laws::calculate_generatedTenant_answersAgreeWithEachOther);
        }
    }

    @Nested
    class A_calculator_that_sells_a_seat_too_many {
        private final CalculatorLaws laws = lawsOf((snapshot, holdings) ->
                new DelegatingResult(
                        RIGHT.calculate(Variation.ofSubscriptions(snapshot, CalculatorLawsTest::oneMore), holdings)) {
                    @Override
                    public TenantSnapshot snapshot() {
                        return snapshot;
                    }
                });

        @Test
        void overAllocates() {
            assertFails(laws::calculate_anyHoldings_nothingOverAllocatedByTheCalculation, "users of SKU");
        }

        @Test
        void isNotTheReference() {
            assertFails(laws::calculate_generatedTenant_sameAnswersAsTheReference, "states of user");
        }
    }

    @Nested
    class A_calculator_that_keeps_quiet_about_the_last_state {
        private final CalculatorLaws laws =
                lawsOf((snapshot, holdings) -> new DelegatingResult(RIGHT.calculate(snapshot, holdings)) {
                    @Override
                    public List<LicenseAssignmentState> states(UserId user) {
                        List<LicenseAssignmentState> states = right.states(user);
                        return states.isEmpty() ? states : states.subList(0, states.size() - 1);
                    }
                });

        @Test
        void contradictsItself() {
            assertFails(laws::calculate_generatedTenant_answersAgreeWithEachOther, "holdings of");
        }

        @Test
        void isNotTheReference() {
            assertFails(laws::calculate_generatedTenant_sameAnswersAsTheReference, "states of user");
        }
    }

    @Nested
    class A_calculator_that_miscounts_who_waits {
        private final CalculatorLaws laws =
                lawsOf((snapshot, holdings) -> new DelegatingResult(RIGHT.calculate(snapshot, holdings)) {
                    @Override
                    public List<SkuUsage> usage() {
                        return right.usage().stream()
                                .map(CalculatorLawsTest::nobodyWaits)
                                .toList();
                    }
                });

        @Test
        void isNotTheReference() {
            assertFails(laws::calculate_generatedTenant_sameAnswersAsTheReference, "usage of SKU");
        }
    }

    @Nested
    class A_calculator_that_depends_on_the_order_of_the_input {
        private final CalculatorLaws laws = lawsOf((snapshot, holdings) -> {
            boolean odd = snapshot.groups().stream()
                    .map(Group::licenses)
                    .anyMatch(licenses -> licenses.size() > 1
                            && licenses.get(0).skuId().compareTo(licenses.get(1).skuId()) > 0);
            return RIGHT.calculate(snapshot, odd ? Holdings.empty() : holdings);
        });

        @Test
        void answersDifferentlyAfterAShuffle() {
            assertFails(laws::calculate_shuffledInput_sameAnswers, "differs first");
        }
    }

    private static Subscription oneMore(Subscription subscription) {
        return new Subscription(
                subscription.skuId(),
                PrepaidUnits.of((int) subscription.prepaidUnits().seats() + 1),
                subscription.capabilityStatus());
    }

    private static SkuUsage nobodyWaits(SkuUsage usage) {
        return new SkuUsage(
                usage.skuId(), usage.seats(), usage.consumed(), usage.available(), usage.overAllocated(), 0);
    }

    private static void assertFails(Executable law, String inMessage) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(law::execute).withMessageContaining(inMessage);
    }

    private static CalculatorLaws lawsOf(CalculatorOf.Calculation calculation) {
        return new LawsOf(CalculatorOf.calculation(calculation));
    }
}
