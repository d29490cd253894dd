package dev.perseat.licensing.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.directory.DirectoryException;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import org.junit.jupiter.api.Test;

class InMemoryDirectoryBuilderTest {
    private static final UserId ALICE = UserId.of("alice");
    private static final GroupId SALES = GroupId.of("sales");

    private final InMemoryDirectory directory = InMemoryDirectory.builder(
                    new Tenant(TenantId.of("t"), "T", UsageLocation.of("NO")))
            .member(SALES, ALICE)
            .member(SALES, ALICE)
            .member(SALES, SALES)
            .user(User.builder(ALICE).build())
            .group(Group.of(SALES))
            .build();

    @Test
    void member_toldTwice_isOneMember() {
        assertThat(directory.memberships()).containsExactly(Membership.of(SALES, ALICE), Membership.of(SALES, SALES));
    }

    @Test
    void build_unknownMember_rejected() {
        assertThatThrownBy(() ->
                        directory.toBuilder().member(SALES, UserId.of("bob")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bob");
        assertThatThrownBy(() ->
                        directory.toBuilder().member(GroupId.of("gone"), ALICE).build())
                .hasMessageContaining("gone");
        assertThatThrownBy(() ->
                        directory.toBuilder().member(SALES, GroupId.of("gone")).build())
                .hasMessageContaining("gone");
    }

    @Test
    void without_takesTheUserOutOfAllGroups_andLeavesTheFirstDirectoryAsItWas() {
        InMemoryDirectory changed = directory.toBuilder().without(ALICE).build();
        assertThat(changed.users()).isEmpty();
        assertThat(changed.memberships(SALES)).containsExactly(Membership.of(SALES, SALES));
        assertThat(directory.user(ALICE)).isPresent();
        assertThat(directory.memberships(SALES)).hasSize(2);
    }

    @Test
    void user_toldAgain_replaces() {
        User disabled = User.builder(ALICE).accountEnabled(false).build();
        assertThat(directory.toBuilder().user(disabled).build().user(ALICE)).contains(disabled);
    }

    @Test
    void failingDirectory_breaksDownAfterSoManyElements() {
        assertThatThrownBy(
                        () -> FailingDirectory.after(1, directory).memberships().toList())
                .isInstanceOf(DirectoryException.class)
                .hasMessageContaining("memberships");
        assertThat(FailingDirectory.after(2, directory).memberships()).hasSize(2);
        assertThat(FailingDirectory.after(0, directory).user(ALICE)).isPresent();
    }
}
