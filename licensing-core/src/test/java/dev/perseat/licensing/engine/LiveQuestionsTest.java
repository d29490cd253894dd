package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Staff have a suite, of which ten seats are bought; the people of sales are staff, too. */
class LiveQuestionsTest {
    private static final Tenant CONTOSO = new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("US"));
    private static final SkuId SUITE = SkuId.of("SUITE");
    private static final ServicePlanId MAIL = ServicePlanId.of("MAIL");
    private static final GroupId STAFF = GroupId.of("staff");
    private static final GroupId SALES = GroupId.of("sales");
    private static final int SEATS = 10;

    private static UserId user(int number) {
        return UserId.of("u%06d".formatted(number));
    }

    private static LiveCalculation live(int users) {
        TenantSnapshot.Builder tenant = TenantSnapshot.builder(CONTOSO)
                .policy(LicensingPolicy.entra().with(NestedGroups.TRANSITIVE))
                .servicePlan(ServicePlan.builder(MAIL).build())
                .sku(Sku.of(SUITE, "SUITE", List.of(MAIL)))
                .subscription(Subscription.of(SUITE, SEATS))
                .group(Group.of(STAFF).withLicenses(List.of(License.of(SUITE))))
                .group(Group.of(SALES))
                .member(STAFF, SALES);
        for (int number = 0; number < users; number++) {
            tenant.user(User.builder(user(number)).build()).member(number % 2 == 0 ? STAFF : SALES, user(number));
        }
        return DenseAssignmentCalculator.create().compile(tenant.build()).live(Holdings.empty());
    }

    private static TenantChange bought(int seats) {
        return new TenantChange.SubscriptionSet(Subscription.of(SUITE, seats));
    }

    private static List<TenantChange> comes(UserId user) {
        return List.of(
                new TenantChange.UserSet(User.builder(user).build()),
                new TenantChange.MembershipAdded(Membership.of(STAFF, user)));
    }

    @Test
    void largeTenant_membersGroupsUsageAndUsers_countEverybodyOnce() {
        int users = 100_000;
        LiveCalculation live = live(users);
        UserId late = UserId.of("u000003a");
        live.apply(comes(late));
        live.apply(bought(SEATS + 1));

        List<GroupMember> members = live.members(STAFF);
        assertThat(members).hasSize(users + 1);
        assertThat(members.subList(0, 6))
                .extracting(GroupMember::userId)
                .containsExactly(user(0), user(1), user(2), user(3), late, user(4));
        assertThat(members.get(SEATS - 1).errors()).isEmpty();
        assertThat(members.get(users).errors())
                .containsExactly(Kind.COUNT)
                .isSameAs(members.get(users - 1).errors());

        GroupSummary summary = live.groups().get(0);
        assertThat(summary.members()).isEqualTo(users + 1);
        assertThat(summary.licensed()).isEqualTo(SEATS + 1);
        assertThat(summary.errors()).containsOnlyKeys(Kind.COUNT).containsValue(users - (long) SEATS);
        assertThat(live.usage()).containsExactly(new SkuUsage(SUITE, SEATS + 1, SEATS + 1, 0, 0, users - (long) SEATS));
        assertThat(live.groups()).isEqualTo(live.result().groups());
        assertThat(live.usage()).isEqualTo(live.result().usage());
    }

    @Test
    void members_ofAGroupBelow_haveNoErrorFromTheOneAbove() {
        LiveCalculation live = live(30);

        assertThat(live.members(SALES))
                .hasSize(15)
                .allSatisfy(member -> assertThat(member.errors()).isEmpty());
        assertThat(live.members(STAFF))
                .filteredOn(member -> !member.errors().isEmpty())
                .hasSize(30 - SEATS);
    }

    @Test
    void members_afterAGroupLeftTheOneAbove_areNotItsMembersAnyMore() {
        LiveCalculation live = live(30);
        live.apply(new TenantChange.MembershipRemoved(Membership.of(STAFF, SALES)));

        assertThat(live.members(STAFF)).hasSize(15);
        assertThat(live.members(SALES)).hasSize(15);
    }

    @Test
    void memberships_takeInUsersAndGroupsThatCameLate_whereTheirIdsAre() {
        LiveCalculation live = live(3);
        UserId late = UserId.of("u000001a");
        GroupId all = GroupId.of("all");
        live.apply(comes(late));
        live.apply(List.of(
                new TenantChange.GroupSet(Group.of(all)), new TenantChange.MembershipAdded(Membership.of(all, STAFF))));

        assertThat(live.memberIds(all)).containsExactly(user(0), user(1), late, user(2));
        assertThat(live.memberCount(all)).isEqualTo(4);
        assertThat(live.memberCount(SALES)).isEqualTo(1);
        assertThat(live.groupsOf(user(1))).containsExactly(all, SALES, STAFF);
        assertThat(live.groupsOf(late)).containsExactly(all, STAFF);
        assertThat(live.isMember(late, all)).isTrue();
        assertThat(live.isMember(late, SALES)).isFalse();
    }

    @Test
    void memberships_givenOutEarlier_stayAsTheyWere() {
        LiveCalculation live = live(3);
        List<UserId> members = live.memberIds(STAFF);
        List<GroupId> groups = live.groupsOf(user(1));
        live.apply(new TenantChange.MembershipRemoved(Membership.of(STAFF, SALES)));

        assertThat(members).containsExactly(user(0), user(1), user(2));
        assertThat(groups).containsExactly(SALES, STAFF);
        assertThat(live.memberIds(STAFF)).containsExactly(user(0), user(2));
        assertThat(live.isMember(user(1), STAFF)).isFalse();
    }

    @Test
    void memberships_inThePreviewOfAnotherPolicy_areThoseOfThatPolicy() {
        LiveCalculation live = live(3);
        List<TenantChange> direct = List.of(new TenantChange.PolicySet(LicensingPolicy.entra()));

        assertThat(live.<Integer>preview(direct, (effect, after) -> after.memberCount(STAFF)))
                .isEqualTo(2);
        assertThat(live.memberCount(STAFF)).isEqualTo(3);
    }

    @Test
    void usersOf_pages_takeInThoseWhoCameLate_whereTheirIdIs() {
        LiveCalculation live = live(30);
        UserId first = UserId.of("a");
        UserId middle = UserId.of("u000002a");
        live.apply(bought(SEATS + 3));
        live.apply(comes(middle));
        live.apply(comes(first));
        live.apply(new TenantChange.UserRemoved(user(1)));
        live.apply(bought(100));

        assertThat(live.usersOf(SUITE, null, 3)).containsExactly(first, user(0), user(2));
        assertThat(live.usersOf(SUITE, user(2), 2)).containsExactly(middle, user(3));
        assertThat(live.usersOf(SUITE, user(1), 1)).as("after who is gone").containsExactly(user(2));
        assertThat(live.usersOf(SUITE, UserId.of("b"), 1)).as("after nobody").containsExactly(user(0));
        assertThat(live.usersOf(SUITE, user(29), 5)).isEmpty();
        assertThat(live.usersOf(SUITE, null, 0)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.usersOf(SUITE, null, -1))
                .withMessage("limit -1 is negative");
    }

    @Test
    void user_isAsTheLatestChangeLeftIt() {
        LiveCalculation live = live(3);
        User licensed = User.builder(user(1)).directLicense(License.of(SUITE)).build();
        live.apply(new TenantChange.UserSet(licensed));
        live.apply(new TenantChange.UserRemoved(user(2)));

        assertThat(live.user(user(0))).contains(User.builder(user(0)).build());
        assertThat(live.user(user(1))).contains(licensed);
        assertThat(live.user(user(2))).isEmpty();
        assertThat(live.user(UserId.of("nobody"))).isEmpty();
    }

    @Test
    void askingForAGroupThatIsNotThere_namesIt() {
        LiveCalculation live = live(3);
        live.apply(new TenantChange.GroupRemoved(SALES));

        for (GroupId gone : List.of(SALES, GroupId.of("none"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> live.members(gone))
                    .withMessage("there is no group '" + gone + "' in this tenant");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> live.isMember(user(0), gone))
                    .withMessage("there is no group '" + gone + "' in this tenant");
        }
    }

    @Test
    void question_seesTheSeatsAndWhoWaits_asTheyWouldBe() {
        LiveCalculation live = live(30);

        List<SkuUsage> then = live.preview(List.of(bought(20)), (effect, after) -> {
            assertThat(effect.changes()).hasSize(10);
            assertThat(after.hasPlan(user(19), MAIL)).isTrue();
            return after.usage();
        });

        assertThat(then).containsExactly(new SkuUsage(SUITE, 20, 20, 0, 0, 10));
        assertThat(live.usage()).containsExactly(new SkuUsage(SUITE, SEATS, SEATS, 0, 0, 20));
    }

    @Test
    void question_whereTheTenantIsCompiledAnew_seesTheChangedTenant() {
        LiveCalculation live = live(30);
        List<TenantChange> direct = List.of(new TenantChange.PolicySet(LicensingPolicy.entra()));

        Set<Integer> sizes = live.preview(direct, (effect, after) -> {
            assertThat(after.holdings(user(1))).isEmpty();
            assertThat(after.consumed(SUITE)).isEqualTo(SEATS);
            return Set.of(after.members(STAFF).size());
        });

        assertThat(sizes).containsExactly(15);
        assertThat(live.members(STAFF)).hasSize(30);
    }

    @Test
    void question_mayBeAnsweredWithNull() {
        Object answer = live(3).preview(List.of(), (effect, after) -> null);

        assertThat(answer).isNull();
    }

    @Test
    void question_thatKeepsWhatItIsGiven_cannotLookLater() {
        LiveCalculation live = live(3);

        LiveCalculation kept = live.preview(List.of(), (effect, after) -> after);

        assertThatIllegalStateException().isThrownBy(kept::usage).withMessageContaining("is answered");
        assertThatNoException().isThrownBy(live::usage);
    }

    @Test
    void question_thatAsksWhoeverIsInBetween_refused() {
        LiveCalculation live = live(3);

        live.preview(List.of(), (effect, after) -> {
            assertThatIllegalStateException()
                    .isThrownBy(live::usage)
                    .withMessageContaining("Maybe ask what it is given");
            return after;
        });
    }

    @Test
    void check_namesEveryProblem_andLeavesNoTrace() {
        LiveCalculation live = live(30);
        List<TenantChange> wrong = List.of(
                new TenantChange.SkuRemoved(SUITE),
                new TenantChange.MembershipAdded(Membership.of(STAFF, UserId.of("nobody"))),
                new TenantChange.UserSet(User.builder(user(0))
                        .directLicense(License.of(SkuId.of("NONE")))
                        .build()));

        assertThatExceptionOfType(InvalidTenantException.class)
                .isThrownBy(() -> live.check(wrong))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(problem -> problem.message())
                        .containsExactlyInAnyOrder(
                                "there is a subscription of unknown SKU 'SUITE'",
                                "group 'staff' has a licence of unknown SKU 'SUITE'",
                                "user 'nobody', a member of group 'staff', is not in the directory",
                                "user 'u000000' has a licence of unknown SKU 'NONE'"));
        assertThat(live.user(UserId.of("nobody"))).isEmpty();
        assertThat(live.consumed(SUITE)).isEqualTo(SEATS);
    }

    @Test
    void check_subscriptionsThatCameAndWent_countAsTheyAreNow() {
        LiveCalculation live = live(0);
        List<TenantChange> away =
                List.of(new TenantChange.SkuRemoved(SUITE), new TenantChange.GroupSet(Group.of(STAFF)));
        assertThatExceptionOfType(InvalidTenantException.class).isThrownBy(() -> live.check(away));

        live.apply(new TenantChange.SubscriptionRemoved(SUITE));
        assertThatNoException().isThrownBy(() -> live.check(away));

        live.apply(bought(0));
        assertThatExceptionOfType(InvalidTenantException.class).isThrownBy(() -> live.check(away));
    }

    @Test
    void check_licensesOfWhoHasASkuThatGoes_areFound() {
        LiveCalculation live = live(3);
        live.apply(new TenantChange.UserSet(
                User.builder(user(2)).directLicense(License.of(SUITE)).build()));
        List<TenantChange> wrong = List.of(
                new TenantChange.SkuRemoved(SUITE),
                new TenantChange.SubscriptionRemoved(SUITE),
                new TenantChange.GroupRemoved(STAFF));

        assertThatExceptionOfType(InvalidTenantException.class)
                .isThrownBy(() -> live.check(wrong))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(problem -> problem.message())
                        .containsExactly("user 'u000002' has a licence of unknown SKU 'SUITE'"));
    }

    @Test
    void subscriptionOfAnUnknownSku_takenBackInTheSameList_isNoProblem() {
        LiveCalculation live = live(3);
        SkuId none = SkuId.of("NONE");
        List<TenantChange> changes = List.of(
                new TenantChange.SubscriptionSet(Subscription.of(none, 1)), new TenantChange.SubscriptionRemoved(none));

        assertThatNoException().isThrownBy(() -> live.check(changes));
        assertThat(live.apply(changes).isNothing()).isTrue();
    }
}
