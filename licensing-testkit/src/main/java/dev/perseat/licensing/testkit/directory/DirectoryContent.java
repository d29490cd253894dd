package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The content that {@link DirectoryContract} prescribes, and what it must and must not give. */
final class DirectoryContent {
    private static final ServicePlanId MAIL = ServicePlanId.of("MAIL");
    private static final ServicePlanId CHAT = ServicePlanId.of("CHAT");
    private static final SkuId SUITE = SkuId.of("SUITE");
    private static final SkuId VISIO = SkuId.of("VISIO");

    private DirectoryContent() {}

    static TenantSnapshot tenant() {
        Tenant tenant = new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("NO"));
        TenantSnapshot.Builder builder = TenantSnapshot.builder(tenant)
                .servicePlan(ServicePlan.builder(MAIL).build())
                .servicePlan(ServicePlan.builder(CHAT).build())
                .sku(Sku.of(SUITE, "SUITE", List.of(MAIL, CHAT)))
                .sku(Sku.of(VISIO, "VISIO", List.of()));
        addUsers(builder);
        addGroups(builder);
        addMembers(builder);
        return builder.build();
    }

    private static void addUsers(TenantSnapshot.Builder builder) {
        builder.user(User.builder(UserId.of("alice"))
                .userPrincipalName("alice@contoso.example")
                .displayName("Alice \u00C5s")
                .usageLocation(UsageLocation.of("DE"))
                .proxyAddresses(List.of("alice@contoso.example", "Info@Contoso.example"))
                .directLicense(License.of(SUITE, CHAT))
                .directLicense(License.of(VISIO))
                .build());
        builder.user(User.builder(UserId.of("bob"))
                .userPrincipalName("bob@contoso.example")
                .displayName("Bob, \"the builder\"")
                .accountEnabled(false)
                .build());
        builder.user(user("no-group"));
        builder.user(user("odd 'id' \u00FC\u4E2D\uD83D\uDE00/?#%&+"));
        for (int i = 0; i < 250; i++) {
            builder.user(user("user-" + i));
        }
    }

    private static User user(String id) {
        return User.builder(UserId.of(id))
                .userPrincipalName(id + "@contoso.example")
                .displayName("User " + id)
                .usageLocation(UsageLocation.of("NO"))
                .build();
    }

    private static void addGroups(TenantSnapshot.Builder builder) {
        builder.group(Group.of(GroupId.of("everybody")).withLicenses(List.of(License.of(SUITE, CHAT))));
        builder.group(Group.of(GroupId.of("nobody")).withLicenses(List.of(License.of(SUITE), License.of(VISIO))));
        builder.group(Group.of(GroupId.of("outer")));
        builder.group(Group.of(GroupId.of("inner")));
        builder.group(Group.of(GroupId.of("mail")).withKind(GroupKind.MAIL_ENABLED_SECURITY, true));
        builder.group(Group.of(GroupId.of("team")).withKind(GroupKind.MICROSOFT_365, false));
        builder.group(Group.of(GroupId.of("secure-team")).withKind(GroupKind.MICROSOFT_365, true));
        builder.group(Group.of(GroupId.of("list")).withKind(GroupKind.DISTRIBUTION, false));
        builder.group(new Group(
                GroupId.of("sales"),
                "Sales \u00E9quipe",
                GroupKind.SECURITY,
                true,
                "user.department -eq \"Sales\"",
                List.of()));
    }

    private static void addMembers(TenantSnapshot.Builder builder) {
        for (int i = 0; i < 250; i++) {
            builder.member(largestGroup(), UserId.of("user-" + i));
        }
        builder.member(largestGroup(), UserId.of("alice"));
        builder.member(largestGroup(), UserId.of("odd 'id' \u00FC\u4E2D\uD83D\uDE00/?#%&+"));
        builder.member(GroupId.of("inner"), UserId.of("alice"));
        builder.member(GroupId.of("outer"), UserId.of("bob"));
        builder.member(GroupId.of("outer"), GroupId.of("inner"));
        builder.member(GroupId.of("inner"), GroupId.of("team"));
        builder.member(GroupId.of("team"), GroupId.of("outer"));
        builder.member(GroupId.of("list"), UserId.of("bob"));
        builder.member(GroupId.of("sales"), UserId.of("user-7"));
    }

    static GroupId largestGroup() {
        return GroupId.of("everybody");
    }

    static List<Membership> memberships(TenantSnapshot content) {
        List<Membership> memberships = new ArrayList<>();
        for (Group group : content.groups()) {
            content.memberUsers(group.id()).forEach(user -> memberships.add(Membership.of(group.id(), user)));
            content.memberGroups(group.id()).forEach(member -> memberships.add(Membership.of(group.id(), member)));
        }
        return memberships;
    }

    /** Ids that neither a user nor a group has, though some differ from an existing one only by case or by a blank. */
    static List<String> unknownIds() {
        return List.of("unknown", "ALICE", "alice ", "Everybody", "user-250");
    }

    /** Every call that gives some content. */
    static List<Function<Directory, List<?>>> calls() {
        return List.of(
                directory -> List.of(directory.tenant()),
                directory -> list(directory.users()),
                directory -> list(directory.groups()),
                directory -> list(directory.memberships()),
                directory -> list(directory.memberships(largestGroup())),
                directory -> List.of(directory.user(UserId.of("alice")), directory.group(GroupId.of("sales"))));
    }

    private static <T> List<T> list(Stream<T> stream) {
        try (stream) {
            return stream.toList();
        }
    }
}
