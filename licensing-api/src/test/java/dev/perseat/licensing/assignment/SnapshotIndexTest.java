package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tenant large enough that every table grows and members are looked up in several batches. */
class SnapshotIndexTest {
    private static final int USERS = 10_000;
    private static final int GROUPS = 500;
    private static final SkuId E3 = SkuId.of("E3");

    private final Random random = new Random(7);
    private final SortedMap<UserId, User> users = new TreeMap<>();
    private final SortedMap<UserId, Set<GroupId>> groupsOf = new TreeMap<>();
    private final SortedMap<GroupId, Set<UserId>> members = new TreeMap<>();
    private final TenantSnapshot snapshot = snapshot();

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private TenantSnapshot snapshot() {
        Tenant tenant = new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("US"));
        TenantSnapshot.Builder builder = TenantSnapshot.builder(tenant)
                .servicePlan(ServicePlan.builder(ServicePlanId.of("MAIL")).build())
                .sku(Sku.of(E3, "", List.of(ServicePlanId.of("MAIL"))));
        List<GroupId> groups =
                random.ints(GROUPS).mapToObj(i -> GroupId.of(uuid())).toList();
        groups.forEach(group -> members.put(group, new TreeSet<>()));
        for (int i = 0; i < USERS; i++) {
            User user = user(i);
            users.put(user.id(), user);
            groupsOf.put(user.id(), new TreeSet<>());
            for (int k = random.nextInt(9); k > 0; k--) {
                GroupId group = groups.get(random.nextInt(GROUPS));
                groupsOf.get(user.id()).add(group);
                members.get(group).add(user.id());
                builder.member(group, UserId.of(user.id().value()));
            }
            builder.user(user);
        }
        groups.forEach(group -> builder.group(Group.of(group)));
        return builder.build();
    }

    private User user(int i) {
        User.Builder user = User.builder(UserId.of(uuid())).accountEnabled(i % 7 != 0);
        if (i % 3 == 0) {
            user.usageLocation(UsageLocation.of(i % 2 == 0 ? "SE" : "NO"));
        }
        if (i % 50 == 0) {
            user.displayName("User " + i).directLicense(License.of(E3)).attribute("number", "" + i);
        }
        return user.build();
    }

    @Test
    void users_keepEverything_inOrderOfIds() {
        assertThat(snapshot.users()).containsExactlyElementsOf(users.values());
    }

    @Test
    void userIndexAndGroupIndex_areThePositions() {
        int index = 0;
        for (UserId user : users.keySet()) {
            UserId copy = UserId.of(user.value());
            assertThat(snapshot.userIndex(copy)).isEqualTo(index);
            assertThat(snapshot.userIndex(snapshot.userId(index))).isEqualTo(index);
            index++;
        }
        index = 0;
        for (GroupId group : members.keySet()) {
            assertThat(snapshot.groupIndex(GroupId.of(group.value()))).isEqualTo(index++);
        }
    }

    @Test
    void userIndexAndGroupIndex_ofWhatIsNotThere_areNegative() {
        for (int i = 0; i < 1000; i++) {
            assertThat(snapshot.userIndex(UserId.of(uuid()))).isNegative();
            assertThat(snapshot.groupIndex(GroupId.of(uuid()))).isNegative();
        }
        UserId last = users.lastKey();
        assertThat(snapshot.userIndex(UserId.of(last.value() + "z"))).isNegative();
    }

    @Test
    void memberships_areSortedFromBothSides() {
        members.forEach(
                (group, expected) -> assertThat(snapshot.memberUsers(group)).containsExactlyElementsOf(expected));
        groupsOf.forEach((user, expected) -> {
            int index = snapshot.userIndex(user);
            assertThat(snapshot.groupCount(index)).isEqualTo(expected.size());
            int k = 0;
            for (GroupId group : expected) {
                assertThat(snapshot.groupOf(index, k++)).isEqualTo(snapshot.groupIndex(group));
            }
        });
    }

    @Test
    void toBuilder_andWithNoChange_giveTheSameMembers() {
        for (TenantSnapshot again : List.of(snapshot.toBuilder().build(), snapshot.with(List.of()))) {
            assertThat(again.users()).isEqualTo(snapshot.users());
            members.keySet()
                    .forEach(group -> assertThat(again.memberUsers(group)).isEqualTo(snapshot.memberUsers(group)));
        }
    }
}
