package dev.perseat.licensing.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.SeatChange;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
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
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alice has the only seat of a suite, and Bob waits for one. */
class RecalculationTest {
    private static final UsageLocation NORWAY = UsageLocation.of("NO");
    private static final ServicePlanId MAIL = ServicePlanId.of("MAIL");
    private static final SkuId SUITE = SkuId.of("SUITE");
    private static final UserId ALICE = UserId.of("alice");
    private static final UserId BOB = UserId.of("bob");

    private final LiveCalculation live =
            new ReferenceCalculator().compile(tenant()).live(Holdings.empty());

    private static TenantSnapshot tenant() {
        return TenantSnapshot.builder(new Tenant(TenantId.of("contoso"), "Contoso", NORWAY))
                .servicePlan(ServicePlan.builder(MAIL).build())
                .sku(Sku.of(SUITE, "SUITE", List.of(MAIL)))
                .subscription(Subscription.of(SUITE, 1))
                .user(user(ALICE, License.of(SUITE)))
                .user(user(BOB, License.of(SUITE)))
                .build();
    }

    private static User user(UserId id, License... licenses) {
        User.Builder user = User.builder(id).usageLocation(NORWAY);
        List.of(licenses).forEach(user::directLicense);
        return user.build();
    }

    @Test
    void result_atFirst_hasTheChangesFromTheGivenHoldings() {
        assertThat(live.result().changes()).containsExactly(change(ALICE, false, true));
        assertThat(live.consumed(SUITE)).isEqualTo(1);
    }

    @Test
    void apply_seatFreed_givenToWhoWaits() {
        ChangeEffect effect = live.apply(new TenantChange.UserRemoved(ALICE));

        assertThat(effect.changes()).containsExactly(change(ALICE, true, false), change(BOB, false, true));
        assertThat(effect.seats()).as("as many are taken as before").isEmpty();
        assertThat(live.hasPlan(BOB, MAIL)).isTrue();
        assertThat(live.result().changes()).as("changes that were told already").isEmpty();
    }

    @Test
    void apply_seatBought_seatsTold() {
        ChangeEffect effect = live.apply(new TenantChange.SubscriptionSet(Subscription.of(SUITE, 3)));

        assertThat(effect.changes()).containsExactly(change(BOB, false, true));
        assertThat(effect.seats()).containsExactly(new SeatChange(SUITE, 1, 1, 3, 2));
    }

    @Test
    void apply_skuGone_noSeatsAfterwards() {
        ChangeEffect effect = live.apply(List.of(
                new TenantChange.SkuRemoved(SUITE),
                new TenantChange.SubscriptionRemoved(SUITE),
                new TenantChange.UserSet(user(ALICE)),
                new TenantChange.UserSet(user(BOB))));

        assertThat(effect.changes()).containsExactly(change(ALICE, true, false));
        assertThat(effect.seats()).containsExactly(new SeatChange(SUITE, 1, 1, 0, 0));
    }

    @Test
    void preview_tellsTheSame_andKeepsNothing() {
        AssignmentResult before = live.result();
        TenantChange change = new TenantChange.UserRemoved(ALICE);
        ChangeEffect told = live.preview(change);

        assertThat(live.result()).isSameAs(before);
        assertThat(live.apply(change)).isEqualTo(told);
    }

    private static UserChange change(UserId user, boolean heldBefore, boolean heldAfter) {
        return new UserChange(
                user, List.of(new HoldingChange(AssignmentSource.direct(), SUITE, mail(heldBefore), mail(heldAfter))));
    }

    private static @Nullable SortedSet<ServicePlanId> mail(boolean held) {
        return held ? new TreeSet<>(List.of(MAIL)) : null;
    }
}
