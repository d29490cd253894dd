package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import dev.perseat.licensing.testkit.directory.InMemoryDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tenants that the contract puts into a store, and what they are made of. */
final class StoreTenants {
    private StoreTenants() {}

    /** A tenant with something of every kind. */
    static TenantSnapshot small(String id) {
        return TenantBuilder.tenant(id)
                .in("NO")
                .plan("MAIL")
                .plan("CHAT")
                .plan("DRAW")
                .sku("SUITE", "MAIL", "CHAT")
                .seats(10)
                .sku("VISIO", "DRAW")
                .seats(3)
                .user("alice")
                .in("DE")
                .user("bob")
                .user("carol")
                .group("sales")
                .with("SUITE")
                .members("alice", "bob")
                .group("staff")
                .members("carol")
                .snapshot();
    }

    /** The same under another id. */
    static TenantSnapshot renamed(TenantSnapshot snapshot, String id) {
        Tenant tenant = snapshot.tenant();
        TenantSnapshot.Builder builder = TenantSnapshot.builder(
                        new Tenant(TenantId.of(id), tenant.displayName(), tenant.usageLocation()))
                .policy(snapshot.policy())
                .addAll(InMemoryDirectory.of(snapshot));
        snapshot.servicePlans().forEach(builder::servicePlan);
        snapshot.skus().forEach(builder::sku);
        subscriptions(snapshot).forEach(builder::subscription);
        return builder.build();
    }

    static List<Subscription> subscriptions(TenantSnapshot snapshot) {
        return snapshot.skus().stream()
                .map(sku -> snapshot.subscription(sku.id()))
                .flatMap(Optional::stream)
                .toList();
    }

    static List<Membership> memberships(TenantSnapshot snapshot) {
        List<Membership> memberships = new ArrayList<>();
        for (Group group : snapshot.groups()) {
            snapshot.memberUsers(group.id()).forEach(user -> memberships.add(Membership.of(group.id(), user)));
            snapshot.memberGroups(group.id()).forEach(member -> memberships.add(Membership.of(group.id(), member)));
        }
        return memberships;
    }
}
