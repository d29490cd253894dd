package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.SeatChange;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Wrong live calculations fail: the laws can tell. */
class LiveCalculationLawsTest {
    @Test
    void lateSeatsForThoseWhoWait_caught() {
        LiveCalculationLaws laws = lawsOf(WrongLive.ForgetsWhoWaits::new);

        assertFails(laws::apply_generatedHistory_sameAsCalculatingAnew, "changes of the effect");
    }

    @Test
    void membersLostWhenACycleCloses_caught() {
        LiveCalculationLaws laws = lawsOf(WrongLive.LosesMembersOfCycles::new);

        assertFails(laws::apply_generatedHistory_sameAsCalculatingAnew, "Changes of step");
        assertFails(laws::result_afterEachStep_sameAsCalculatingAnew, "of user");
    }

    @Test
    void previewThatKeeps_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public ChangeEffect preview(List<TenantChange> changes) {
                return right.apply(changes);
            }
        });

        assertFails(laws::preview_generatedHistory_tellsWhatApplyDoesAndKeepsNothing, "of the effect");
        assertThatNoException().isThrownBy(laws::result_givenOutEarlier_staysAsItWas);
    }

    @Test
    void previewThatSaysNothing_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public ChangeEffect preview(List<TenantChange> changes) {
                right.preview(changes);
                return new ChangeEffect(List.of(), List.of());
            }
        });

        assertFails(laws::preview_generatedHistory_tellsWhatApplyDoesAndKeepsNothing, "of the effect");
    }

    @Test
    void effectWithoutSeats_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            ChangeEffect altered(ChangeEffect effect) {
                return new ChangeEffect(effect.changes(), List.of());
            }
        });

        assertFails(laws::apply_generatedHistory_sameAsCalculatingAnew, "seats of the effect");
    }

    @Test
    void effectWithSeatsThatStayAsTheyAre_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            ChangeEffect altered(ChangeEffect effect) {
                List<SeatChange> seats = new ArrayList<>(effect.seats());
                seats.add(new SeatChange(SkuId.of("~"), 1, 1, 1, 1));
                return new ChangeEffect(effect.changes(), seats);
            }
        });

        assertFails(laws::apply_toldAgain_nothingHappens, "nothing in ChangeEffect");
    }

    @Test
    void secondChangeIgnored_caught() {
        LiveCalculationLaws laws = lawsOf(altering(changes -> {
            if (changes.size() > 1) {
                changes.remove(1);
            }
        }));

        assertFails(laws::apply_generatedHistory_sameAsCalculatingAnew, "Changes of step");
    }

    @Test
    void changesInAnotherOrder_caught() {
        LiveCalculationLaws laws = lawsOf(altering(Collections::reverse));

        assertFails(laws::apply_generatedHistory_sameAsCalculatingAnew, "Changes of step");
    }

    @Test
    void changesOneByOne_caught() {
        LiveCalculationLaws laws = lawsOf(WrongLive.OneByOne::new);

        assertFails(laws::apply_generatedHistory_sameAsCalculatingAnew, "live ");
    }

    @Test
    void holdingsOfAnEarlierLife_caught() {
        LiveCalculationLaws laws = lawsOf(WrongLive.RemembersWhoWent::new);

        assertFails(laws::apply_generatedHistory_sameAsCalculatingAnew, "saved as target");
    }

    @Test
    void resultThatChangesLater_caught() {
        LiveCalculationLaws laws = lawsOf(WrongLive.ChangesItsResults::new);

        assertFails(laws::result_givenOutEarlier_staysAsItWas, "seed ");
        assertFails(laws::live_generatedCase_beginsWithTheResultOfCalculate, "asked for again");
    }

    @Test
    void resultOfAnEarlierStep_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            private final AssignmentResult first = right.result();

            @Override
            public AssignmentResult result() {
                return first;
            }
        });

        assertFails(laws::result_afterEachStep_sameAsCalculatingAnew, "seed ");
    }

    @Test
    void resultThatTellsChangesForGood_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            private List<UserChange> last = List.of();

            @Override
            ChangeEffect altered(ChangeEffect effect) {
                last = effect.changes();
                return effect;
            }

            @Override
            public AssignmentResult result() {
                return new DelegatingResult(right.result()) {
                    @Override
                    public Stream<UserChange> changes() {
                        return last.stream();
                    }
                };
            }
        });

        assertFails(laws::result_afterEachStep_sameAsCalculatingAnew, "changes of user");
    }

    @Test
    void invalidChangesKeptInPart_caught() {
        LiveCalculationLaws laws = lawsOf(WrongLive.KeepsTheFirstHalf::new);

        assertFails(laws::apply_invalidChanges_refusedAndNothingKept, "seed ");
    }

    @Test
    void onlyTheFirstProblemNamed_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public ChangeEffect apply(List<TenantChange> changes) {
                try {
                    return right.apply(changes);
                } catch (InvalidTenantException e) {
                    throw new InvalidTenantException("contoso", e.problems().subList(0, 1));
                }
            }
        });

        assertFails(laws::apply_invalidChanges_refusedAndNothingKept, "problems with");
    }

    @Test
    void anotherTenantPassedOver_caught() {
        LiveCalculationLaws laws =
                lawsOf(altering(changes -> changes.removeIf(change -> change instanceof TenantChange.TenantSet)));

        assertFails(laws::apply_anotherTenant_refusedAndNothingKept, "of another tenant");
    }

    @Test
    void answersAboutWhoIsGone_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public List<LicenseAssignmentState> states(UserId user) {
                return snapshot().userIndex(user) < 0 ? List.of() : right.states(user);
            }
        });

        assertFails(laws::answers_ofWhatIsNotThere_refused, "states of user");
    }

    @Test
    void oneLiveCalculationForAll_caught() {
        Map<TenantSnapshot, LiveCalculation> first = new ConcurrentHashMap<>();
        LiveCalculationLaws laws =
                lawsOf(right -> first.computeIfAbsent(right.result().snapshot(), any -> right));

        assertFails(laws::live_severalOfOneTenant_eachForItself, "seed ");
        assertFails(laws::live_severalThreads_sameAsOneAfterTheOther, "of the effect");
    }

    private static UnaryOperator<LiveCalculation> altering(Consumer<List<TenantChange>> alteration) {
        return right -> new DelegatingLive(right) {
            @Override
            List<TenantChange> altered(List<TenantChange> changes) {
                List<TenantChange> copy = new ArrayList<>(changes);
                alteration.accept(copy);
                return copy;
            }
        };
    }

    private static void assertFails(Executable law, String inMessage) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(law::execute).withMessageContaining(inMessage);
    }

    private static LiveCalculationLaws lawsOf(UnaryOperator<LiveCalculation> live) {
        return new LiveLawsOf(CalculatorOf.live(live));
    }
}
