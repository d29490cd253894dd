package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory of an export: every call reads the file that it needs. */
final class GraphDirectory implements Directory {
    private final GraphExport export;
    private final Tenant tenant;

    private GraphDirectory(GraphExport export, Tenant tenant) {
        this.export = export;
        this.tenant = tenant;
    }

    static GraphDirectory of(GraphExport export) {
        return new GraphDirectory(export, TenantReading.organization(export, Problems.refused()));
    }

    @Override
    public Tenant tenant() {
        return tenant;
    }

    @Override
    public Stream<User> users() {
        return EntrySource.open(export.path(GraphFile.USERS), new UserReader(), Problems.refused()).stream()
                .map(UserEntry::user);
    }

    @Override
    public Stream<Group> groups() {
        return EntrySource.open(export.path(GraphFile.GROUPS), new GroupReader(), Problems.refused()).stream();
    }

    @Override
    public Stream<Membership> memberships() {
        return Members.open(export.path(GraphFile.MEMBERS), new GroupIds(), Problems.refused()).stream();
    }

    @Override
    public Stream<Membership> memberships(GroupId group) {
        return memberships().filter(membership -> membership.groupId().equals(group));
    }

    @Override
    public Optional<User> user(UserId id) {
        try (Stream<User> users = users()) {
            return users.filter(user -> user.id().equals(id)).findFirst();
        }
    }

    @Override
    public Optional<Group> group(GroupId id) {
        try (Stream<Group> groups = groups()) {
            return groups.filter(group -> group.id().equals(id)).findFirst();
        }
    }

    /** The ids of all groups, read when the first member without a type turns up. */
    private final class GroupIds implements Predicate<String> {
        private @Nullable Set<String> ids;

        @Override
        public boolean test(String id) {
            if (ids == null) {
                Set<String> read = new HashSet<>();
                try (Stream<Group> groups = groups()) {
                    groups.forEachOrdered(group -> read.add(group.id().value()));
                }
                ids = read;
            }
            return ids.contains(id);
        }
    }
}
