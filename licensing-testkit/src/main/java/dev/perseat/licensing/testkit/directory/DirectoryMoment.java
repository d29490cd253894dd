package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.internal.SortedTree;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a directory has at one moment. Immutable; the next moment shares with it what stays the same. */
record DirectoryMoment(
        Tenant tenant,
        SortedTree<UserId, User> users,
        SortedTree<GroupId, Group> groups,
        SortedTree<GroupId, SortedTree<MemberKey, Membership>> members) {
    static DirectoryMoment of(TenantSnapshot snapshot) {
        DirectoryMoment moment =
                new DirectoryMoment(snapshot.tenant(), SortedTree.empty(), SortedTree.empty(), SortedTree.empty());
        for (User user : snapshot.users()) {
            moment = moment.withUsers(moment.users.with(user.id(), user));
        }
        for (Group group : snapshot.groups()) {
            moment = moment.withGroups(moment.groups.with(group.id(), group));
        }
        for (Membership membership : DirectoryContent.memberships(snapshot)) {
            moment = moment.joined(membership);
        }
        return moment;
    }

    /**
     * The moment after some changes.
     *
     * @throws IllegalArgumentException if a directory knows nothing of such a change, or somebody in a group is not there
     */
    DirectoryMoment with(List<TenantChange> changes) {
        DirectoryMoment moment = this;
        for (TenantChange change : changes) {
            moment = moment.with(change);
        }
        for (TenantChange change : changes) {
            if (change instanceof TenantChange.MembershipAdded added) {
                moment.check(added.membership());
            }
        }
        return moment;
    }

    private DirectoryMoment with(TenantChange change) {
        if (change instanceof TenantChange.MembershipAdded it) {
            return joined(it.membership());
        } else if (change instanceof TenantChange.MembershipRemoved it) {
            return left(it.membership().groupId(), MemberKey.of(it.membership()));
        } else if (change instanceof TenantChange.UserSet it) {
            return withUsers(users.with(it.user().id(), it.user()));
        } else if (change instanceof TenantChange.UserRemoved it) {
            return withUsers(users.without(it.userId())).leftAll(MemberKey.of(it.userId()));
        } else if (change instanceof TenantChange.GroupSet it) {
            return withGroups(groups.with(it.group().id(), it.group()));
        } else if (change instanceof TenantChange.GroupRemoved it) {
            return withGroups(groups.without(it.groupId()))
                    .withMembers(members.without(it.groupId()))
                    .leftAll(MemberKey.of(it.groupId()));
        } else if (change instanceof TenantChange.TenantSet it
                && it.tenant().id().equals(tenant.id())) {
            return new DirectoryMoment(it.tenant(), users, groups, members);
        }
        throw new IllegalArgumentException("not a change of the directory of tenant '" + tenant.id() + "': " + change);
    }

    private DirectoryMoment joined(Membership membership) {
        GroupId group = membership.groupId();
        return withMembers(members.with(group, membersOf(group).with(MemberKey.of(membership), membership)));
    }

    private DirectoryMoment left(GroupId group, MemberKey member) {
        SortedTree<MemberKey, Membership> before = membersOf(group);
        return before.get(member) == null ? this : withMembers(members.with(group, before.without(member)));
    }

    private DirectoryMoment leftAll(MemberKey member) {
        DirectoryMoment moment = this;
        for (GroupId group : members.entries().map(Map.Entry::getKey).toList()) {
            moment = moment.left(group, member);
        }
        return moment;
    }

    private void check(Membership membership) {
        MemberKey member = MemberKey.of(membership);
        boolean isThere = membersOf(membership.groupId()).get(member) != null;
        if (isThere && (groups.get(membership.groupId()) == null || memberOf(membership) == null)) {
            throw new IllegalArgumentException(
                    "group '" + membership.groupId() + "' or its member is not in the directory: " + membership);
        }
    }

    private @Nullable Object memberOf(Membership membership) {
        if (membership instanceof Membership.OfUser user) {
            return users.get(user.member());
        }
        return groups.get(((Membership.OfGroup) membership).member());
    }

    private SortedTree<MemberKey, Membership> membersOf(GroupId group) {
        SortedTree<MemberKey, Membership> known = members.get(group);
        return known == null ? SortedTree.empty() : known;
    }

    Stream<Membership> memberships(GroupId group) {
        return membersOf(group).entries().map(Map.Entry::getValue);
    }

    Stream<Membership> memberships() {
        return members.entries().flatMap(it -> it.getValue().entries()).map(Map.Entry::getValue);
    }

    private DirectoryMoment withUsers(SortedTree<UserId, User> newUsers) {
        return new DirectoryMoment(tenant, newUsers, groups, members);
    }

    private DirectoryMoment withGroups(SortedTree<GroupId, Group> newGroups) {
        return new DirectoryMoment(tenant, users, newGroups, members);
    }

    private DirectoryMoment withMembers(SortedTree<GroupId, SortedTree<MemberKey, Membership>> newMembers) {
        return new DirectoryMoment(tenant, users, groups, newMembers);
    }

    /** Who is a member: users before groups, each by id. */
    record MemberKey(boolean isGroup, String id) implements Comparable<MemberKey> {
        static MemberKey of(UserId user) {
            return new MemberKey(false, user.value());
        }

        static MemberKey of(GroupId group) {
            return new MemberKey(true, group.value());
        }

        static MemberKey of(Membership membership) {
            return membership instanceof Membership.OfUser user
                    ? of(user.member())
                    : of(((Membership.OfGroup) membership).member());
        }

        @Override
        public int compareTo(MemberKey other) {
            return isGroup == other.isGroup ? id.compareTo(other.id) : Boolean.compare(isGroup, other.isGroup);
        }
    }
}
