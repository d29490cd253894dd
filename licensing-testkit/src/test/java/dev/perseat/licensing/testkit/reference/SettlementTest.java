package dev.perseat.licensing.testkit.reference;

import static dev.perseat.licensing.testkit.assertion.PerseatAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import dev.perseat.licensing.testkit.builder.TenantSentence;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The hard sentences of section 5, each on a tenant made for it, with the answer worked out by hand. */
class SettlementTest {
    private static final AssignmentSource STAFF = AssignmentSource.group(GroupId.of("staff"));

    @Nested
    class Seats {
        private TenantSentence twoForOneSeat() {
            return TenantBuilder.tenant("contoso")
                    .sku("E3", "EXCHANGE")
                    .seats(1)
                    .group("staff")
                    .with("E3")
                    .members("alice", "bob");
        }

        @Test
        void the_last_one_goes_to_the_first_user_by_id() {
            assertThat(calculate(twoForOneSeat()))
                    .user("alice")
                    .holds("E3")
                    .and()
                    .user("bob")
                    .doesNotHold("E3");
        }

        @Test
        void who_holds_the_SKU_keeps_it() {
            assertThat(calculate(twoForOneSeat(), held("bob", STAFF, "E3", "EXCHANGE")))
                    .user("bob")
                    .holds("E3")
                    .and()
                    .user("alice")
                    .doesNotHold("E3");
        }

        @Test
        void of_a_holding_from_another_source_stay_with_the_user() {
            assertThat(calculate(twoForOneSeat(), held("bob", AssignmentSource.direct(), "E3", "EXCHANGE")))
                    .user("bob")
                    .hasState("E3", "staff", AssignmentStatus.ACTIVE)
                    .and()
                    .user("alice")
                    .doesNotHold("E3");
        }

        @Test
        void that_a_later_user_loses_go_to_one_whom_the_walk_had_passed_by() {
            TenantSentence tenant = TenantBuilder.tenant("contoso")
                    .sku("E3", "EXCHANGE")
                    .seats(1)
                    .user("alice")
                    .in("NO")
                    .with("E3")
                    .user("bob")
                    .with("E3");

            assertThat(calculate(tenant, held("bob", AssignmentSource.direct(), "E3", "EXCHANGE")))
                    .user("alice")
                    .holds("E3")
                    .and()
                    .user("bob")
                    .doesNotHold("E3")
                    .hasViolation(LicenseViolation.Kind.PROHIBITED_IN_USAGE_LOCATION);
        }

        @Test
        void are_not_free_while_the_subscription_is_suspended() {
            TenantSentence tenant = twoForOneSeat().sku("E3").status(CapabilityStatus.SUSPENDED);

            assertThat(calculate(tenant, held("bob", STAFF, "E3", "EXCHANGE")))
                    .user("bob")
                    .hasState("E3", "staff", AssignmentStatus.DISABLED)
                    .doesNotHavePlan("EXCHANGE")
                    .and()
                    .sku("E3")
                    .hasConsumed(1)
                    .hasAvailable(0)
                    .hasWaiting(1);
        }

        @Test
        void of_one_SKU_missing_fail_the_whole_group_and_name_the_SKU_at_fault() {
            TenantSentence tenant = TenantBuilder.tenant("contoso")
                    .sku("A")
                    .seats(5)
                    .sku("B")
                    .seats(0)
                    .group("staff")
                    .with("A", "B")
                    .members("alice");

            AssignmentResult result = calculate(tenant);

            assertThat(result).user("alice").doesNotHold("A").doesNotHold("B");
            assertThat(result.states(UserId.of("alice")))
                    .extracting(state -> state.violation())
                    .containsExactly(
                            new LicenseViolation.Other(SkuId.of("B")), new LicenseViolation.Count(SkuId.of("B")));
        }
    }

    /** VOICEMAIL needs EXCHANGE; RIVAL_MAIL excludes it. */
    @Nested
    class A_base_from_a_group_that_the_user_has_left {
        private TenantSentence addOn() {
            return TenantBuilder.tenant("contoso")
                    .plan("VOICEMAIL")
                    .requires("EXCHANGE")
                    .plan("RIVAL_MAIL")
                    .conflictsWith("EXCHANGE")
                    .sku("ADDON", "VOICEMAIL")
                    .seats(5)
                    .sku("BASE", "EXCHANGE", "EXTRA")
                    .seats(5)
                    .sku("RIVAL", "RIVAL_MAIL")
                    .seats(5)
                    .group("staff")
                    .with("BASE")
                    .user("alice")
                    .in("NO")
                    .with("ADDON");
        }

        private Holdings both() {
            return Holdings.builder()
                    .add(UserId.of("alice"), license(AssignmentSource.direct(), "ADDON", "VOICEMAIL"))
                    .add(UserId.of("alice"), license(STAFF, "BASE", "EXCHANGE"))
                    .build();
        }

        @Test
        void is_retained_with_the_plans_it_had() {
            AssignmentResult result = calculate(addOn(), both());

            assertThat(result)
                    .user("alice")
                    .hasDirectState("ADDON", AssignmentStatus.ACTIVE)
                    .hasState("BASE", "staff", AssignmentStatus.ACTIVE_WITH_ERROR)
                    .hasPlan("EXCHANGE")
                    .doesNotHavePlan("EXTRA")
                    .and()
                    .group("staff")
                    .hasMembers(0)
                    .hasNoErrors();
            assertThat(result.states(UserId.of("alice")).get(1).violation())
                    .isEqualTo(new LicenseViolation.Dependency(
                            AssignmentSource.direct(),
                            SkuId.of("ADDON"),
                            ServicePlanId.of("VOICEMAIL"),
                            PlanRequirement.anyOf(ServicePlanId.of("EXCHANGE"))));
        }

        @Test
        void is_not_retained_for_an_add_on_that_is_new() {
            assertThat(calculate(addOn(), held("alice", STAFF, "BASE", "EXCHANGE")))
                    .user("alice")
                    .doesNotHold("BASE")
                    .hasDirectState("ADDON", AssignmentStatus.ERROR)
                    .hasViolation(LicenseViolation.Kind.DEPENDENCY);
        }

        @Test
        void is_not_retained_if_it_was_direct() {
            Holdings holdings = Holdings.builder()
                    .add(UserId.of("alice"), license(AssignmentSource.direct(), "ADDON", "VOICEMAIL"))
                    .add(UserId.of("alice"), license(AssignmentSource.direct(), "BASE", "EXCHANGE"))
                    .build();

            assertThat(calculate(addOn(), holdings))
                    .user("alice")
                    .doesNotHold("BASE")
                    .doesNotHold("ADDON");
        }

        @Test
        void is_not_pushed_out_by_a_newcomer_that_excludes_it() {
            AssignmentResult result = calculate(addOn().user("alice").with("RIVAL"), both());

            assertThat(result)
                    .user("alice")
                    .holds("BASE")
                    .holds("ADDON")
                    .hasDirectState("RIVAL", AssignmentStatus.ERROR);
            assertThat(result.states(UserId.of("alice")).get(1).violation())
                    .isEqualTo(new LicenseViolation.MutuallyExclusive(
                            ServicePlanId.of("RIVAL_MAIL"),
                            ServicePlanId.of("EXCHANGE"),
                            STAFF,
                            SkuId.of("BASE"),
                            true));
        }

        @Test
        void is_let_go_when_a_newcomer_meets_the_clause() {
            AssignmentResult result = calculate(
                    addOn().sku("OTHER_BASE", "EXCHANGE").seats(1).user("alice").with("OTHER_BASE"), both());

            assertThat(result)
                    .user("alice")
                    .holds("OTHER_BASE")
                    .holds("ADDON")
                    .doesNotHold("BASE")
                    .hasNoErrors();
        }

        @Test
        void is_let_go_when_it_excludes_an_incumbent() {
            Holdings holdings = Holdings.builder()
                    .addAll(UserId.of("alice"), both().of(UserId.of("alice")))
                    .add(UserId.of("alice"), license(AssignmentSource.direct(), "RIVAL", "RIVAL_MAIL"))
                    .build();

            assertThat(calculate(addOn().user("alice").with("RIVAL"), holdings))
                    .user("alice")
                    .holds("RIVAL")
                    .doesNotHold("BASE")
                    .hasDirectState("ADDON", AssignmentStatus.ERROR);
        }
    }

    @Nested
    class Conflicts {
        private TenantSentence rivals() {
            return TenantBuilder.tenant("contoso")
                    .plan("A1")
                    .conflictsWith("B1")
                    .sku("A", "A1")
                    .seats(5)
                    .sku("B", "B1")
                    .seats(5);
        }

        @Test
        void within_a_group_are_carried_by_both_SKUs() {
            AssignmentResult result =
                    calculate(rivals().group("staff").with("A", "B").members("alice"));

            assertThat(result.states(UserId.of("alice")))
                    .extracting(state -> state.violation())
                    .containsExactly(
                            new LicenseViolation.MutuallyExclusive(
                                    ServicePlanId.of("A1"), ServicePlanId.of("B1"), STAFF, SkuId.of("B"), false),
                            new LicenseViolation.MutuallyExclusive(
                                    ServicePlanId.of("B1"), ServicePlanId.of("A1"), STAFF, SkuId.of("A"), false));
        }

        @Test
        void are_won_by_the_incumbent_and_not_by_the_first_in_order() {
            TenantSentence tenant = rivals().group("g1")
                    .with("A")
                    .members("alice")
                    .group("g2")
                    .with("B")
                    .members("alice");

            assertThat(calculate(tenant)).user("alice").holds("A").doesNotHold("B");
            assertThat(calculate(tenant, held("alice", AssignmentSource.group(GroupId.of("g2")), "B", "B1")))
                    .user("alice")
                    .holds("B")
                    .doesNotHold("A");
        }

        @Test
        void between_the_old_product_and_the_new_one_do_not_hinder_the_change() {
            TenantSentence tenant = rivals().group("staff").with("B").members("alice");

            assertThat(calculate(tenant, held("alice", STAFF, "A", "A1")))
                    .user("alice")
                    .holds("B")
                    .doesNotHold("A")
                    .hasNoErrors();
        }
    }

    @Nested
    class Dependencies {
        @Test
        void that_fail_let_in_a_bundle_that_was_in_conflict_with_the_failed_one() {
            TenantSentence tenant = TenantBuilder.tenant("contoso")
                    .plan("NEEDY")
                    .requires("MISSING")
                    .plan("RIVAL")
                    .conflictsWith("NEEDY")
                    .sku("A", "NEEDY")
                    .seats(5)
                    .sku("B", "RIVAL")
                    .seats(5)
                    .user("alice")
                    .in("NO")
                    .with("A", "B");

            assertThat(calculate(tenant)).user("alice").holds("B").doesNotHold("A");
        }

        @Test
        void of_a_group_are_met_by_any_of_its_SKUs_or_switch_the_plan_off() {
            TenantSentence tenant = TenantBuilder.tenant("contoso")
                    .plan("TEAMS")
                    .requires("EXCHANGE")
                    .plan("PHONE")
                    .requires("TEAMS")
                    .sku("E3", "TEAMS", "EXCHANGE")
                    .seats(5)
                    .sku("PHONE_SYSTEM", "PHONE")
                    .seats(5)
                    .group("with")
                    .with("E3", "PHONE_SYSTEM")
                    .members("alice")
                    .group("without")
                    .with("PHONE_SYSTEM", "E3")
                    .without("EXCHANGE")
                    .members("bob");

            AssignmentResult result = calculate(tenant);

            assertThat(result).user("alice").hasPlan("PHONE").hasNoErrors();
            assertThat(result)
                    .user("bob")
                    .holds("PHONE_SYSTEM")
                    .doesNotHavePlan("PHONE")
                    .doesNotHavePlan("TEAMS")
                    .hasNoErrors();
        }

        @Test
        void across_the_products_of_a_group_fail_alone_under_PER_PRODUCT() {
            TenantSentence tenant = TenantBuilder.tenant("contoso")
                    .policy(GroupFailure.PER_PRODUCT)
                    .plan("PHONE")
                    .requires("TEAMS")
                    .sku("E3", "TEAMS", "EXCHANGE")
                    .seats(0)
                    .sku("PHONE_SYSTEM", "PHONE")
                    .seats(5)
                    .sku("F1")
                    .seats(5)
                    .group("staff")
                    .with("E3", "F1", "PHONE_SYSTEM")
                    .members("alice");

            assertThat(calculate(tenant))
                    .user("alice")
                    .doesNotHold("E3")
                    .doesNotHold("PHONE_SYSTEM")
                    .holds("F1")
                    .and()
                    .group("staff")
                    .hasLicensed(0)
                    .hasErrors(LicenseViolation.Kind.COUNT, 1)
                    .hasErrors(LicenseViolation.Kind.DEPENDENCY, 1);
        }
    }

    @Nested
    class Addresses {
        @Test
        void are_compared_without_case() {
            TenantSentence tenant = TenantBuilder.tenant("contoso")
                    .plan("EXCHANGE")
                    .needsUniqueProxyAddresses()
                    .sku("E3", "EXCHANGE")
                    .seats(5)
                    .user("alice")
                    .withAddress("a@x.test", "", "info@x.test")
                    .user("bob")
                    .withAddress("INFO@x.test")
                    .user("carol")
                    .withAddress("")
                    .group("staff")
                    .with("E3")
                    .members("alice", "carol");

            AssignmentResult result = calculate(tenant);

            assertThat(result).user("carol").holds("E3");
            assertThat(result.states(UserId.of("alice")).get(0).violation())
                    .isEqualTo(new LicenseViolation.Uniqueness(
                            ServicePlanId.of("EXCHANGE"), "info@x.test", UserId.of("bob")));
        }
    }

    private static AssignmentResult calculate(TenantSentence tenant) {
        return calculate(tenant, Holdings.empty());
    }

    private static AssignmentResult calculate(TenantSentence tenant, Holdings holdings) {
        return new ReferenceCalculator().calculate(tenant.snapshot(), holdings);
    }

    private static Holdings held(String user, AssignmentSource source, String sku, String... plans) {
        return Holdings.builder()
                .add(UserId.of(user), license(source, sku, plans))
                .build();
    }

    private static HeldLicense license(AssignmentSource source, String sku, String... plans) {
        return HeldLicense.of(
                source,
                SkuId.of(sku),
                Arrays.stream(plans).map(ServicePlanId::of).toList());
    }
}
