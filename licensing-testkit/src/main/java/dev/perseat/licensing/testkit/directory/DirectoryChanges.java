package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The content that {@link ChangeTrackingDirectoryContract} prescribes, and what happens to it. */
final class DirectoryChanges {
    private static final Tenant CONTOSO = new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("NO"));
    private static final UserId ALICE = UserId.of("alice");
    private static final UserId BOB = UserId.of("bob");
    private static final UserId CAROL = UserId.of("carol \uD83D\uDE00");
    private static final GroupId SALES = GroupId.of("sales");
    private static final GroupId STAFF = GroupId.of("staff");
    private static final GroupId NEW = GroupId.of("new");
    private static final int ARRIVALS = 200;

    private DirectoryChanges() {}

    static TenantSnapshot content() {
        return TenantSnapshot.builder(CONTOSO)
                .user(named(ALICE, "Alice"))
                .user(named(BOB, "Bob"))
                .group(Group.of(SALES))
                .group(Group.of(STAFF))
                .member(SALES, ALICE)
                .member(SALES, BOB)
                .member(STAFF, BOB)
                .member(STAFF, SALES)
                .build();
    }

    private static User named(UserId id, String name) {
        return User.builder(id)
                .userPrincipalName(id.value() + "@contoso.example")
                .displayName(name)
                .usageLocation(UsageLocation.of("NO"))
                .build();
    }

    /** What happens one after the other; each leaves a valid tenant. */
    static List<List<TenantChange>> all() {
        return List.of(
                List.of(new TenantChange.UserSet(named(CAROL, "Carol"))),
                List.of(added(SALES, CAROL)),
                List.of(new TenantChange.MembershipRemoved(Membership.of(SALES, ALICE))),
                List.of(new TenantChange.UserSet(
                        named(BOB, "Robert").toBuilder().accountEnabled(false).build())),
                List.of(new TenantChange.UserRemoved(BOB)),
                List.of(new TenantChange.UserSet(named(BOB, "Bob is back"))),
                List.of(added(STAFF, BOB), added(STAFF, ALICE)),
                List.of(new TenantChange.GroupSet(Group.of(NEW)), added(NEW, ALICE), added(NEW, BOB)),
                List.of(new TenantChange.MembershipAdded(Membership.of(NEW, STAFF))),
                List.of(new TenantChange.MembershipAdded(Membership.of(STAFF, NEW))),
                List.of(new TenantChange.GroupSet(Group.of(NEW).withKind(GroupKind.MICROSOFT_365, false))),
                List.of(new TenantChange.MembershipRemoved(Membership.of(STAFF, SALES))),
                List.of(new TenantChange.GroupRemoved(STAFF)),
                List.of(new TenantChange.GroupSet(Group.of(STAFF))),
                List.of(new TenantChange.TenantSet(new Tenant(CONTOSO.id(), "Contoso Ltd", UsageLocation.of("SE")))),
                List.of(
                        new TenantChange.UserRemoved(ALICE),
                        new TenantChange.UserSet(named(ALICE, "Another Alice")),
                        added(STAFF, ALICE)));
    }

    private static TenantChange added(GroupId group, UserId member) {
        return new TenantChange.MembershipAdded(Membership.of(group, member));
    }

    /** Users who come, one after the other. */
    static List<List<TenantChange>> arrivals() {
        return IntStream.range(0, ARRIVALS)
                .mapToObj(i -> List.<TenantChange>of(
                        new TenantChange.UserSet(named(UserId.of("arrival-" + i), "Arrival " + i))))
                .toList();
    }

    /** Only the users: what is read while it changes need not be of one moment, so that members could lack theirs. */
    static TenantSnapshot usersOf(Directory directory) {
        TenantSnapshot.Builder builder = TenantSnapshot.builder(directory.tenant());
        try (Stream<User> users = directory.users()) {
            users.forEachOrdered(builder::user);
        }
        return builder.build();
    }

    static boolean isOfADirectory(TenantChange change) {
        return change instanceof TenantChange.MembershipAdded
                || change instanceof TenantChange.MembershipRemoved
                || change instanceof TenantChange.UserSet
                || change instanceof TenantChange.UserRemoved
                || change instanceof TenantChange.GroupSet
                || change instanceof TenantChange.GroupRemoved
                || change instanceof TenantChange.TenantSet;
    }
}
