package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perseat.licensing.model.AppliesTo;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TenantSnapshotTest {
    private static final Tenant CONTOSO = new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("US"));
    private static final SkuId E3 = SkuId.of("E3");
    private static final GroupId SALES = GroupId.of("sales");
    private static final GroupId EMEA = GroupId.of("emea");
    private static final UserId ALICE = UserId.of("alice");
    private static final UserId BOB = UserId.of("bob");

    private static ServicePlanId plan(String id) {
        return ServicePlanId.of(id);
    }

    private static ServicePlan planRequiring(String id, String... required) {
        ServicePlan.Builder builder = ServicePlan.builder(plan(id));
        for (String other : required) {
            builder.requires(PlanRequirement.anyOf(plan(other)));
        }
        return builder.build();
    }

    private static User user(UserId id) {
        return User.builder(id).build();
    }

    private static TenantSnapshot.Builder contoso() {
        return TenantSnapshot.builder(CONTOSO)
                .servicePlan(ServicePlan.builder(plan("MAIL")).build())
                .sku(Sku.of(E3, "ENTERPRISEPACK", List.of(plan("MAIL"))))
                .subscription(Subscription.of(E3, 5))
                .user(user(BOB))
                .user(user(ALICE))
                .group(Group.of(SALES).withLicenses(List.of(License.of(E3))))
                .group(Group.of(EMEA));
    }

    @Nested
    class Content {
        @Test
        void things_areInOrderOfTheirIds_whateverTheOrderGiven() {
            TenantSnapshot snapshot = contoso()
                    .member(SALES, BOB)
                    .member(SALES, ALICE)
                    .member(SALES, EMEA)
                    .build();
            assertThat(snapshot.users()).extracting(User::id).containsExactly(ALICE, BOB);
            assertThat(snapshot.groups()).extracting(Group::id).containsExactly(EMEA, SALES);
            assertThat(snapshot.memberUsers(SALES)).containsExactly(ALICE, BOB);
            assertThat(snapshot.memberGroups(SALES)).containsExactly(EMEA);
            assertThat(snapshot.memberUsers(EMEA)).isEmpty();
            assertThat(snapshot.subscription(E3)).contains(Subscription.of(E3, 5));
        }

        @Test
        void member_toldBeforeGroupAndUserAndTwice_countsOnce() {
            TenantSnapshot snapshot = TenantSnapshot.builder(CONTOSO)
                    .member(SALES, ALICE)
                    .member(SALES, ALICE)
                    .member(SALES, SALES)
                    .member(SALES, SALES)
                    .user(user(ALICE))
                    .group(Group.of(SALES))
                    .build();
            assertThat(snapshot.memberUsers(SALES)).containsExactly(ALICE);
            assertThat(snapshot.memberGroups(SALES)).containsExactly(SALES);
        }

        @Test
        void user_keepsEverythingThatItWasGiven() {
            User full = User.builder(UserId.of("carol"))
                    .userPrincipalName("carol@contoso.test")
                    .displayName("Carol")
                    .usageLocation(UsageLocation.of("SE"))
                    .accountEnabled(false)
                    .proxyAddresses(List.of("c@contoso.test"))
                    .attribute("department", "HR")
                    .directLicense(License.of(E3, plan("MAIL")))
                    .build();
            TenantSnapshot snapshot = contoso().user(full).build();
            assertThat(snapshot.user(full.id())).isEqualTo(full);
            assertThat(snapshot.user(ALICE)).isEqualTo(user(ALICE));
            int index = snapshot.userIndex(full.id());
            assertThat(snapshot.userId(index)).isEqualTo(full.id());
            assertThat(snapshot.usageLocation(index)).isEqualTo(UsageLocation.of("SE"));
            assertThat(snapshot.directLicenses(index)).isEqualTo(full.directLicenses());
            assertThat(snapshot.proxyAddresses(index)).isEqualTo(full.proxyAddresses());
        }

        @Test
        void user_inEveryCountry_keepsItsOwn() {
            TenantSnapshot.Builder builder = TenantSnapshot.builder(CONTOSO);
            List<UsageLocation> all = Arrays.stream(Locale.getISOCountries())
                    .flatMap(code -> UsageLocation.find(code).stream())
                    .toList();
            all.forEach(location -> builder.user(User.builder(UserId.of("in " + location))
                    .usageLocation(location)
                    .build()));
            TenantSnapshot snapshot = builder.build();
            assertThat(all)
                    .hasSizeGreaterThan(240)
                    .allSatisfy(location -> assertThat(
                                    snapshot.user(UserId.of("in " + location)).usageLocation())
                            .isEqualTo(location));
        }

        @Test
        void toBuilder_givesTheSameAgain() {
            TenantSnapshot snapshot =
                    contoso().member(SALES, ALICE).member(SALES, EMEA).build();
            TenantSnapshot again = snapshot.toBuilder().build();
            assertThat(again.users()).isEqualTo(snapshot.users());
            assertThat(again.groups()).isEqualTo(snapshot.groups());
            assertThat(again.skus()).isEqualTo(snapshot.skus());
            assertThat(again.servicePlans()).isEqualTo(snapshot.servicePlans());
            assertThat(again.memberUsers(SALES)).isEqualTo(snapshot.memberUsers(SALES));
            assertThat(again.memberGroups(SALES)).isEqualTo(snapshot.memberGroups(SALES));
            assertThat(again.subscription(E3)).isEqualTo(snapshot.subscription(E3));
            assertThat(again.policy()).isEqualTo(snapshot.policy());
        }

        @Test
        void lookingUpWhatIsNotThere_namesIt() {
            TenantSnapshot snapshot = contoso().build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> snapshot.user(UserId.of("mallory")))
                    .withMessage("there is no user 'mallory' in this tenant");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> snapshot.sku(SkuId.of("E5")))
                    .withMessage("there is no SKU 'E5' in this tenant");
            assertThatIllegalArgumentException().isThrownBy(() -> snapshot.group(GroupId.of("x")));
            assertThatIllegalArgumentException().isThrownBy(() -> snapshot.servicePlan(plan("x")));
            assertThatIllegalArgumentException().isThrownBy(() -> snapshot.memberUsers(GroupId.of("x")));
            assertThat(snapshot.userIndex(UserId.of("mallory"))).isNegative();
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> snapshot.userId(2));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> snapshot.proxyAddresses(2));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> snapshot.directLicenses(2));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> snapshot.users().get(2));
        }
    }

    @Nested
    class Problems {
        private List<TenantProblem> problems(TenantSnapshot.Builder builder) {
            InvalidTenantException thrown = catchThrowableOfType(InvalidTenantException.class, builder::build);
            assertThat(thrown).as("problems of the tenant").isNotNull();
            return thrown.problems();
        }

        private void assertProblem(TenantSnapshot.Builder builder, TenantProblem.Kind kind, String message) {
            assertThat(problems(builder)).singleElement().satisfies(problem -> {
                assertThat(problem.message()).isEqualTo(message);
                assertThat(problem.kind()).isEqualTo(kind);
            });
        }

        @Test
        void idUsedTwice_withinItsKind() {
            assertProblem(
                    contoso().user(user(ALICE)),
                    TenantProblem.Kind.DUPLICATE_ID,
                    "user 'alice' is given more than once");
            assertProblem(
                    contoso().group(Group.of(SALES)),
                    TenantProblem.Kind.DUPLICATE_ID,
                    "group 'sales' is given more than once");
            assertProblem(
                    contoso().sku(Sku.of(E3, "", List.of())),
                    TenantProblem.Kind.DUPLICATE_ID,
                    "SKU 'E3' is given more than once");
            assertProblem(
                    contoso().servicePlan(planRequiring("MAIL")),
                    TenantProblem.Kind.DUPLICATE_ID,
                    "service plan 'MAIL' is given more than once");
            assertProblem(
                    contoso().subscription(Subscription.of(E3, 1)),
                    TenantProblem.Kind.DUPLICATE_ID,
                    "subscription of SKU 'E3' is given more than once");
        }

        @Test
        void sameId_ofDifferentKinds_isNoProblem() {
            TenantSnapshot snapshot = contoso()
                    .user(user(UserId.of("sales")))
                    .group(Group.of(GroupId.of("alice")))
                    .build();
            assertThat(snapshot.userCount()).isEqualTo(3);
        }

        @Test
        void licenseTwice_ofTheSameSku() {
            assertProblem(
                    contoso()
                            .group(Group.of(GroupId.of("hr"))
                                    .withLicenses(List.of(License.of(E3), License.of(E3, plan("MAIL"))))),
                    TenantProblem.Kind.DUPLICATE_ID,
                    "group 'hr' has a licence of SKU 'E3' more than once");
        }

        @Test
        void reference_toSomethingUnknown() {
            assertProblem(
                    contoso().member(SALES, UserId.of("mallory")),
                    TenantProblem.Kind.UNKNOWN_REFERENCE,
                    "user 'mallory', a member of group 'sales', is not in the directory");
            assertProblem(
                    contoso().member(SALES, GroupId.of("ghosts")),
                    TenantProblem.Kind.UNKNOWN_REFERENCE,
                    "group 'ghosts', a member of group 'sales', is not in the directory");
            assertProblem(
                    contoso().member(GroupId.of("ghosts"), ALICE),
                    TenantProblem.Kind.UNKNOWN_REFERENCE,
                    "group 'ghosts' with member 'alice' is not in the directory");
            assertProblem(
                    contoso()
                            .user(User.builder(UserId.of("carol"))
                                    .directLicense(License.of(SkuId.of("E5")))
                                    .build()),
                    TenantProblem.Kind.UNKNOWN_REFERENCE,
                    "user 'carol' has a licence of unknown SKU 'E5'");
            assertProblem(
                    contoso().subscription(Subscription.of(SkuId.of("E5"), 1)),
                    TenantProblem.Kind.UNKNOWN_REFERENCE,
                    "there is a subscription of unknown SKU 'E5'");
            assertProblem(
                    contoso().sku(Sku.of(SkuId.of("E5"), "", List.of(plan("VOICE")))),
                    TenantProblem.Kind.UNKNOWN_REFERENCE,
                    "SKU 'E5' has unknown plan 'VOICE'");
            assertProblem(
                    contoso().servicePlan(planRequiring("CHAT", "VOICE")),
                    TenantProblem.Kind.UNKNOWN_REFERENCE,
                    "plan 'CHAT' requires unknown plan 'VOICE'");
            assertProblem(
                    contoso()
                            .servicePlan(ServicePlan.builder(plan("CHAT"))
                                    .conflictsWith(List.of(plan("VOICE")))
                                    .build()),
                    TenantProblem.Kind.UNKNOWN_REFERENCE,
                    "plan 'CHAT' excludes unknown plan 'VOICE'");
        }

        @Test
        void unknownMemberOfManyGroups_isOneProblem_namingTheFirstGroup() {
            assertProblem(
                    contoso().member(SALES, UserId.of("mallory")).member(EMEA, UserId.of("mallory")),
                    TenantProblem.Kind.UNKNOWN_REFERENCE,
                    "user 'mallory', a member of group 'emea', is not in the directory");
        }

        @Test
        void disabledPlan_thatTheSkuDoesNotHave() {
            assertProblem(
                    contoso().group(Group.of(GroupId.of("hr")).withLicenses(List.of(License.of(E3, plan("CHAT"))))),
                    TenantProblem.Kind.PLAN_NOT_IN_SKU,
                    "group 'hr' switches off plan 'CHAT', which SKU 'E3' does not have");
        }

        @Test
        void license_ofASkuForTheCompany() {
            assertProblem(
                    contoso()
                            .sku(new Sku(SkuId.of("POOL"), "", AppliesTo.COMPANY, new TreeSet<>()))
                            .user(User.builder(UserId.of("carol"))
                                    .directLicense(License.of(SkuId.of("POOL")))
                                    .build()),
                    TenantProblem.Kind.COMPANY_SKU_LICENSED,
                    "user 'carol' has a licence of SKU 'POOL', which applies to the company");
        }

        @Test
        void plan_thatRequiresOrExcludesItself() {
            assertProblem(
                    contoso().servicePlan(planRequiring("CHAT", "CHAT")),
                    TenantProblem.Kind.SELF_REFERENCE,
                    "plan 'CHAT' requires itself");
            assertProblem(
                    contoso()
                            .servicePlan(ServicePlan.builder(plan("CHAT"))
                                    .conflictsWith(List.of(plan("CHAT")))
                                    .build()),
                    TenantProblem.Kind.SELF_REFERENCE,
                    "plan 'CHAT' excludes itself");
        }

        @Test
        void requirementCycles_eachIsNamedOnce_withAllOfItsPlansAndNoOthers() {
            TenantSnapshot.Builder builder = contoso()
                    .servicePlan(planRequiring("A", "B"))
                    .servicePlan(planRequiring("B", "C"))
                    .servicePlan(planRequiring("C", "A"))
                    .servicePlan(planRequiring("D", "A"))
                    .servicePlan(planRequiring("E", "F"))
                    .servicePlan(planRequiring("F", "E", "A"))
                    .servicePlan(planRequiring("G", "MAIL"));
            assertThat(problems(builder))
                    .extracting(TenantProblem::message)
                    .containsExactly(
                            "plans require each other in a cycle: 'A', 'B', 'C'",
                            "plans require each other in a cycle: 'E', 'F'");
            assertThat(problems(builder).get(0).ids()).containsExactly("A", "B", "C");
        }

        @Test
        void requirementChain_of100_000Plans_isNoProblem() {
            TenantSnapshot.Builder builder = contoso().servicePlan(planRequiring("p0"));
            for (int i = 1; i < 100_000; i++) {
                builder.servicePlan(planRequiring("p" + i, "p" + (i - 1)));
            }
            assertThat(builder.build().servicePlans()).hasSize(100_001);
        }

        @Test
        void cycleOfGroups_isLegal() {
            TenantSnapshot snapshot = contoso()
                    .member(SALES, EMEA)
                    .member(EMEA, SALES)
                    .member(EMEA, EMEA)
                    .build();
            assertThat(snapshot.memberGroups(EMEA)).containsExactly(EMEA, SALES);
        }

        @Test
        void everyProblem_isReported_notOnlyTheFirst_andThoseOfAdaptersToo() {
            TenantProblem country =
                    new TenantProblem(TenantProblem.Kind.INVALID_COUNTRY, "user 'carol': 'XX'", List.of("carol"));
            TenantSnapshot.Builder builder = contoso()
                    .user(user(ALICE))
                    .member(SALES, UserId.of("mallory"))
                    .servicePlan(planRequiring("CHAT", "CHAT"))
                    .problem(country)
                    .problem(country);
            InvalidTenantException thrown = catchThrowableOfType(InvalidTenantException.class, builder::build);
            assertThat(thrown.problems())
                    .extracting(TenantProblem::kind)
                    .containsExactly(
                            TenantProblem.Kind.DUPLICATE_ID,
                            TenantProblem.Kind.UNKNOWN_REFERENCE,
                            TenantProblem.Kind.INVALID_COUNTRY,
                            TenantProblem.Kind.SELF_REFERENCE);
            assertThat(thrown).hasMessage("""
                            tenant 'contoso' has 4 problems:
                            - user 'alice' is given more than once
                            - user 'mallory', a member of group 'sales', is not in the directory
                            - user 'carol': 'XX'
                            - plan 'CHAT' requires itself""");
        }

        @Test
        void message_showsTwentyProblems_andHowManyMore() {
            TenantSnapshot.Builder builder = contoso();
            for (int i = 100; i < 130; i++) {
                builder.member(SALES, UserId.of("ghost" + i));
            }
            InvalidTenantException thrown = catchThrowableOfType(InvalidTenantException.class, builder::build);
            assertThat(thrown.problems()).hasSize(30);
            assertThat(thrown.getMessage())
                    .contains("ghost119")
                    .doesNotContain("ghost120")
                    .endsWith("\n- and 10 more");
        }
    }
}
