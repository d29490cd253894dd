package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory that says what another one says, but for what a subclass breaks. */
class DelegatingDirectory implements Directory {
    final Directory right;

    DelegatingDirectory(Directory right) {
        this.right = right;
    }

    @Override
    public Tenant tenant() {
        return right.tenant();
    }

    @Override
    public Stream<User> users() {
        return right.users();
    }

    @Override
    public Stream<Group> groups() {
        return right.groups();
    }

    @Override
    public Stream<Membership> memberships() {
        return right.memberships();
    }

    @Override
    public Stream<Membership> memberships(GroupId group) {
        return right.memberships(group);
    }

    @Override
    public Optional<User> user(UserId id) {
        return right.user(id);
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return right.group(id);
    }
}
