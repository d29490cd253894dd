package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Compiled tenants that are wrong about who is in which group fail: the laws can tell. */
class MembershipLawsTest {
    @Test
    void directMembersOnly_caught() {
        MembershipLaws laws = lawsOf(right -> new DelegatingCompiled(right) {
            @Override
            public List<UserId> memberIds(GroupId group) {
                return snapshot().memberUsers(group);
            }
        });

        assertFails(laws::memberships_generatedTenant_sameAsTheReference, "members of group");
        assertFails(laws::indexes_generatedTenant_sameAsByIds, "by index");
    }

    @Test
    void nestedMembersWhereThePolicyIsDirect_caught() {
        assertAnswerCaught("groups of user", right -> new DelegatingCompiled(right) {
            private final CompiledTenant transitive = lawful(snapshot().toBuilder()
                    .policy(snapshot().policy().with(NestedGroups.TRANSITIVE))
                    .build());

            @Override
            public List<GroupId> groupsOf(UserId user) {
                return transitive.groupsOf(user);
            }
        });
    }

    @Test
    void nestedOneLevelDeepOnly_caught() {
        assertAnswerCaught("groups that have user", right -> new DelegatingCompiled(right) {
            @Override
            public boolean isMember(UserId user, GroupId group) {
                return right.isMember(user, group)
                        && (snapshot().memberUsers(group).contains(user)
                                || snapshot().memberGroups(group).stream()
                                        .anyMatch(below ->
                                                snapshot().memberUsers(below).contains(user)));
            }
        });
    }

    @Test
    void groupsInACycleAlone_caught() {
        assertAnswerCaught("members of group", right -> new DelegatingCompiled(right) {
            @Override
            public List<UserId> memberIds(GroupId group) {
                boolean mutual = snapshot().memberGroups(group).stream()
                        .anyMatch(below -> snapshot().memberGroups(below).contains(group));
                return mutual ? snapshot().memberUsers(group) : right.memberIds(group);
            }
        });
    }

    @Test
    void whoIsReachedOnTwoWaysTwice_caught() {
        assertAnswerCaught("number of members of group", right -> new DelegatingCompiled(right) {
            @Override
            public int memberCount(GroupId group) {
                SortedSet<GroupId> others = new TreeSet<>(snapshot().memberGroups(group));
                others.remove(group);
                int below = others.stream().mapToInt(right::memberCount).sum();
                return right.memberCount(group) == snapshot().memberUsers(group).size()
                        ? right.memberCount(group)
                        : snapshot().memberUsers(group).size() + below;
            }
        });
    }

    @Test
    void membersInAnotherOrder_caught() {
        assertAnswerCaught("members of group", right -> new DelegatingCompiled(right) {
            @Override
            public List<UserId> memberIds(GroupId group) {
                List<UserId> reversed = new ArrayList<>(right.memberIds(group));
                Collections.reverse(reversed);
                return reversed;
            }
        });
    }

    @Test
    void groupsWithoutLicensesLeftOut_caught() {
        assertAnswerCaught("groups of user", right -> new DelegatingCompiled(right) {
            @Override
            public List<GroupId> groupsOf(UserId user) {
                return right.groupsOf(user).stream()
                        .filter(group -> !snapshot().group(group).licenses().isEmpty())
                        .toList();
            }
        });
    }

    @Test
    void indexesOfTheDirectGroupsOnly_caught() {
        MembershipLaws laws = lawsOf(right -> new DelegatingCompiled(right) {
            @Override
            public int[] groupIndexes(int user) {
                int[] groups = new int[snapshot().groupCount(user)];
                Arrays.setAll(groups, k -> snapshot().groupOf(user, k));
                return groups;
            }
        });

        assertFails(laws::indexes_generatedTenant_sameAsByIds, "groups of user");
    }

    @Test
    void whoIsReachedOnTwoWaysTwiceByIndex_caught() {
        MembershipLaws laws = lawsOf(right -> new DelegatingCompiled(right) {
            @Override
            public int memberCount(int group) {
                return right.memberCount(group)
                        + (snapshot().memberGroupCount(group) > 1 ? snapshot().memberUserCount(group) : 0);
            }
        });

        assertFails(laws::indexes_generatedTenant_sameAsByIds, "number of members of group");
    }

    @Test
    void membersWhomTheResultDoesNotCount_caught() {
        MembershipLaws laws = lawsOf(right -> new DelegatingCompiled(right) {
            @Override
            public int memberCount(GroupId group) {
                return snapshot().memberUsers(group).size();
            }
        });

        assertFails(laws::memberships_ofLicensedGroups_areThoseOfTheResult, "in its summary");
    }

    @Test
    void answersThatAreShared_caught() {
        MembershipLaws laws = lawsOf(right -> new DelegatingCompiled(right) {
            private final Map<Integer, int[]> known = new HashMap<>();

            @Override
            public int[] memberIndexes(int group) {
                return known.computeIfAbsent(group, right::memberIndexes);
            }

            @Override
            public List<UserId> memberIds(GroupId group) {
                int[] users = memberIndexes(snapshot().groupIndex(group));
                return Collections.unmodifiableList(new ArrayList<>(
                        Arrays.stream(users).mapToObj(snapshot()::userId).toList()));
            }
        });

        assertFails(laws::answers_writtenTo_nextAnswersAreTheSame, "members of group");
    }

    @Test
    void unknownGroupWithoutMembers_caught() {
        MembershipLaws laws = lawsOf(right -> new DelegatingCompiled(right) {
            @Override
            public List<UserId> memberIds(GroupId group) {
                return snapshot().groupIndex(group) < 0 ? List.of() : right.memberIds(group);
            }
        });

        assertFails(laws::memberships_ofWhatIsNotThere_refused, "members of an unknown group");
    }

    @Test
    void indexOfNobody_belongsNowhere_caught() {
        MembershipLaws laws = lawsOf(right -> new DelegatingCompiled(right) {
            @Override
            public boolean isMember(int user, int group) {
                return user >= 0 && user < snapshot().userCount() && right.isMember(user, group);
            }
        });

        assertFails(laws::memberships_ofWhatIsNotThere_refused, "membership of nobody");
    }

    private static void assertAnswerCaught(String inMessage, UnaryOperator<CompiledTenant> compiled) {
        assertFails(lawsOf(compiled)::memberships_generatedTenant_sameAsTheReference, inMessage);
        assertFails(lawsOf(compiled)::memberships_askedBySeveralThreads_sameAsTheReference, inMessage);
    }

    private static void assertFails(Executable law, String inMessage) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(law::execute).withMessageContaining(inMessage);
    }

    private static CompiledTenant lawful(TenantSnapshot snapshot) {
        return CalculatorOf.compiled(right -> right).compile(snapshot);
    }

    private static MembershipLaws lawsOf(UnaryOperator<CompiledTenant> compiled) {
        return new MembershipLawsOf(CalculatorOf.compiled(compiled));
    }
}
