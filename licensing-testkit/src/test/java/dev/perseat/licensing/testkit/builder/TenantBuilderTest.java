package dev.perseat.licensing.testkit.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantBuilderTest {
    private static final ServicePlanId EXCHANGE = ServicePlanId.of("EXCHANGE");
    private static final ServicePlanId TEAMS = ServicePlanId.of("TEAMS");
    private static final SkuId E3 = SkuId.of("E3");

    @Test
    void snapshot_wholeSentence_saysAllOfIt() {
        TenantSnapshot contoso = TenantBuilder.tenant("contoso")
                .in("DE")
                .policy(LicensingPolicy.NestedGroups.TRANSITIVE)
                .policy(LicensingPolicy.GroupFailure.PER_PRODUCT)
                .policy(LicensingPolicy.MissingDependency.REJECT)
                .plan("TEAMS")
                .requires("EXCHANGE", "EXCHANGE_KIOSK")
                .conflictsWith("SKYPE")
                .prohibitedIn("NO")
                .needsUniqueProxyAddresses()
                .plan("INTRANET")
                .forCompany()
                .sku("E3", "EXCHANGE", "TEAMS", "INTRANET")
                .seats(25)
                .user("alice")
                .in("NO")
                .with("E3")
                .without("TEAMS")
                .withAddress("alice@contoso.test")
                .named("Alice")
                .disabled()
                .group("sales")
                .with("E3")
                .without("EXCHANGE")
                .members("alice", "bob")
                .memberGroups("interns")
                .snapshot();

        assertThat(contoso.tenant().usageLocation()).isEqualTo(UsageLocation.of("DE"));
        assertThat(contoso.policy())
                .isEqualTo(new LicensingPolicy(
                        LicensingPolicy.NestedGroups.TRANSITIVE,
                        LicensingPolicy.GroupFailure.PER_PRODUCT,
                        LicensingPolicy.MissingDependency.REJECT));
        assertThat(contoso.servicePlan(TEAMS))
                .isEqualTo(ServicePlan.builder(TEAMS)
                        .requires(PlanRequirement.anyOf(EXCHANGE, ServicePlanId.of("EXCHANGE_KIOSK")))
                        .conflictsWith(List.of(ServicePlanId.of("SKYPE")))
                        .prohibitedIn(UsageLocation.of("NO"))
                        .requiresUniqueProxyAddresses(true)
                        .build());
        assertThat(contoso.servicePlan(ServicePlanId.of("INTRANET")).appliesTo())
                .isEqualTo(AppliesTo.COMPANY);
        assertThat(contoso.subscription(E3)).contains(Subscription.of(E3, 25));
        User alice = contoso.user(UserId.of("alice"));
        assertThat(alice.usageLocation()).isEqualTo(UsageLocation.of("NO"));
        assertThat(alice.directLicenses()).containsExactly(License.of(E3, TEAMS));
        assertThat(alice.proxyAddresses()).containsExactly("alice@contoso.test");
        assertThat(alice.displayName()).isEqualTo("Alice");
        assertThat(alice.accountEnabled()).isFalse();
        assertThat(contoso.group(GroupId.of("sales")).licenses()).containsExactly(License.of(E3, EXCHANGE));
        assertThat(contoso.memberUsers(GroupId.of("sales"))).containsExactly(UserId.of("alice"), UserId.of("bob"));
        assertThat(contoso.memberGroups(GroupId.of("sales"))).containsExactly(GroupId.of("interns"));
    }

    @Test
    void seats_notMentioned_noSubscription() {
        assertThat(TenantBuilder.tenant("contoso").sku("E3").snapshot().subscription(E3))
                .isEmpty();
    }

    @Test
    void units_andStatus_inEitherOrder_bothCount() {
        Subscription expected = new Subscription(E3, new PrepaidUnits(1, 2, 3, 4), CapabilityStatus.SUSPENDED);

        assertThat(TenantBuilder.tenant("a")
                        .sku("E3")
                        .units(new PrepaidUnits(1, 2, 3, 4))
                        .status(CapabilityStatus.SUSPENDED)
                        .snapshot()
                        .subscription(E3))
                .contains(expected);
        assertThat(TenantBuilder.tenant("a")
                        .sku("E3")
                        .status(CapabilityStatus.SUSPENDED)
                        .units(new PrepaidUnits(1, 2, 3, 4))
                        .snapshot()
                        .subscription(E3))
                .contains(expected);
    }

    @Test
    void sku_spokenOfAgain_goesOnWithIt() {
        TenantSnapshot tenant = TenantBuilder.tenant("contoso")
                .sku("E3", "EXCHANGE")
                .forCompany()
                .sku("E3", "TEAMS")
                .seats("E3", 3)
                .snapshot();

        assertThat(tenant.sku(E3).servicePlans()).containsExactly(EXCHANGE, TEAMS);
        assertThat(tenant.sku(E3).appliesTo()).isEqualTo(AppliesTo.COMPANY);
    }

    @Test
    void snapshot_takenTwice_secondHasWhatWasSaidBetween() {
        UserClause alice =
                TenantBuilder.tenant("contoso").sku("E3").user("alice").with("E3");
        TenantSnapshot first = alice.snapshot();
        TenantSnapshot second = alice.group("sales").members("alice").snapshot();

        assertThat(first.groups()).isEmpty();
        assertThat(second.groups()).hasSize(1);
        assertThat(second.user(UserId.of("alice")).directLicenses()).containsExactly(License.of(E3));
    }

    @Test
    void group_kinds_eligibleOrNot() {
        TenantSnapshot tenant = TenantBuilder.tenant("contoso")
                .group("list")
                .kind(GroupKind.DISTRIBUTION)
                .group("team")
                .kind(GroupKind.MICROSOFT_365)
                .group("chat")
                .kind(GroupKind.MICROSOFT_365)
                .notSecurityEnabled()
                .named("Chat")
                .users("alice", "bob")
                .snapshot();

        assertThat(tenant.group(GroupId.of("list")).isEligible()).isFalse();
        assertThat(tenant.group(GroupId.of("team")).isEligible()).isTrue();
        assertThat(tenant.group(GroupId.of("chat")).isEligible()).isFalse();
        assertThat(tenant.group(GroupId.of("chat")).displayName()).isEqualTo("Chat");
        assertThat(tenant.users()).hasSize(2);
    }

    @Test
    void without_beforeAnyLicence_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TenantBuilder.tenant("contoso").group("sales").without("TEAMS"))
                .withMessageContaining("Maybe 'with' comes after 'without'?");
    }

    @Test
    void snapshot_licenceOfUnknownSku_refused() {
        assertThatExceptionOfType(InvalidTenantException.class)
                .isThrownBy(() ->
                        TenantBuilder.tenant("contoso").user("alice").with("E3").snapshot())
                .withMessageContaining("E3");
    }
}
