package dev.perseat.licensing.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.ChangeTrackingDirectory;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChangingDirectoryTest extends ChangeTrackingDirectoryContract {
    private final ChangingDirectory changing = ChangingDirectory.of(DirectoryChanges.content());

    @Override
    protected ChangeTrackingDirectory directory(TenantSnapshot prescribed) {
        return ChangingDirectory.of(prescribed);
    }

    @Override
    protected void change(ChangeTrackingDirectory directory, List<TenantChange> changes) {
        ((ChangingDirectory) directory).apply(changes);
    }

    @Override
    protected void forget(ChangeTrackingDirectory directory) {
        ((ChangingDirectory) directory).expireTokens();
    }

    @Nested
    class AsADirectory extends DirectoryContract {
        @Override
        protected Directory directory(TenantSnapshot prescribed) {
            return ChangingDirectory.of(prescribed);
        }

        @Override
        protected Directory unreadable(TenantSnapshot prescribed) {
            return FailingDirectory.after(3, ChangingDirectory.of(prescribed));
        }
    }

    @Test
    void stream_givesTheMomentAtWhichItWasAskedFor() {
        try (Stream<User> users = changing.users()) {
            changing.apply(List.of(new TenantChange.UserRemoved(UserId.of("alice"))));
            assertThat(users.map(User::id)).containsExactly(UserId.of("alice"), UserId.of("bob"));
        }
        assertThat(changing.users().map(User::id)).containsExactly(UserId.of("bob"));
    }

    @Test
    void apply_memberWhoIsNotThere_changesNothing() {
        String token = changing.token();
        List<TenantChange> changes = List.of(
                new TenantChange.UserRemoved(UserId.of("alice")),
                new TenantChange.MembershipAdded(Membership.of(GroupId.of("sales"), UserId.of("alice"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changing.apply(changes))
                .withMessageContaining("alice");
        assertThat(changing.user(UserId.of("alice"))).isPresent();
        assertThat(changing.token()).isEqualTo(token);
    }

    @Test
    void apply_whatNoDirectoryKnows_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changing.apply(List.of(new TenantChange.PolicySet(LicensingPolicy.entra()))))
                .withMessageContaining("contoso");
        Tenant another = new Tenant(TenantId.of("another"), "", UsageLocation.of("NO"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changing.apply(List.of(new TenantChange.TenantSet(another))));
    }
}
