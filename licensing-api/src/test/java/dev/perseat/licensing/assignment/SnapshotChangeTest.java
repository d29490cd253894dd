package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SnapshotChangeTest {
    private static final Tenant CONTOSO = new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("US"));
    private static final ServicePlanId MAIL = ServicePlanId.of("MAIL");
    private static final SkuId E3 = SkuId.of("E3");
    private static final SkuId E5 = SkuId.of("E5");
    private static final GroupId SALES = GroupId.of("sales");
    private static final GroupId EMEA = GroupId.of("emea");
    private static final UserId ALICE = UserId.of("alice");
    private static final UserId BOB = UserId.of("bob");
    private static final UserId CAROL = UserId.of("carol");

    private final TenantSnapshot before = TenantSnapshot.builder(CONTOSO)
            .servicePlan(ServicePlan.builder(MAIL).build())
            .sku(Sku.of(E3, "ENTERPRISEPACK", List.of(MAIL)))
            .sku(Sku.of(E5, "ENTERPRISEPREMIUM", List.of(MAIL)))
            .subscription(Subscription.of(E3, 5))
            .user(user(ALICE))
            .user(user(BOB))
            .group(Group.of(SALES).withLicenses(List.of(License.of(E3))))
            .group(Group.of(EMEA))
            .member(SALES, ALICE)
            .member(SALES, BOB)
            .member(EMEA, BOB)
            .member(SALES, EMEA)
            .build();

    private static User user(UserId id) {
        return User.builder(id).build();
    }

    private static TenantChange set(User user) {
        return new TenantChange.UserSet(user);
    }

    private static TenantChange set(Group group) {
        return new TenantChange.GroupSet(group);
    }

    private static TenantChange gone(UserId user) {
        return new TenantChange.UserRemoved(user);
    }

    private static TenantChange gone(GroupId group) {
        return new TenantChange.GroupRemoved(group);
    }

    private static TenantChange joins(GroupId group, UserId user) {
        return new TenantChange.MembershipAdded(Membership.of(group, user));
    }

    private static TenantChange joins(GroupId group, GroupId member) {
        return new TenantChange.MembershipAdded(Membership.of(group, member));
    }

    private static TenantChange leaves(GroupId group, UserId user) {
        return new TenantChange.MembershipRemoved(Membership.of(group, user));
    }

    private static TenantChange leaves(GroupId group, GroupId member) {
        return new TenantChange.MembershipRemoved(Membership.of(group, member));
    }

    private TenantSnapshot after(TenantChange... changes) {
        return before.with(Arrays.asList(changes));
    }

    private List<String> problems(TenantChange... changes) {
        InvalidTenantException thrown = catchThrowableOfType(InvalidTenantException.class, () -> after(changes));
        assertThat(thrown).as("problems of the tenant").isNotNull();
        return thrown.problems().stream().map(TenantProblem::message).toList();
    }

    /** All that a snapshot says, each access path on its own. */
    private static List<Object> content(TenantSnapshot snapshot) {
        List<Object> content = new ArrayList<>(List.of(snapshot.tenant(), snapshot.policy()));
        content.addAll(List.of(snapshot.servicePlans(), snapshot.skus(), snapshot.groups(), snapshot.users()));
        snapshot.skus().forEach(sku -> content.add(snapshot.subscription(sku.id())));
        snapshot.groups().forEach(group -> {
            content.add(List.copyOf(snapshot.memberUsers(group.id())));
            content.add(List.copyOf(snapshot.memberGroups(group.id())));
        });
        for (int user = 0; user < snapshot.userCount(); user++) {
            content.add(groupsOf(snapshot, snapshot.userId(user)));
        }
        return content;
    }

    private static List<GroupId> groupsOf(TenantSnapshot snapshot, UserId user) {
        int index = snapshot.userIndex(user);
        return IntStream.range(0, snapshot.groupCount(index))
                .mapToObj(k -> snapshot.groups().get(snapshot.groupOf(index, k)).id())
                .toList();
    }

    private void assertUnchanged(TenantSnapshot after) {
        assertThat(content(after)).isEqualTo(content(before));
    }

    @Nested
    class Memberships {
        @Test
        void added_userAndGroup_areMembers() {
            TenantSnapshot after = after(joins(EMEA, ALICE), joins(EMEA, SALES));
            assertThat(after.memberUsers(EMEA)).containsExactly(ALICE, BOB);
            assertThat(after.memberGroups(EMEA)).containsExactly(SALES);
            assertThat(groupsOf(after, ALICE)).containsExactly(EMEA, SALES);
        }

        @Test
        void added_thatIsThere_changesNothing() {
            assertUnchanged(after(joins(SALES, ALICE), joins(SALES, ALICE), joins(SALES, EMEA)));
        }

        @Test
        void removed_userAndGroup_areNoMembersOfThatGroupOnly() {
            TenantSnapshot after = after(leaves(SALES, BOB), leaves(SALES, EMEA));
            assertThat(after.memberUsers(SALES)).containsExactly(ALICE);
            assertThat(after.memberGroups(SALES)).isEmpty();
            assertThat(after.memberUsers(EMEA)).containsExactly(BOB);
        }

        @Test
        void removed_thatIsNotThere_changesNothing() {
            assertUnchanged(after(
                    leaves(EMEA, ALICE),
                    leaves(EMEA, SALES),
                    leaves(SALES, UserId.of("mallory")),
                    leaves(SALES, GroupId.of("ghosts")),
                    leaves(GroupId.of("ghosts"), ALICE)));
        }

        @Test
        void toldSeveralTimes_theLastCounts() {
            assertUnchanged(after(leaves(SALES, ALICE), joins(SALES, ALICE)));
            assertUnchanged(after(joins(EMEA, ALICE), leaves(EMEA, ALICE)));
        }

        @Test
        void added_beforeUserAndGroupAreTold_areMembers() {
            GroupId hr = GroupId.of("hr");
            TenantSnapshot after = after(joins(hr, CAROL), joins(hr, SALES), set(user(CAROL)), set(Group.of(hr)));
            assertThat(after.memberUsers(hr)).containsExactly(CAROL);
            assertThat(after.memberGroups(hr)).containsExactly(SALES);
        }
    }

    @Nested
    class Users_and_groups {
        @Test
        void set_user_takesThePlaceOfTheOld_andKeepsMemberships() {
            User moved = User.builder(ALICE)
                    .displayName("Alice")
                    .usageLocation(UsageLocation.of("SE"))
                    .accountEnabled(false)
                    .directLicense(License.of(E5))
                    .build();
            TenantSnapshot after = after(set(user(ALICE)), set(moved));
            assertThat(after.user(ALICE)).isEqualTo(moved);
            assertThat(after.user(BOB)).isEqualTo(user(BOB));
            assertThat(groupsOf(after, ALICE)).containsExactly(SALES);
        }

        @Test
        void set_newUser_comesInOrderOfIds() {
            TenantSnapshot after = after(set(user(UserId.of("al"))), set(user(CAROL)));
            assertThat(after.users()).extracting(User::id).containsExactly(UserId.of("al"), ALICE, BOB, CAROL);
            assertThat(after.memberUsers(SALES)).containsExactly(ALICE, BOB);
        }

        @Test
        void removed_user_isGoneWithAllMemberships() {
            TenantSnapshot after = after(gone(BOB));
            assertThat(after.users()).extracting(User::id).containsExactly(ALICE);
            assertThat(after.memberUsers(SALES)).containsExactly(ALICE);
            assertThat(after.memberUsers(EMEA)).isEmpty();
        }

        @Test
        void removed_userWhoComesBack_hasOnlyMembershipsToldSince() {
            TenantSnapshot after = after(joins(EMEA, ALICE), gone(ALICE), set(user(ALICE)));
            assertThat(groupsOf(after, ALICE)).isEmpty();
            assertThat(groupsOf(after(gone(BOB), joins(EMEA, BOB), set(user(BOB))), BOB))
                    .containsExactly(EMEA);
            assertThat(groupsOf(after(gone(BOB), joins(EMEA, BOB), gone(BOB), set(user(BOB))), BOB))
                    .isEmpty();
        }

        @Test
        void set_group_takesThePlaceOfTheOld_andKeepsMembers() {
            Group changed = Group.of(SALES).withLicenses(List.of(License.of(E5, MAIL)));
            TenantSnapshot after = after(set(changed));
            assertThat(after.group(SALES)).isEqualTo(changed);
            assertThat(after.memberUsers(SALES)).containsExactly(ALICE, BOB);
            assertThat(after.memberGroups(SALES)).containsExactly(EMEA);
        }

        @Test
        void removed_group_isGoneWithMembersAndItsOwnMemberships() {
            TenantSnapshot after = after(gone(EMEA));
            assertThat(after.groups()).extracting(Group::id).containsExactly(SALES);
            assertThat(after.memberGroups(SALES)).isEmpty();
            assertThat(groupsOf(after, BOB)).containsExactly(SALES);
        }

        @Test
        void removed_groupThatComesBack_hasOnlyMembersToldSince() {
            TenantSnapshot after =
                    after(joins(EMEA, SALES), gone(EMEA), joins(EMEA, ALICE), joins(EMEA, EMEA), set(Group.of(EMEA)));
            assertThat(after.memberUsers(EMEA)).containsExactly(ALICE);
            assertThat(after.memberGroups(EMEA)).containsExactly(EMEA);
            assertThat(after.memberGroups(SALES)).isEmpty();
            assertThat(after(gone(EMEA), joins(SALES, EMEA), set(Group.of(EMEA)))
                            .memberGroups(SALES))
                    .containsExactly(EMEA);
        }

        @Test
        void setThenRemoved_isGone() {
            assertUnchanged(after(set(user(CAROL)), joins(SALES, CAROL), gone(CAROL)));
            assertUnchanged(
                    after(set(Group.of(GroupId.of("hr"))), joins(SALES, GroupId.of("hr")), gone(GroupId.of("hr"))));
        }

        @Test
        void removed_thatAreNotThere_changeNothing() {
            assertUnchanged(after(gone(CAROL), gone(GroupId.of("ghosts"))));
        }
    }

    @Nested
    class Products_and_policy {
        @Test
        void subscription_setAndRemoved() {
            TenantSnapshot after = after(
                    new TenantChange.SubscriptionSet(Subscription.of(E5, 7)), new TenantChange.SubscriptionRemoved(E3));
            assertThat(after.subscription(E5)).contains(Subscription.of(E5, 7));
            assertThat(after.subscription(E3)).isEmpty();
        }

        @Test
        void sku_setAndRemoved() {
            Sku empty = Sku.of(E3, "EMPTY", List.of());
            TenantSnapshot after = after(new TenantChange.SkuSet(empty), new TenantChange.SkuRemoved(E5));
            assertThat(after.skus()).containsExactly(empty);
            assertThat(after.subscription(E3)).contains(Subscription.of(E3, 5));
        }

        @Test
        void servicePlan_setAndRemoved() {
            ServicePlan chat = ServicePlan.builder(ServicePlanId.of("CHAT"))
                    .conflictsWith(List.of(MAIL))
                    .build();
            TenantSnapshot after = after(new TenantChange.ServicePlanSet(chat));
            assertThat(after.servicePlans()).containsExactly(chat, before.servicePlan(MAIL));
            assertThat(after.with(List.of(new TenantChange.ServicePlanRemoved(chat.id())))
                            .servicePlans())
                    .isEqualTo(before.servicePlans());
        }

        @Test
        void removed_thatAreNotThere_changeNothing() {
            assertUnchanged(after(
                    new TenantChange.SubscriptionRemoved(E5),
                    new TenantChange.SkuRemoved(SkuId.of("A1")),
                    new TenantChange.ServicePlanRemoved(ServicePlanId.of("CHAT"))));
        }

        @Test
        void policyAndTenant_areReplaced() {
            LicensingPolicy nested = LicensingPolicy.entra().with(NestedGroups.TRANSITIVE);
            Tenant renamed = new Tenant(CONTOSO.id(), "Fabrikam", UsageLocation.of("NO"));
            TenantSnapshot after = after(new TenantChange.PolicySet(nested), new TenantChange.TenantSet(renamed));
            assertThat(after.policy()).isEqualTo(nested);
            assertThat(after.tenant()).isEqualTo(renamed);
        }

        @Test
        void tenant_withAnotherId_isRejected() {
            Tenant other = new Tenant(TenantId.of("fabrikam"), "Contoso", UsageLocation.of("US"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> after(new TenantChange.TenantSet(other)))
                    .withMessage("tenant 'contoso' cannot become tenant 'fabrikam'");
        }
    }

    @Nested
    class The_whole {
        @Test
        void noChange_givesTheSame() {
            assertUnchanged(after());
        }

        @Test
        void snapshotBefore_isUntouched() {
            List<Object> content = content(before);
            after(gone(ALICE), gone(EMEA), set(user(CAROL)), joins(SALES, CAROL), new TenantChange.SkuRemoved(E5));
            assertThat(content(before)).isEqualTo(content);
        }

        @Test
        void onlyTheTenantAfterTheLastChange_hasToBeValid() {
            TenantSnapshot after = after(
                    new TenantChange.SkuRemoved(E3),
                    new TenantChange.SubscriptionRemoved(E3),
                    set(Group.of(SALES).withLicenses(List.of())));
            assertThat(after.skus()).extracting(Sku::id).containsExactly(E5);
        }

        @Test
        void invalidAfterwards_everyProblemIsNamed() {
            assertThat(problems(
                            new TenantChange.SkuRemoved(E3),
                            joins(SALES, UserId.of("mallory")),
                            joins(EMEA, GroupId.of("ghosts")),
                            joins(GroupId.of("ghosts"), ALICE),
                            new TenantChange.ServicePlanRemoved(MAIL)))
                    .containsExactly(
                            "SKU 'E5' has unknown plan 'MAIL'",
                            "group 'ghosts' with member 'alice' is not in the directory",
                            "group 'ghosts', a member of group 'emea', is not in the directory",
                            "group 'sales' has a licence of unknown SKU 'E3'",
                            "there is a subscription of unknown SKU 'E3'",
                            "user 'mallory', a member of group 'sales', is not in the directory");
        }

        @Test
        void membershipOfWhoHasGone_toldAfterwards_isAProblem() {
            assertThat(problems(gone(BOB), joins(SALES, BOB)))
                    .containsExactly("user 'bob', a member of group 'sales', is not in the directory");
        }

        @Test
        void nullAmongTheChanges_isRejected() {
            assertThatExceptionOfType(NullPointerException.class)
                    .isThrownBy(() -> before.with(Arrays.asList(gone(BOB), null)));
        }
    }
}
