package dev.perseat.benchmarks.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules of {@link Directory} that the content of a generated tenant can break. The contract test of the testkit prescribes
 * a content, and this directory has its own.
 */
class GeneratedDirectoryTest {
    private static final TenantShape SHAPE = TenantShape.NESTED_200;

    private final Directory directory = new GeneratedTenant(SHAPE, Load.SCARCE, Day.TODAY);

    @Test
    void d02_users_givesEachExactlyOnce() {
        assertThat(directory.users().map(User::id)).hasSize(SHAPE.users()).doesNotHaveDuplicates();
    }

    @Test
    void d03_groups_givesEachExactlyOnce() {
        assertThat(directory.groups().map(Group::id)).hasSize(SHAPE.groups()).doesNotHaveDuplicates();
    }

    @Test
    void d05_memberships_nameUsersAndGroupsThatAreGiven() {
        Set<UserId> users = directory.users().map(User::id).collect(Collectors.toSet());
        Set<GroupId> groups = directory.groups().map(Group::id).collect(Collectors.toSet());
        directory.memberships().forEach(membership -> {
            assertThat(groups).contains(membership.groupId());
            if (membership instanceof Membership.OfUser user) {
                assertThat(users).contains(user.member());
            } else if (membership instanceof Membership.OfGroup group) {
                assertThat(groups).contains(group.member());
            }
        });
    }

    @Test
    void d06_membershipsOfOneGroup_agreeWithAll() {
        List<Membership> whole = directory.memberships().toList();
        directory
                .groups()
                .map(Group::id)
                .forEach(group -> assertThat(directory.memberships(group))
                        .containsExactlyInAnyOrderElementsOf(whole.stream()
                                .filter(membership -> membership.groupId().equals(group))
                                .toList()));
        assertThat(directory.memberships(GroupId.of("nothing"))).isEmpty();
    }

    @Test
    void d07_single_agreesWithStreams() {
        directory.users().forEach(user -> assertThat(directory.user(user.id())).contains(user));
        directory
                .groups()
                .forEach(group -> assertThat(directory.group(group.id())).contains(group));
        assertThat(directory.user(UserId.of("nobody"))).isEmpty();
        assertThat(directory.group(GroupId.of("nothing"))).isEmpty();
    }

    @Test
    void d08_streams_beginAnewAndDoNotDisturbEachOther() {
        readInTurns(directory::users);
        readInTurns(directory::groups);
        readInTurns(directory::memberships);
    }

    private static <T> void readInTurns(Supplier<Stream<T>> streams) {
        List<T> expected = streams.get().toList();
        Iterator<T> ones = streams.get().iterator();
        Iterator<T> others = streams.get().iterator();
        for (T each : expected) {
            assertThat(ones.next()).isEqualTo(each);
            assertThat(others.next()).isEqualTo(each);
        }
        assertThat(ones.hasNext() || others.hasNext()).isFalse();
    }

    @Test
    void d13_content_isTheSameInAnotherDirectoryOfTheShape() {
        Directory again = new GeneratedTenant(SHAPE, Load.SCARCE, Day.TODAY);
        assertThat(again.tenant()).isEqualTo(directory.tenant());
        assertThat(again.users()).containsExactlyElementsOf(directory.users().toList());
        assertThat(again.groups()).containsExactlyElementsOf(directory.groups().toList());
        assertThat(again.memberships())
                .containsExactlyElementsOf(directory.memberships().toList());
    }
}
