package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
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
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DenseLiveTest {
    private static final SkuId SUITE = SkuId.of("SUITE");
    private static final ServicePlanId MAIL = ServicePlanId.of("MAIL");
    private static final GroupId STAFF = GroupId.of("staff");
    private static final int USERS = 1_000;
    private static final int SEATS = 10;

    private static final TenantSnapshot SNAPSHOT = snapshot();

    private final LiveCalculation live =
            DenseAssignmentCalculator.create().compile(SNAPSHOT).live(Holdings.empty());

    private static UserId user(int number) {
        return UserId.of("u%04d".formatted(number));
    }

    private static TenantSnapshot snapshot() {
        TenantSnapshot.Builder tenant = TenantSnapshot.builder(
                        new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("US")))
                .servicePlan(ServicePlan.builder(MAIL).build())
                .sku(Sku.of(SUITE, "SUITE", List.of(MAIL)))
                .subscription(Subscription.of(SUITE, SEATS))
                .group(Group.of(STAFF).withLicenses(List.of(License.of(SUITE))));
        for (int number = 0; number < USERS; number++) {
            tenant.user(User.builder(user(number)).build()).member(STAFF, user(number));
        }
        return tenant.build();
    }

    private static List<UserId> users(ChangeEffect effect) {
        return effect.changes().stream().map(UserChange::userId).toList();
    }

    @Test
    void apply_aSeatBought_theFirstWhoWaitsGetsIt() {
        ChangeEffect effect = live.apply(new TenantChange.SubscriptionSet(Subscription.of(SUITE, SEATS + 1)));
        assertThat(users(effect)).containsExactly(user(SEATS));
        assertThat(live.consumed(SUITE)).isEqualTo(SEATS + 1);
    }

    @Test
    void apply_aSeatFreed_whoCameLateWithAnEarlierIdGetsItFirst() {
        UserId late = UserId.of("u0000a");
        assertThat(users(live.apply(List.of(
                        new TenantChange.MembershipAdded(Membership.of(STAFF, late)),
                        new TenantChange.UserSet(User.builder(late).build())))))
                .isEmpty();
        ChangeEffect effect = live.apply(new TenantChange.UserRemoved(user(5)));
        assertThat(users(effect)).containsExactly(late, user(5));
        assertThat(live.hasPlan(late, MAIL)).isTrue();
    }

    @Test
    void preview_leavesEverything_alsoWhereTheTenantIsCompiledAnew() {
        AssignmentResult before = live.result();
        ServicePlanId call = ServicePlanId.of("CALL");
        assertThat(users(live.preview(new TenantChange.UserRemoved(user(0))))).containsExactly(user(0), user(SEATS));
        assertThat(users(live.preview(List.of(
                        new TenantChange.ServicePlanSet(
                                ServicePlan.builder(call).build()),
                        new TenantChange.SkuSet(Sku.of(SUITE, "SUITE", List.of(MAIL, call)))))))
                .hasSize(SEATS);
        assertThat(live.result()).isSameAs(before);
        assertThat(live.hasPlan(user(0), MAIL)).isTrue();
    }

    @Test
    void apply_nothing_bringsAboutNothing() {
        assertThat(live.apply(List.of()).isNothing()).isTrue();
        assertThat(live.consumed(SUITE)).isEqualTo(SEATS);
        assertThat(live.result().changes()).isEmpty();
    }

    @Test
    void result_afterAChange_isAnother_andTheOneBeforeStays() {
        AssignmentResult before = live.result();
        assertThat(before.changes()).hasSize(SEATS);
        live.apply(new TenantChange.MembershipRemoved(Membership.of(STAFF, user(0))));
        assertThat(live.result()).isNotSameAs(before).isSameAs(live.result());
        assertThat(live.result().changes()).isEmpty();
        assertThat(before.hasPlan(user(0), MAIL)).isTrue();
        assertThat(live.result().hasPlan(user(0), MAIL)).isFalse();
    }

    @Test
    void apply_invalid_namesEveryProblemAndLeavesEverything() {
        List<TenantChange> wrong = List.of(
                new TenantChange.UserRemoved(user(0)),
                new TenantChange.SubscriptionSet(Subscription.of(SkuId.of("NONE"), 1)),
                new TenantChange.MembershipAdded(Membership.of(STAFF, UserId.of("nobody"))));
        assertThatExceptionOfType(InvalidTenantException.class)
                .isThrownBy(() -> live.apply(wrong))
                .satisfies(thrown -> assertThat(thrown.problems()).hasSize(2));
        assertThat(live.hasPlan(user(0), MAIL)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> live.states(UserId.of("nobody")));
    }

    @Test
    void apply_anotherTenant_refused() {
        Tenant other = new Tenant(TenantId.of("fabrikam"), "Fabrikam", UsageLocation.of("US"));
        assertThatIllegalArgumentException().isThrownBy(() -> live.apply(new TenantChange.TenantSet(other)));
    }

    @Test
    void askingForWhatIsNotThere_namesIt() {
        UserId nobody = UserId.of("nobody");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.holdings(nobody))
                .withMessage("there is no user 'nobody' in this tenant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.hasPlan(user(0), ServicePlanId.of("no plan")))
                .withMessage("there is no service plan 'no plan' in this tenant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.consumed(SkuId.of("no SKU")))
                .withMessage("there is no SKU 'no SKU' in this tenant");
    }

    @Test
    void manyChanges_theTenantIsCompiledAnew_andTheAnswersStay() {
        DenseTenant compiled = new DenseTenant(SNAPSHOT, new Parallel(Runnable::run, 1));
        LiveCalculation impatient = new DenseLive(compiled, Holdings.empty(), -USERS);
        List<UserId> moved = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            moved.addAll(users(impatient.apply(new TenantChange.UserRemoved(user(number)))));
            moved.addAll(users(live.apply(new TenantChange.UserRemoved(user(number)))));
            assertThat(impatient.consumed(SUITE)).isEqualTo(live.consumed(SUITE));
        }
        assertThat(moved).hasSize(2 * 2 * 20);
        assertThat(impatient.result().holdings()).isEqualTo(live.result().holdings());
    }

    private static TenantChange licenses(String group, String... skus) {
        List<License> licenses = Stream.of(skus).map(SkuId::of).map(License::of).toList();
        return new TenantChange.GroupSet(Group.of(GroupId.of(group)).withLicenses(licenses));
    }

    /** Two users who are given the same, one of them as a member of a group without licences too. */
    private static LiveCalculation twoAlike() {
        return DenseAssignmentCalculator.create()
                .compile(TenantBuilder.tenant("contoso")
                        .plan("MAIL")
                        .sku("SUITE", "MAIL")
                        .seats(9)
                        .sku("VOICE", "MAIL")
                        .seats(9)
                        .user("ada")
                        .user("bob")
                        .group("staff")
                        .with("SUITE")
                        .members("ada", "bob")
                        .group("team")
                        .members("bob")
                        .snapshot())
                .live(Holdings.empty());
    }

    @Test
    void apply_usersWhoAreGivenTheSame_licencesOfTheirGroupChange_bothAreGivenTheSameAgain() {
        LiveCalculation alike = twoAlike();
        ChangeEffect effect = alike.apply(licenses("staff", "SUITE", "VOICE"));
        assertThat(users(effect)).containsExactly(UserId.of("ada"), UserId.of("bob"));
        assertThat(effect.changes().get(0).changes())
                .isEqualTo(effect.changes().get(1).changes());
        assertThat(alike.consumed(SkuId.of("VOICE"))).isEqualTo(2);
    }

    @Test
    void apply_usersWhoAreGivenTheSame_aGroupOfOneGetsItsFirstLicences_onlyTheOneIsGivenThem() {
        LiveCalculation alike = twoAlike();
        ChangeEffect effect = alike.apply(List.of(licenses("staff", "SUITE", "VOICE"), licenses("team", "SUITE")));
        assertThat(effect.changes().get(0).changes()).hasSize(1);
        assertThat(effect.changes().get(1).changes()).hasSize(2);
    }

    @Test
    void apply_usersWhoAreGivenTheSame_oneLeavesAsTheLicencesChange_theOtherIsGivenThem() {
        LiveCalculation alike = twoAlike();
        alike.apply(List.of(
                licenses("staff", "VOICE"),
                new TenantChange.MembershipRemoved(Membership.of(STAFF, UserId.of("ada")))));
        assertThat(alike.holdings(UserId.of("ada"))).isEmpty();
        assertThat(alike.consumed(SkuId.of("VOICE"))).isEqualTo(1);
        assertThat(alike.consumed(SUITE)).isZero();
    }
}
