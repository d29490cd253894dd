package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.PrepaidUnits;
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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReasonWriterTest {
    private static final UserId USER = UserId.of("u1");
    private static final UserId OTHER_USER = UserId.of("u2");
    private static final SkuId E3 = SkuId.of("s-e3");
    private static final SkuId AUDIO = SkuId.of("s-audio");
    private static final SkuId VISIO = SkuId.of("s-visio");
    private static final SkuId UNBOUGHT = SkuId.of("s-unbought");
    private static final ServicePlanId TEAMS = ServicePlanId.of("p-teams");
    private static final ServicePlanId SWAY = ServicePlanId.of("p-sway");
    private static final ServicePlanId MEETING = ServicePlanId.of("p-meeting");
    private static final ServicePlanId NAMELESS = ServicePlanId.of("p-nameless");
    private static final ServicePlanId FOUNDATION = ServicePlanId.of("p-foundation");
    private static final PlanRequirement TEAMS_OR_SWAY = PlanRequirement.anyOf(TEAMS, SWAY);
    private static final AssignmentSource DIRECT = AssignmentSource.direct();
    private static final AssignmentSource MARKETING = AssignmentSource.group(GroupId.of("g1"));
    private static final AssignmentSource GONE = AssignmentSource.group(GroupId.of("g-gone"));

    private final TenantSnapshot snapshot = tenant().build();
    private final ReasonWriter writer = ReasonWriter.english(snapshot);

    @Nested
    class SentenceOfAState {
        @Test
        void active_namesProductAndSource() {
            assertThat(writer.sentence(USER, active(DIRECT, Map.of())))
                    .isEqualTo("User u1 has the direct licence for ENTERPRISEPACK.");
        }

        @Test
        void activeWithPlansOff_saysWhoSwitchedThemOff() {
            Map<ServicePlanId, PlanDisablement> off = Map.of(
                    SWAY, new PlanDisablement.ByAdministrator(),
                    TEAMS, new PlanDisablement.ByAdministrator(),
                    NAMELESS, new PlanDisablement.ByDependency(PlanRequirement.anyOf(MEETING)));
            assertThat(writer.sentence(USER, active(MARKETING, off)))
                    .isEqualTo("User u1 has the licence for ENTERPRISEPACK from group \"Contoso Marketing\" (g1);"
                            + " switched off by the administrator: SWAY and TEAMS1; switched off, because no licence of"
                            + " the group enables MCOMEETADV: p-nameless.");
        }

        @Test
        void retained_saysForWhoseSake() {
            LicenseViolation need = new LicenseViolation.Dependency(DIRECT, AUDIO, MEETING, TEAMS_OR_SWAY);
            assertThat(writer.sentence(USER, state(MARKETING, E3, AssignmentStatus.ACTIVE_WITH_ERROR, need)))
                    .isEqualTo("User u1 keeps the licence for ENTERPRISEPACK from group \"Contoso Marketing\" (g1),"
                            + " although the group no longer gives it: plan MCOMEETADV in the direct licence for"
                            + " MCOMEETADV requires plan SWAY or TEAMS1, which no other licence of the user enables.");
        }

        @Test
        void disabled_saysWhatTheSubscriptionIs() {
            assertThat(writer.sentence(USER, state(DIRECT, VISIO, AssignmentStatus.DISABLED, null)))
                    .isEqualTo(
                            "User u1 holds the direct licence for VISIOCLIENT, without effect while the subscription is"
                                    + " locked out.");
        }

        @Test
        void disabledAndRetained_saysBoth() {
            LicenseViolation need = new LicenseViolation.Dependency(DIRECT, AUDIO, MEETING, TEAMS_OR_SWAY);
            assertThat(writer.sentence(USER, state(GONE, VISIO, AssignmentStatus.DISABLED, need)))
                    .isEqualTo("User u1 holds the licence for VISIOCLIENT from group g-gone, without effect while the"
                            + " subscription is locked out, although the group no longer gives it: plan MCOMEETADV in"
                            + " the direct licence for MCOMEETADV requires plan SWAY or TEAMS1, which no other licence of"
                            + " the user enables.");
        }

        @Test
        void locationMissing_isTheReason() {
            assertThat(cause(new LicenseViolation.UsageLocationMissing()))
                    .isEqualTo("the user has no usage location, and a direct licence needs one.");
        }

        @Test
        void prohibitedLocation_saysWhoseLocationCounted() {
            UsageLocation india = UsageLocation.of("IN");
            assertThat(cause(new LicenseViolation.ProhibitedInUsageLocation(MEETING, india, false)))
                    .isEqualTo("plan MCOMEETADV is prohibited in IN, the usage location of the user.");
            assertThat(cause(new LicenseViolation.ProhibitedInUsageLocation(MEETING, india, true)))
                    .isEqualTo(
                            "plan MCOMEETADV is prohibited in IN, the usage location of the tenant, which counts because"
                                    + " the user has none.");
        }

        @Test
        void mutuallyExclusive_namesBothPlansAndTheOtherSource() {
            assertThat(cause(new LicenseViolation.MutuallyExclusive(TEAMS, MEETING, MARKETING, AUDIO, false)))
                    .isEqualTo(
                            "plan TEAMS1 cannot be held beside plan MCOMEETADV in the licence for MCOMEETADV from group"
                                    + " \"Contoso Marketing\" (g1).");
        }

        @Test
        void uniqueness_namesAddressAndOtherUserById() {
            assertThat(cause(new LicenseViolation.Uniqueness(TEAMS, "info@contoso.com", OTHER_USER)))
                    .isEqualTo(
                            "plan TEAMS1 needs unique proxy addresses, and info@contoso.com is also an address of user"
                                    + " u2.");
        }

        @Test
        void count_saysHowManySeatsThereAre() {
            assertThat(cause(new LicenseViolation.Count(E3))).isEqualTo("all 25 seats of ENTERPRISEPACK are taken.");
            assertThat(cause(new LicenseViolation.Count(AUDIO))).isEqualTo("the only seat of MCOMEETADV is taken.");
            assertThat(cause(new LicenseViolation.Count(VISIO)))
                    .isEqualTo("no seat is free while the subscription for VISIOCLIENT is locked out.");
            assertThat(cause(new LicenseViolation.Count(UNBOUGHT)))
                    .isEqualTo("the tenant has no subscription for s-unbought.");
        }

        @Test
        void dependency_namesTheClause() {
            assertThat(cause(new LicenseViolation.Dependency(DIRECT, E3, MEETING, TEAMS_OR_SWAY)))
                    .isEqualTo("plan MCOMEETADV requires plan SWAY or TEAMS1, which no licence of the user enables.");
        }

        @Test
        void other_namesTheProductAtFault() {
            assertThat(cause(new LicenseViolation.Other(AUDIO)))
                    .isEqualTo(
                            "MCOMEETADV of the same group is at fault, and a group's licences are assigned together or"
                                    + " not at all.");
        }

        private String cause(LicenseViolation violation) {
            String sentence = writer.sentence(USER, state(DIRECT, E3, AssignmentStatus.ERROR, violation));
            String start = "User u1 does not get the direct licence for ENTERPRISEPACK: ";
            assertThat(sentence).startsWith(start);
            return sentence.substring(start.length());
        }
    }

    @Nested
    class Remedy {
        @Test
        void active_needsNone() {
            assertThat(writer.remedy(USER, active(DIRECT, Map.of()))).isEmpty();
        }

        @Test
        void disabled_reactivate() {
            assertThat(writer.remedy(USER, state(DIRECT, VISIO, AssignmentStatus.DISABLED, null)))
                    .isEqualTo("Reactivate the subscription for VISIOCLIENT.");
        }

        @Test
        void locationMissing_setOne() {
            assertThat(remedy(new LicenseViolation.UsageLocationMissing()))
                    .isEqualTo("Set a usage location for user u1.");
        }

        @Test
        void prohibitedLocation_switchOffOrCorrect() {
            UsageLocation india = UsageLocation.of("IN");
            assertThat(remedy(new LicenseViolation.ProhibitedInUsageLocation(MEETING, india, false)))
                    .isEqualTo(
                            "Switch off plan MCOMEETADV in the direct licence for ENTERPRISEPACK, or correct the usage"
                                    + " location of user u1 if it is not IN.");
            assertThat(remedy(new LicenseViolation.ProhibitedInUsageLocation(MEETING, india, true)))
                    .endsWith(", or set the usage location of user u1 if it is not IN.");
        }

        @Test
        void mutuallyExclusive_switchOffEitherPlan() {
            assertThat(remedy(new LicenseViolation.MutuallyExclusive(TEAMS, SWAY, MARKETING, E3, false)))
                    .isEqualTo(
                            "Switch off plan TEAMS1 in the direct licence for ENTERPRISEPACK, or switch off plan SWAY in"
                                    + " the licence for ENTERPRISEPACK from group \"Contoso Marketing\" (g1).");
        }

        @Test
        void mutuallyExclusiveWithALicenceOfOnePlan_removeThatLicence() {
            assertThat(remedy(new LicenseViolation.MutuallyExclusive(TEAMS, MEETING, MARKETING, AUDIO, false)))
                    .isEqualTo(
                            "Switch off plan TEAMS1 in the direct licence for ENTERPRISEPACK, or remove the licence for"
                                    + " MCOMEETADV from group \"Contoso Marketing\" (g1).");
        }

        @Test
        void mutuallyExclusiveWithARetainedLicence_meetTheNeedOtherwise() {
            assertThat(remedy(new LicenseViolation.MutuallyExclusive(TEAMS, MEETING, GONE, AUDIO, true)))
                    .isEqualTo(
                            "Switch off plan TEAMS1 in the direct licence for ENTERPRISEPACK, or give the user another"
                                    + " product that meets the need for the licence for MCOMEETADV from group g-gone.");
        }

        @Test
        void uniqueness_takeTheAddressAway() {
            assertThat(remedy(new LicenseViolation.Uniqueness(TEAMS, "info@contoso.com", OTHER_USER)))
                    .isEqualTo(
                            "Take the address info@contoso.com from user u1 or from user u2, or switch off plan TEAMS1"
                                    + " in the direct licence for ENTERPRISEPACK.");
        }

        @Test
        void count_buyOrReactivate() {
            assertThat(remedy(new LicenseViolation.Count(E3)))
                    .isEqualTo("Buy more seats of ENTERPRISEPACK, or take it from a user who does not need it.");
            assertThat(remedy(new LicenseViolation.Count(VISIO)))
                    .isEqualTo("Reactivate the subscription for VISIOCLIENT.");
            assertThat(remedy(new LicenseViolation.Count(UNBOUGHT))).isEqualTo("Buy a subscription for s-unbought.");
        }

        @Test
        void dependency_giveTheBaseProduct() {
            assertThat(remedy(new LicenseViolation.Dependency(DIRECT, AUDIO, MEETING, TEAMS_OR_SWAY)))
                    .isEqualTo("Give user u1 a product with plan SWAY or TEAMS1 (such as ENTERPRISEPACK), or remove the"
                            + " direct licence for MCOMEETADV.");
        }

        @Test
        void other_mendTheProductAtFault() {
            assertThat(remedy(new LicenseViolation.Other(AUDIO)))
                    .isEqualTo("Mend the error of MCOMEETADV; then ENTERPRISEPACK is assigned as well.");
        }

        private String remedy(LicenseViolation violation) {
            return writer.remedy(USER, state(DIRECT, E3, AssignmentStatus.ERROR, violation));
        }
    }

    @Nested
    class SentenceOfAnExplanation {
        @Test
        void enabled_namesEverySource() {
            List<PlanReason> reasons = List.of(
                    new PlanReason.Enabled(active(DIRECT, Map.of())),
                    new PlanReason.Enabled(state(
                            GONE,
                            E3,
                            AssignmentStatus.ACTIVE_WITH_ERROR,
                            new LicenseViolation.Dependency(DIRECT, AUDIO, MEETING, TEAMS_OR_SWAY))));
            assertThat(explained(true, reasons))
                    .isEqualTo(
                            "User u1 has plan TEAMS1: the direct licence for ENTERPRISEPACK enables it; the licence for"
                                    + " ENTERPRISEPACK from group g-gone, retained, enables it.");
        }

        @Test
        void notEnabled_joinsAllReasons() {
            List<PlanReason> reasons = List.of(
                    new PlanReason.SubscriptionNotUsable(
                            state(DIRECT, VISIO, AssignmentStatus.DISABLED, null), CapabilityStatus.LOCKED_OUT),
                    new PlanReason.Omitted(active(DIRECT, Map.of()), new PlanDisablement.ByAdministrator()),
                    new PlanReason.Omitted(
                            active(MARKETING, Map.of()), new PlanDisablement.ByDependency(PlanRequirement.anyOf(SWAY))),
                    new PlanReason.Omitted(active(GONE, Map.of()), new PlanDisablement.NotAssigned()),
                    new PlanReason.Violated(
                            state(MARKETING, AUDIO, AssignmentStatus.ERROR, new LicenseViolation.Count(AUDIO)),
                            new LicenseViolation.Count(AUDIO)));
            assertThat(explained(false, reasons))
                    .isEqualTo(
                            "User u1 does not have plan TEAMS1: the direct licence for VISIOCLIENT would enable it, but"
                                    + " the subscription is locked out; the direct licence for ENTERPRISEPACK leaves it out,"
                                    + " because the administrator switched it off; the licence for ENTERPRISEPACK from group"
                                    + " \"Contoso Marketing\" (g1) leaves it out, because it requires plan SWAY, which no licence of"
                                    + " the group enables; the licence for ENTERPRISEPACK from group g-gone, retained, did not"
                                    + " have it; the licence for MCOMEETADV from group \"Contoso Marketing\" (g1) is in error,"
                                    + " because the only seat of MCOMEETADV is taken.");
        }

        @Test
        void groupNotEligible_saysWhy() {
            assertThat(explained(false, List.of(new PlanReason.GroupNotEligible(GroupId.of("g2"), E3))))
                    .isEqualTo(
                            "User u1 does not have plan TEAMS1: group g2 has ENTERPRISEPACK, but a distribution group"
                                    + " gives its licences to nobody.");
            assertThat(explained(false, List.of(new PlanReason.GroupNotEligible(GroupId.of("g3"), E3))))
                    .endsWith(": group g3 has ENTERPRISEPACK, but a group that is not security-enabled gives its"
                            + " licences to nobody.");
        }

        @Test
        void nothingToSay_saysThat() {
            assertThat(explained(false, List.of(new PlanReason.NotRequested())))
                    .endsWith(": no licence of the user, direct or from a group, is for a product with this plan.");
            assertThat(explained(false, List.of(new PlanReason.NotForUsers())))
                    .endsWith(": the plan serves the company as a whole and is assigned to nobody.");
        }

        private String explained(boolean enabled, List<PlanReason> reasons) {
            return writer.sentence(new PlanExplanation(USER, TEAMS, enabled, reasons));
        }
    }

    @Nested
    class Names {
        @Test
        void nameWithALineBreak_fallsBackToTheId() {
            assertThat(licenceOf("line\nbreak")).isEqualTo("the direct licence for s-odd.");
        }

        @Test
        void nameWithABlank_isQuoted() {
            assertThat(licenceOf("Business Premium")).isEqualTo("the direct licence for 'Business Premium'.");
        }

        @Test
        void nameOfTwoProducts_comesWithTheId() {
            assertThat(licenceOf("ENTERPRISEPACK")).isEqualTo("the direct licence for ENTERPRISEPACK (s-odd).");
        }

        @Test
        void idWithControlCharacters_isEscaped() {
            UserId odd = UserId.of("a\tb\u202Ec\uD83D\uDE00 d");
            assertThat(writer.sentence(odd, active(DIRECT, Map.of())))
                    .startsWith("User 'a\\u{9}b\\u{202e}c\uD83D\uDE00 d' has ");
        }

        @Test
        void productThatIsGone_isNamedById() {
            assertThat(writer.sentence(USER, state(DIRECT, SkuId.of("s-gone"), AssignmentStatus.ACTIVE, null)))
                    .isEqualTo("User u1 has the direct licence for s-gone.");
        }

        private String licenceOf(String partNumber) {
            SkuId odd = SkuId.of("s-odd");
            ReasonWriter ofOdd = ReasonWriter.english(
                    tenant().sku(Sku.of(odd, partNumber, List.of(TEAMS))).build());
            String sentence = ofOdd.sentence(USER, state(DIRECT, odd, AssignmentStatus.ACTIVE, null));
            return sentence.substring("User u1 has ".length());
        }
    }

    @Test
    void missingDependency_namesGroupAndClause() {
        MissingDependency missing = new MissingDependency(GroupId.of("g1"), AUDIO, MEETING, TEAMS_OR_SWAY);
        assertThat(writer.sentence(missing))
                .isEqualTo(
                        "Plan MCOMEETADV of the licence for MCOMEETADV from group \"Contoso Marketing\" (g1) is switched"
                                + " off, because it requires plan SWAY or TEAMS1, which no licence of the group enables.");
    }

    @Test
    void turkishLocale_sameSentence() {
        Locale before = Locale.getDefault();
        LicenseAssignmentState state = state(
                DIRECT,
                E3,
                AssignmentStatus.ERROR,
                new LicenseViolation.MutuallyExclusive(TEAMS, MEETING, GONE, AUDIO, true));
        String sentence = writer.sentence(USER, state) + writer.remedy(USER, state);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            assertThat(writer.sentence(USER, state) + writer.remedy(USER, state))
                    .isEqualTo(sentence);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static TenantSnapshot.Builder tenant() {
        return TenantSnapshot.builder(new Tenant(TenantId.of("t"), "Contoso", UsageLocation.of("US")))
                .servicePlan(plan(TEAMS, "TEAMS1"))
                .servicePlan(plan(SWAY, "SWAY"))
                .servicePlan(plan(MEETING, "MCOMEETADV"))
                .servicePlan(plan(NAMELESS, " "))
                .servicePlan(ServicePlan.builder(FOUNDATION)
                        .appliesTo(AppliesTo.COMPANY)
                        .build())
                .sku(Sku.of(E3, "ENTERPRISEPACK", List.of(TEAMS, SWAY, NAMELESS, FOUNDATION)))
                .sku(Sku.of(AUDIO, "MCOMEETADV", List.of(MEETING)))
                .sku(Sku.of(VISIO, "VISIOCLIENT", List.of(SWAY)))
                .sku(Sku.of(UNBOUGHT, "", List.of(SWAY)))
                .subscription(Subscription.of(E3, 25))
                .subscription(Subscription.of(AUDIO, 1))
                .subscription(new Subscription(VISIO, PrepaidUnits.of(5), CapabilityStatus.LOCKED_OUT))
                .user(User.builder(USER).displayName("Megan").build())
                .user(User.builder(OTHER_USER).build())
                .group(new Group(
                        GroupId.of("g1"),
                        "Contoso Marketing",
                        GroupKind.SECURITY,
                        true,
                        null,
                        List.of(License.of(E3), License.of(AUDIO))))
                .group(Group.of(GroupId.of("g2")).withKind(GroupKind.DISTRIBUTION, false))
                .group(Group.of(GroupId.of("g3")).withKind(GroupKind.MICROSOFT_365, false))
                .member(GroupId.of("g1"), USER);
    }

    private static ServicePlan plan(ServicePlanId id, String name) {
        return ServicePlan.builder(id).name(name).build();
    }

    private static LicenseAssignmentState active(
            AssignmentSource source, Map<ServicePlanId, PlanDisablement> disabled) {
        return new LicenseAssignmentState(
                source, E3, AssignmentStatus.ACTIVE, null, new TreeSet<>(), new TreeMap<>(disabled));
    }

    private static LicenseAssignmentState state(
            AssignmentSource source, SkuId sku, AssignmentStatus status, LicenseViolation violation) {
        return new LicenseAssignmentState(source, sku, status, violation, new TreeSet<>(), new TreeMap<>());
    }
}
