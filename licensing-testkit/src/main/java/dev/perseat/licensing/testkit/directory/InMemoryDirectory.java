package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory held in memory. Immutable, so it can be used by any number of threads; a changed directory is another one,
 * made with {@link #toBuilder()}. Its streams are in order of ids, the members of one group in the order told.
 *
 * @since 0.1
 */
public final class InMemoryDirectory implements Directory {
    private final Tenant tenant;
    private final SortedMap<UserId, User> users;
    private final SortedMap<GroupId, Group> groups;
    private final SortedMap<GroupId, List<Membership>> memberships;

    private InMemoryDirectory(Builder builder) {
        this.tenant = builder.tenant;
        this.users = Collections.unmodifiableSortedMap(new TreeMap<>(builder.users));
        this.groups = Collections.unmodifiableSortedMap(new TreeMap<>(builder.groups));
        SortedMap<GroupId, List<Membership>> copy = new TreeMap<>();
        builder.memberships.forEach((group, members) -> copy.put(group, List.copyOf(members)));
        this.memberships = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Returns the directory that a snapshot was made of.
     *
     * @param snapshot the snapshot
     * @return a directory with its tenant, users, groups and members
     */
    public static InMemoryDirectory of(TenantSnapshot snapshot) {
        Builder builder = builder(snapshot.tenant());
        snapshot.users().forEach(builder::user);
        snapshot.groups().forEach(builder::group);
        for (Group group : snapshot.groups()) {
            snapshot.memberUsers(group.id()).forEach(user -> builder.member(group.id(), user));
            snapshot.memberGroups(group.id()).forEach(member -> builder.member(group.id(), member));
        }
        return builder.build();
    }

    /**
     * Begins a directory without users and groups.
     *
     * @param tenant the tenant
     * @return a builder, not safe for use by several threads
     */
    public static Builder builder(Tenant tenant) {
        return new Builder(tenant);
    }

    /**
     * Returns a builder that begins with everything this directory has.
     *
     * @return a builder, not safe for use by several threads
     */
    public Builder toBuilder() {
        Builder builder = builder(tenant);
        builder.users.putAll(users);
        builder.groups.putAll(groups);
        memberships.values().forEach(members -> members.forEach(builder::membership));
        return builder;
    }

    @Override
    public Tenant tenant() {
        return tenant;
    }

    @Override
    public Stream<User> users() {
        return users.values().stream();
    }

    @Override
    public Stream<Group> groups() {
        return groups.values().stream();
    }

    @Override
    public Stream<Membership> memberships() {
        return memberships.values().stream().flatMap(List::stream);
    }

    @Override
    public Stream<Membership> memberships(GroupId group) {
        return memberships.getOrDefault(group, List.of()).stream();
    }

    @Override
    public Optional<User> user(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return Optional.ofNullable(groups.get(id));
    }

    /**
     * Collects users, groups and members in any order.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Tenant tenant;
        private final SortedMap<UserId, User> users = new TreeMap<>();
        private final SortedMap<GroupId, Group> groups = new TreeMap<>();
        /** In the order told; a set that is linked, so that a group may have a million members. */
        private final SortedMap<GroupId, Set<Membership>> memberships = new TreeMap<>();

        private Builder(Tenant tenant) {
            this.tenant = tenant;
        }

        /**
         * Adds a user, in place of one with the same id.
         *
         * @param user the user
         * @return this builder
         */
        public Builder user(User user) {
            users.put(user.id(), user);
            return this;
        }

        /**
         * Adds a group, in place of one with the same id.
         *
         * @param group the group
         * @return this builder
         */
        public Builder group(Group group) {
            groups.put(group.id(), group);
            return this;
        }

        /**
         * Makes a user a member of a group. Telling it twice is the same as telling it once.
         *
         * @param group the group
         * @param member the user
         * @return this builder
         */
        public Builder member(GroupId group, UserId member) {
            return membership(Membership.of(group, member));
        }

        /**
         * Makes a group a member of a group. Telling it twice is the same as telling it once; cycles are allowed.
         *
         * @param group the group
         * @param member the member
         * @return this builder
         */
        public Builder member(GroupId group, GroupId member) {
            return membership(Membership.of(group, member));
        }

        private Builder membership(Membership membership) {
            memberships
                    .computeIfAbsent(membership.groupId(), any -> new LinkedHashSet<>())
                    .add(membership);
            return this;
        }

        /**
         * Takes a user out, and out of all groups.
         *
         * @param user the user; if there is none with this id, nothing happens
         * @return this builder
         */
        public Builder without(UserId user) {
            users.remove(user);
            memberships.values().forEach(members -> members.removeIf(it -> isOf(it, user)));
            return this;
        }

        private static boolean isOf(Membership membership, UserId user) {
            return membership instanceof Membership.OfUser it && it.member().equals(user);
        }

        /**
         * Returns the directory. The builder can go on being used for another one.
         *
         * @return a directory of all that was said
         * @throws IllegalArgumentException if a member or a group with members was not added
         */
        public InMemoryDirectory build() {
            memberships.values().forEach(members -> members.forEach(this::check));
            return new InMemoryDirectory(this);
        }

        private void check(Membership membership) {
            if (!groups.containsKey(membership.groupId()) || !hasMember(membership)) {
                throw new IllegalArgumentException(
                        "group '" + membership.groupId() + "' or its member is not in the directory: " + membership);
            }
        }

        private boolean hasMember(Membership membership) {
            if (membership instanceof Membership.OfUser user) {
                return users.containsKey(user.member());
            }
            return membership instanceof Membership.OfGroup group && groups.containsKey(group.member());
        }
    }
}
