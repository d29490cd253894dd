package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the laws do not see: tenants too large for the reference, and what a caller reads in a message. */
class GroupExpansionTest {
    private static final int USERS = 20_000;
    private static final int GROUPS = 300;

    private static UserId user(int number) {
        return UserId.of("u%05d".formatted(number));
    }

    private static GroupId group(int number) {
        return GroupId.of("g%05d".formatted(number));
    }

    /** Group 0 has everybody, group 1 three, the others some at random; each may be in another one, round cycles too. */
    private static TenantSnapshot random(NestedGroups nested) {
        SplittableRandom random = new SplittableRandom(9);
        TenantSnapshot.Builder tenant =
                TenantSnapshot.builder(new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("NO")));
        tenant.policy(LicensingPolicy.entra().with(nested));
        for (int number = 0; number < USERS; number++) {
            tenant.user(User.builder(user(number)).build()).member(group(0), user(number));
        }
        for (int number = 0; number < GROUPS; number++) {
            tenant.group(Group.of(group(number)));
            for (int k = number == 1 ? 0 : random.nextInt(number % 3 == 0 ? 9 : 60); k > 0; k--) {
                tenant.member(group(number), user(random.nextInt(USERS)));
            }
            if (number > 1) {
                tenant.member(group(2 + random.nextInt(GROUPS - 2)), group(number));
            }
        }
        for (int number : new int[] {3, USERS / 2, USERS - 1}) {
            tenant.member(group(1), user(number));
        }
        return tenant.build();
    }

    @Test
    void largeTenant_everyGroup_asPlainReachability() {
        TenantSnapshot snapshot = random(NestedGroups.TRANSITIVE);
        CompiledTenant tenant = DenseAssignmentCalculator.create().compile(snapshot);
        for (int group = 0; group < GROUPS; group++) {
            SortedSet<Integer> expected = plainly(snapshot, group);
            assertThat(tenant.memberIndexes(group))
                    .isEqualTo(expected.stream().mapToInt(Integer::intValue).toArray());
            assertThat(tenant.memberCount(group)).isEqualTo(expected.size());
            for (int user = 0; user < USERS; user += 997) {
                assertThat(tenant.isMember(user, group)).isEqualTo(expected.contains(user));
            }
        }
    }

    private static SortedSet<Integer> plainly(TenantSnapshot snapshot, int group) {
        TreeSet<Integer> groups = new TreeSet<>(List.of(group));
        List<Integer> open = new ArrayList<>(groups);
        TreeSet<Integer> users = new TreeSet<>();
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            for (int k = 0; k < snapshot.memberUserCount(next); k++) {
                users.add(snapshot.memberUser(next, k));
            }
            for (int k = 0; k < snapshot.memberGroupCount(next); k++) {
                if (groups.add(snapshot.memberGroup(next, k))) {
                    open.add(snapshot.memberGroup(next, k));
                }
            }
        }
        return users;
    }

    @Test
    void directMembershipOnly_isWhatTheSnapshotSays() {
        TenantSnapshot snapshot = random(NestedGroups.DIRECT);
        CompiledTenant tenant = DenseAssignmentCalculator.create().compile(snapshot);
        assertThat(tenant.memberIds(group(1))).containsExactly(user(3), user(USERS / 2), user(USERS - 1));
        for (int group = 0; group < GROUPS; group++) {
            GroupId id = group(group);
            assertThat(tenant.memberIds(id)).isEqualTo(snapshot.memberUsers(id));
            assertThat(tenant.memberCount(id)).isEqualTo(snapshot.memberUserCount(group));
        }
    }

    @Test
    void deepNesting_isFollowedToItsEnd() {
        int depth = 50_000;
        TenantSnapshot.Builder builder = TenantSnapshot.builder(
                        new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("NO")))
                .policy(LicensingPolicy.entra().with(NestedGroups.TRANSITIVE))
                .user(User.builder(user(0)).build())
                .member(group(depth), user(0));
        for (int number = 0; number <= depth; number++) {
            builder.group(Group.of(group(number)));
            if (number > 0) {
                builder.member(group(number - 1), group(number));
            }
        }
        CompiledTenant tenant = DenseAssignmentCalculator.create().compile(builder.build());
        assertThat(tenant.groupsOf(user(0))).hasSize(depth + 1).isSorted();
        assertThat(tenant.memberIds(group(0))).containsExactly(user(0));
        assertThat(tenant.isMember(user(0), group(0))).isTrue();
    }

    @Test
    void lists_haveRandomAccess() {
        CompiledTenant tenant = DenseAssignmentCalculator.create().compile(random(NestedGroups.TRANSITIVE));
        assertThat(tenant.memberIds(group(0))).isInstanceOf(RandomAccess.class);
        assertThat(tenant.groupsOf(user(0))).isInstanceOf(RandomAccess.class).startsWith(group(0));
    }

    @Test
    void askingForWhatIsNotThere_namesIt() {
        CompiledTenant tenant = DenseAssignmentCalculator.create()
                .compile(TenantBuilder.tenant("contoso")
                        .user("ann")
                        .group("staff")
                        .snapshot());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tenant.memberIds(GroupId.of("none")))
                .withMessage("there is no group 'none' in this tenant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tenant.isMember(UserId.of("nobody"), GroupId.of("none")))
                .withMessage("there is no user 'nobody' in this tenant");
    }
}
