package dev.perseat.licensing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTest {
    private static final ServicePlanId MAIL = ServicePlanId.of("MAIL");
    private static final ServicePlanId CHAT = ServicePlanId.of("CHAT");

    @Test
    void license_isNotChangedByItsSource() {
        List<ServicePlanId> plans = new ArrayList<>(List.of(MAIL));
        License license = License.of(SkuId.of("E3"), plans);
        plans.add(CHAT);
        assertThat(license.disabledPlans()).containsExactly(MAIL);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> license.disabledPlans().add(CHAT));
    }

    @Test
    void license_plansAreInOrderWhateverTheOrderGiven() {
        assertThat(License.of(SkuId.of("E3"), MAIL, CHAT)).isEqualTo(License.of(SkuId.of("E3"), CHAT, MAIL, CHAT));
    }

    @Test
    void prepaidUnits_negative_rejectedWithAllOfThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrepaidUnits(1, -2, 3, -4))
                .withMessage("negative units: enabled 1, warning -2, suspended 3, locked out -4");
    }

    @Test
    void seats_areEnabledAndWarningUnits_withoutOverflow() {
        assertThat(new PrepaidUnits(Integer.MAX_VALUE, Integer.MAX_VALUE, 5, 7).seats())
                .isEqualTo(4_294_967_294L);
    }

    @ParameterizedTest
    @CsvSource({"ENABLED,true", "WARNING,true", "SUSPENDED,false", "DELETED,false", "LOCKED_OUT,false"})
    void isUsable_onlyInOrderOrInGrace(CapabilityStatus status, boolean usable) {
        assertThat(status.isUsable()).isEqualTo(usable);
    }

    @ParameterizedTest
    @CsvSource({
        "SECURITY,true,true",
        "SECURITY,false,false",
        "MAIL_ENABLED_SECURITY,true,true",
        "MICROSOFT_365,true,true",
        "MICROSOFT_365,false,false",
        "DISTRIBUTION,false,false",
        "DISTRIBUTION,true,false"
    })
    void isEligible_onlySecurityEnabledAndNotADistributionList(GroupKind kind, boolean enabled, boolean eligible) {
        assertThat(Group.of(GroupId.of("g")).withKind(kind, enabled).isEligible())
                .isEqualTo(eligible);
    }

    @Test
    void requirement_withoutAPlan_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanRequirement.anyOf(List.of()))
                .withMessageContaining("names no plan");
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanRequirement(new TreeSet<>()));
    }

    @Test
    @SuppressWarnings("NullAway") // what the compiler would refuse
    void missingParts_refusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Tenant(TenantId.of("t"), "", null))
                .withMessage("usageLocation");
        assertThatNullPointerException()
                .isThrownBy(() -> User.builder(null).build())
                .withMessage("id");
        assertThatNullPointerException()
                .isThrownBy(() -> new Subscription(SkuId.of("E3"), PrepaidUnits.of(1), null))
                .withMessage("capabilityStatus");
        assertThatNullPointerException().isThrownBy(() -> Group.of(null));
    }

    @Test
    void toBuilder_givesTheSameAgain() {
        ServicePlan plan = ServicePlan.builder(MAIL)
                .name("mail")
                .appliesTo(AppliesTo.COMPANY)
                .requires(PlanRequirement.anyOf(CHAT))
                .conflictsWith(List.of(ServicePlanId.of("MAIL2")))
                .prohibitedIn(UsageLocation.of("IN"))
                .requiresUniqueProxyAddresses(true)
                .build();
        assertThat(plan.toBuilder().build()).isEqualTo(plan);
        User user = User.builder(UserId.of("alice"))
                .userPrincipalName("alice@contoso.test")
                .displayName("Alice")
                .usageLocation(UsageLocation.of("NO"))
                .accountEnabled(false)
                .proxyAddresses(List.of("a@contoso.test"))
                .attribute("department", "Sales")
                .directLicense(License.of(SkuId.of("E3")))
                .build();
        assertThat(user.toBuilder().build()).isEqualTo(user);
    }
}
