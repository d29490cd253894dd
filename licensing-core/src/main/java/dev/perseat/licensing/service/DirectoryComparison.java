package dev.perseat.licensing.service;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is different in a directory from what is known of it, licences aside: those are not its matter. */
final class DirectoryComparison {
    private final TenantSnapshot known;
    private final TenantSnapshot read;
    private final List<TenantChange> changes = new ArrayList<>();

    private DirectoryComparison(TenantSnapshot known, TenantSnapshot read) {
        this.known = known;
        this.read = read;
    }

    /** Reads a directory as a whole. */
    static TenantSnapshot read(Directory directory) {
        TenantSnapshot.Builder builder = TenantSnapshot.builder(directory.tenant());
        try (Stream<User> users = directory.users()) {
            users.map(DirectoryComparison::withoutLicenses).forEach(builder::user);
        }
        try (Stream<Group> groups = directory.groups()) {
            groups.map(group -> group.withLicenses(List.of())).forEach(builder::group);
        }
        try (Stream<Membership> memberships = directory.memberships()) {
            memberships.forEach(it -> BaseState.add(it, builder));
        }
        return builder.build();
    }

    private static User withoutLicenses(User user) {
        return UserCommands.withDirectLicenses(user, List.of());
    }

    /** Returns the changes that make what is known what was read. */
    static List<TenantChange> changes(TenantSnapshot known, TenantSnapshot read) {
        DirectoryComparison comparison = new DirectoryComparison(known, read);
        comparison.compare();
        return List.copyOf(comparison.changes);
    }

    private void compare() {
        if (!known.tenant().equals(read.tenant())) {
            changes.add(new TenantChange.TenantSet(read.tenant()));
        }
        merge(
                known.users(),
                read.users(),
                Comparator.comparing(User::id),
                gone -> changes.add(new TenantChange.UserRemoved(gone.id())),
                this::compareUser);
        merge(
                known.groups(),
                read.groups(),
                Comparator.comparing(Group::id),
                gone -> changes.add(new TenantChange.GroupRemoved(gone.id())),
                this::compareGroup);
        read.groups().forEach(group -> compareMembers(group.id()));
    }

    private void compareUser(@Nullable User was, User is) {
        if (was == null || !withoutLicenses(was).equals(is)) {
            changes.add(new TenantChange.UserSet(is));
        }
    }

    private void compareGroup(@Nullable Group was, Group is) {
        if (was == null || !was.withLicenses(List.of()).equals(is)) {
            changes.add(new TenantChange.GroupSet(is));
        }
    }

    private void compareMembers(GroupId group) {
        boolean isKnown = known.groupIndex(group) >= 0;
        compareMembers(
                isKnown ? known.memberUsers(group) : List.of(),
                read.memberUsers(group),
                member -> Membership.of(group, member),
                member -> read.userIndex(member) >= 0);
        compareMembers(
                isKnown ? known.memberGroups(group) : List.of(),
                read.memberGroups(group),
                member -> Membership.of(group, member),
                member -> read.groupIndex(member) >= 0);
    }

    private <T extends Comparable<T>> void compareMembers(
            List<T> before, List<T> after, Function<T, Membership> membership, Predicate<T> isThere) {
        merge(
                before,
                after,
                Comparator.naturalOrder(),
                gone -> {
                    if (isThere.test(gone)) {
                        changes.add(new TenantChange.MembershipRemoved(membership.apply(gone)));
                    }
                },
                (was, is) -> {
                    if (was == null) {
                        changes.add(new TenantChange.MembershipAdded(membership.apply(is)));
                    }
                });
    }

    /** Goes through two sorted lists: tells what is gone, and of all that is there what it was, or null. */
    private static <T> void merge(
            List<T> before, List<T> after, Comparator<T> order, Consumer<T> gone, BiConsumer<@Nullable T, T> there) {
        int next = 0;
        for (T is : after) {
            while (next < before.size() && order.compare(before.get(next), is) < 0) {
                gone.accept(before.get(next++));
            }
            boolean was = next < before.size() && order.compare(before.get(next), is) == 0;
            there.accept(was ? before.get(next++) : null, is);
        }
        while (next < before.size()) {
            gone.accept(before.get(next++));
        }
    }
}
