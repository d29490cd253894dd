package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.Memberships;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Live calculations that answer a single question wrongly fail: the laws can tell. */
class LiveAnswersLawsTest {
    @Test
    void userAsAtTheBeginning_caught() {
        assertAnswerCaught("live user '", right -> new DelegatingLive(right) {
            private final List<User> first = List.copyOf(snapshot().users());

            @Override
            public Optional<User> user(UserId user) {
                return first.stream()
                        .filter(it -> it.id().equals(user))
                        .findFirst()
                        .or(() -> right.user(user));
            }
        });
    }

    @Test
    void userWithoutNamesAndLicenses_caught() {
        assertAnswerCaught("live user '", right -> new DelegatingLive(right) {
            @Override
            public Optional<User> user(UserId user) {
                return right.user(user)
                        .map(it -> User.builder(user)
                                .usageLocation(it.usageLocation())
                                .accountEnabled(it.accountEnabled())
                                .build());
            }
        });
    }

    @Test
    void directMembersOnly_caught() {
        assertAnswerCaught("live members of group", right -> new DelegatingLive(right) {
            @Override
            public List<GroupMember> members(GroupId group) {
                List<UserId> direct = snapshot().memberUsers(group);
                return right.members(group).stream()
                        .filter(member -> direct.contains(member.userId()))
                        .toList();
            }
        });
    }

    @Test
    void retainedLicensesNotCounted_caught() {
        assertAnswerCaught("live members of group", right -> new DelegatingLive(right) {
            @Override
            public List<GroupMember> members(GroupId group) {
                return right.members(group).stream()
                        .map(member -> retains(member.userId(), group) ? withoutDependency(member) : member)
                        .toList();
            }

            private boolean retains(UserId user, GroupId group) {
                return right.states(user).stream()
                        .anyMatch(state -> state.isHeld()
                                && state.violation() != null
                                && state.source().equals(AssignmentSource.group(group)));
            }
        });
    }

    private static GroupMember withoutDependency(GroupMember member) {
        return new GroupMember(
                member.userId(),
                member.errors().stream().filter(kind -> kind != Kind.DEPENDENCY).collect(Collectors.toSet()));
    }

    @Test
    void membersOfGroupsWithLicensesOnly_caught() {
        assertAnswerCaught("live members of group", right -> new DelegatingLive(right) {
            @Override
            public List<GroupMember> members(GroupId group) {
                boolean licensed = !snapshot().group(group).licenses().isEmpty();
                return licensed ? right.members(group) : List.of();
            }
        });
    }

    @Test
    void membershipsAsAtTheBeginning_caught() {
        assertAnswerCaught("live ids of the members of group", right -> new DelegatingLive(right) {
            private final Memberships first = new ReferenceCalculator().compile(snapshot());

            @Override
            public List<UserId> memberIds(GroupId group) {
                return first.memberIds(group);
            }
        });
    }

    @Test
    void countOfDirectMembers_caught() {
        assertAnswerCaught("live number of members of group", right -> new DelegatingLive(right) {
            @Override
            public int memberCount(GroupId group) {
                return snapshot().memberUsers(group).size();
            }
        });
    }

    @Test
    void groupsInTheOrderInWhichTheyCame_caught() {
        assertAnswerCaught("live groups of user", right -> new DelegatingLive(right) {
            private final List<GroupId> known = new ArrayList<>();

            @Override
            public List<GroupId> groupsOf(UserId user) {
                snapshot().groups().stream()
                        .map(Group::id)
                        .filter(group -> !known.contains(group))
                        .forEach(known::add);
                return known.stream().filter(right.groupsOf(user)::contains).toList();
            }
        });
    }

    @Test
    void memberOfWhatGivesLicensesOnly_caught() {
        assertAnswerCaught("live groups that have user", right -> new DelegatingLive(right) {
            @Override
            public boolean isMember(UserId user, GroupId group) {
                return right.isMember(user, group) && snapshot().group(group).isEligible();
            }
        });
    }

    @Test
    void groupsOfTheStepBefore_caught() {
        assertAnswerCaught("live summaries of groups", right -> new DelegatingLive(right) {
            private List<GroupSummary> before = right.groups();

            @Override
            public ChangeEffect apply(List<TenantChange> changes) {
                before = right.groups();
                return right.apply(changes);
            }

            @Override
            public List<GroupSummary> groups() {
                return before;
            }
        });
    }

    @Test
    void usageWithoutWhoWaits_caught() {
        assertAnswerCaught("live usage of SKUs", right -> new DelegatingLive(right) {
            @Override
            public List<SkuUsage> usage() {
                return right.usage().stream()
                        .map(it -> new SkuUsage(
                                it.skuId(), it.seats(), it.consumed(), it.available(), it.overAllocated(), 0))
                        .toList();
            }
        });
    }

    @Test
    void lastOfThePageBeforeTwice_caught() {
        assertAnswerCaught("live pages of the users of SKU", right -> new DelegatingLive(right) {
            @Override
            public List<UserId> usersOf(SkuId sku, @Nullable UserId after, int limit) {
                return right.usersOf(sku, null, Integer.MAX_VALUE).stream()
                        .filter(user -> after == null || user.compareTo(after) >= 0)
                        .limit(limit)
                        .toList();
            }
        });
    }

    @Test
    void pageLongerThanAsked_caught() {
        assertAnswerCaught("live pages of the users of SKU", right -> new DelegatingLive(right) {
            @Override
            public List<UserId> usersOf(SkuId sku, @Nullable UserId after, int limit) {
                return right.usersOf(sku, after, Integer.MAX_VALUE);
            }
        });
    }

    @Test
    void membersOfAGroupThatIsGone_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public List<GroupMember> members(GroupId group) {
                return snapshot().groupIndex(group) < 0 ? List.of() : right.members(group);
            }
        });

        assertFails(laws::answers_ofWhatIsNotThere_refused, "members of group");
    }

    @Test
    void questionAboutThePresent_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public <T extends @Nullable Object> T preview(
                    List<TenantChange> changes,
                    BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question) {
                return question.apply(right.preview(changes), right);
            }
        });

        assertFails(laws::question_generatedHistory_answeredAsAfterApplyAndNothingKept, "live ");
        assertFails(laws::question_thatDoesMoreThanLook_refused, "inside, of what is given");
    }

    @Test
    void questionThatIsNeverTakenBack_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public <T extends @Nullable Object> T preview(
                    List<TenantChange> changes,
                    BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question) {
                T answer = right.preview(changes, question);
                right.apply(changes);
                return answer;
            }
        });

        assertFails(laws::question_generatedHistory_answeredAsAfterApplyAndNothingKept, "live ");
    }

    @Test
    void changesKeptWhenTheQuestionThrows_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public <T extends @Nullable Object> T preview(
                    List<TenantChange> changes,
                    BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question) {
                try {
                    return right.preview(changes, question);
                } catch (UnsupportedOperationException e) {
                    right.apply(changes);
                    throw e;
                }
            }
        });

        assertFails(laws::question_thatThrows_reachesTheCallerAndNothingKept, "seed ");
    }

    @Test
    void calculationThatOutlivesItsQuestion_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public <T extends @Nullable Object> T preview(
                    List<TenantChange> changes,
                    BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question) {
                return right.preview(
                        changes,
                        (effect, then) -> question.apply(effect, new DelegatingLive(then) {
                            private final List<GroupSummary> kept = then.groups();

                            @Override
                            public List<GroupSummary> groups() {
                                return kept;
                            }
                        }));
            }
        });

        assertFails(laws::question_thatDoesMoreThanLook_refused, "groups after the answer");
    }

    @Test
    void checkThatPassesEverything_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public void check(List<TenantChange> changes) {
                // nothing is ever found
            }
        });

        assertFails(laws::check_generatedHistory_refusesOnlyWhatIsInvalidAndKeepsNothing, "the refusal of changes");
        assertFails(laws::apply_anotherTenant_refusedAndNothingKept, "check of another tenant");
    }

    @Test
    void checkThatApplies_caught() {
        LiveCalculationLaws laws = lawsOf(right -> new DelegatingLive(right) {
            @Override
            public void check(List<TenantChange> changes) {
                right.apply(changes);
            }
        });

        assertFails(laws::check_generatedHistory_refusesOnlyWhatIsInvalidAndKeepsNothing, "live ");
    }

    private static void assertAnswerCaught(String inMessage, UnaryOperator<LiveCalculation> live) {
        assertFails(lawsOf(live)::apply_generatedHistory_sameAsCalculatingAnew, inMessage);
    }

    private static void assertFails(Executable law, String inMessage) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(law::execute).withMessageContaining(inMessage);
    }

    private static LiveCalculationLaws lawsOf(UnaryOperator<LiveCalculation> live) {
        return new LiveLawsOf(CalculatorOf.live(live));
    }
}
