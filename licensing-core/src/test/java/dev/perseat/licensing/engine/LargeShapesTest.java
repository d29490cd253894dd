package dev.perseat.licensing.engine;

import static dev.perseat.licensing.testkit.assertion.PerseatAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
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
import org.junit.jupiter.api.Test;

/** Directories that are legal and far from usual. */
class LargeShapesTest {
    private static final SkuId SUITE = SkuId.of("SUITE");
    private static final SkuId ADD_ON = SkuId.of("ADD_ON");
    private static final List<License> SUITE_LICENSE = List.of(License.of(SUITE));

    private final AssignmentCalculator calculator = DenseAssignmentCalculator.create();

    private static TenantSnapshot.Builder tenant(int seats) {
        Tenant contoso = new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("US"));
        return TenantSnapshot.builder(contoso)
                .policy(LicensingPolicy.entra().with(NestedGroups.TRANSITIVE))
                .servicePlan(ServicePlan.builder(ServicePlanId.of("MAIL")).build())
                .sku(Sku.of(SUITE, "SUITE", List.of(ServicePlanId.of("MAIL"))))
                .subscription(Subscription.of(SUITE, seats));
    }

    private static GroupId group(int number) {
        return GroupId.of("g%06d".formatted(number));
    }

    private static UserId user(int number) {
        return UserId.of("u%06d".formatted(number));
    }

    private AssignmentResult calculate(TenantSnapshot.Builder tenant) {
        return calculator.calculate(tenant.build(), Holdings.empty());
    }

    @Test
    void chainOf100_000NestedGroups_licenceAtTheTopReachesTheUserAtTheBottom() {
        TenantSnapshot.Builder tenant = tenant(1).user(User.builder(user(0)).build());
        tenant.group(Group.of(group(0)).withLicenses(SUITE_LICENSE));
        for (int i = 1; i < 100_000; i++) {
            tenant.group(Group.of(group(i))).member(group(i - 1), group(i));
        }
        AssignmentResult result = calculate(tenant.member(group(99_999), user(0)));
        assertThat(result).user(user(0).value()).holds("SUITE");
    }

    @Test
    void cycleOf50_000Groups_licenceAnywhereReachesUsersEverywhere() {
        TenantSnapshot.Builder tenant = tenant(2);
        int count = 50_000;
        for (int i = 0; i < count; i++) {
            tenant.group(Group.of(group(i)).withLicenses(i == 777 ? SUITE_LICENSE : List.of()))
                    .member(group(i), group((i + 1) % count));
        }
        tenant.user(User.builder(user(0)).build()).member(group(0), user(0));
        tenant.user(User.builder(user(1)).build()).member(group(count - 1), user(1));
        AssignmentResult result = calculate(tenant);
        assertThat(result).user(user(0).value()).holds("SUITE");
        assertThat(result).user(user(1).value()).holds("SUITE");
    }

    @Test
    void completeDagOf1_000Groups_everyLicensedGroupCountsItsMembersOnce() {
        TenantSnapshot.Builder tenant = tenant(1).user(User.builder(user(0)).build());
        int count = 1_000;
        for (int i = 0; i < count; i++) {
            tenant.group(Group.of(group(i)).withLicenses(SUITE_LICENSE));
            for (int k = i + 1; k < count; k++) {
                tenant.member(group(i), group(k));
            }
        }
        AssignmentResult result = calculate(tenant.member(group(count - 1), user(0)));
        assertThat(result.states(user(0))).hasSize(count);
        assertThat(result.groups())
                .hasSize(count)
                .allSatisfy(summary -> assertThat(summary.licensed()).isEqualTo(1));
        assertThat(result).sku("SUITE").hasConsumed(1);
    }

    @Test
    void userIn10_000LicensedGroups_hasAStateFromEach_andOneSeat() {
        TenantSnapshot.Builder tenant = tenant(1).user(User.builder(user(0)).build());
        for (int i = 0; i < 10_000; i++) {
            tenant.group(Group.of(group(i)).withLicenses(SUITE_LICENSE)).member(group(i), user(0));
        }
        AssignmentResult result = calculate(tenant);
        assertThat(result.states(user(0))).hasSize(10_000);
        assertThat(result).sku("SUITE").hasConsumed(1).hasAvailable(0);
    }

    @Test
    void userIn10_000Groups_withAnAddOnButNoSeatOfItsBase_isNotSettledAfreshForEach() {
        TenantSnapshot.Builder tenant = tenant(0)
                .policy(LicensingPolicy.entra().with(GroupFailure.PER_PRODUCT))
                .servicePlan(ServicePlan.builder(ServicePlanId.of("VOICE"))
                        .requires(PlanRequirement.anyOf(ServicePlanId.of("MAIL")))
                        .build())
                .sku(Sku.of(ADD_ON, "ADD_ON", List.of(ServicePlanId.of("VOICE"))))
                .subscription(Subscription.of(ADD_ON, 1))
                .user(User.builder(user(0)).build());
        for (int i = 0; i < 10_000; i++) {
            tenant.group(Group.of(group(i)).withLicenses(List.of(License.of(SUITE), License.of(ADD_ON))))
                    .member(group(i), user(0));
        }
        AssignmentResult result = calculate(tenant);
        assertThat(result).group(group(9_999).value()).hasErrors(Kind.COUNT, 1).hasErrors(Kind.DEPENDENCY, 1);
        assertThat(result).user(user(0).value()).doesNotHold("ADD_ON");
    }

    @Test
    void seatsForHalfOf20_000Users_goToTheFirstById_andAFreedOneToTheNext() {
        TenantSnapshot.Builder tenant = tenant(10_000).group(Group.of(group(0)).withLicenses(SUITE_LICENSE));
        for (int i = 0; i < 20_000; i++) {
            tenant.user(User.builder(user(i)).build()).member(group(0), user(i));
        }
        TenantSnapshot snapshot = tenant.build();
        AssignmentResult result = calculator.calculate(snapshot, Holdings.empty());
        assertThat(result).sku("SUITE").hasConsumed(10_000).hasWaiting(10_000);
        assertThat(result.usersOf(SUITE).reduce((first, last) -> last)).contains(user(9_999));

        AssignmentResult next = calculator.calculate(withoutMember(snapshot, user(5)), result.holdings());
        assertThat(next.changes()).extracting(change -> change.userId()).containsExactly(user(5), user(10_000));
    }

    private static TenantSnapshot withoutMember(TenantSnapshot snapshot, UserId leaver) {
        TenantSnapshot.Builder builder =
                TenantSnapshot.builder(snapshot.tenant()).policy(snapshot.policy());
        snapshot.servicePlans().forEach(builder::servicePlan);
        snapshot.skus().forEach(builder::sku);
        builder.subscription(snapshot.subscription(SUITE).orElseThrow());
        snapshot.users().forEach(builder::user);
        snapshot.groups().forEach(builder::group);
        snapshot.memberUsers(group(0)).stream()
                .filter(user -> !user.equals(leaver))
                .forEach(user -> builder.member(group(0), user));
        return builder.build();
    }
}
