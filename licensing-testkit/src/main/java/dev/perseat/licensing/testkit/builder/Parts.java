package dev.perseat.licensing.testkit.builder;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** All that was said of a tenant, shared by the clauses of its description. What is asked for springs into being. */
final class Parts {
    private Tenant tenant;
    private LicensingPolicy policy = LicensingPolicy.entra();
    private final SortedMap<ServicePlanId, ServicePlan.Builder> plans = new TreeMap<>();
    private final SortedMap<SkuId, Sku> skus = new TreeMap<>();
    private final SortedMap<SkuId, Subscription> subscriptions = new TreeMap<>();
    private final SortedMap<UserId, User.Builder> users = new TreeMap<>();
    private final SortedMap<UserId, Licenses> userLicenses = new TreeMap<>();
    private final SortedMap<GroupId, Group> groups = new TreeMap<>();
    private final SortedMap<GroupId, Licenses> groupLicenses = new TreeMap<>();
    private final List<Membership> memberships = new ArrayList<>();

    Parts(String tenantId) {
        this.tenant = new Tenant(TenantId.of(tenantId), tenantId, UsageLocation.of("US"));
    }

    void location(UsageLocation location) {
        tenant = new Tenant(tenant.id(), tenant.displayName(), location);
    }

    LicensingPolicy policy() {
        return policy;
    }

    void policy(LicensingPolicy newPolicy) {
        policy = newPolicy;
    }

    ServicePlan.Builder plan(String id) {
        return plans.computeIfAbsent(ServicePlanId.of(id), ServicePlan::builder);
    }

    List<ServicePlanId> plans(String... ids) {
        Arrays.stream(ids).forEach(this::plan);
        return Arrays.stream(ids).map(ServicePlanId::of).toList();
    }

    Sku sku(SkuId id) {
        return skus.computeIfAbsent(id, any -> Sku.of(id, id.value(), List.of()));
    }

    void put(Sku sku) {
        skus.put(sku.id(), sku);
    }

    /** What was bought, or what to begin with if nothing was. */
    Subscription subscription(SkuId id) {
        return subscriptions.getOrDefault(id, new Subscription(id, PrepaidUnits.of(0), CapabilityStatus.ENABLED));
    }

    void put(Subscription subscription) {
        subscriptions.put(subscription.skuId(), subscription);
    }

    User.Builder user(String id) {
        return users.computeIfAbsent(UserId.of(id), User::builder);
    }

    Licenses licensesOfUser(String id) {
        return userLicenses.computeIfAbsent(UserId.of(id), any -> new Licenses());
    }

    GroupId group(String id) {
        return groups.computeIfAbsent(GroupId.of(id), Group::of).id();
    }

    Licenses licensesOfGroup(GroupId id) {
        return groupLicenses.computeIfAbsent(id, any -> new Licenses());
    }

    void change(GroupId id, UnaryOperator<Group> change) {
        groups.computeIfPresent(id, (any, group) -> change.apply(group));
    }

    void member(GroupId group, String user) {
        user(user);
        memberships.add(Membership.of(group, UserId.of(user)));
    }

    void memberGroup(GroupId group, GroupId member) {
        memberships.add(Membership.of(group, member));
    }

    TenantSnapshot snapshot() {
        TenantSnapshot.Builder builder = TenantSnapshot.builder(tenant).policy(policy);
        plans.values().forEach(plan -> builder.servicePlan(plan.build()));
        skus.values().forEach(builder::sku);
        subscriptions.values().forEach(builder::subscription);
        users.forEach((id, user) -> builder.user(withLicenses(user.build(), licensesOfUser(id.value()))));
        groups.forEach((id, group) ->
                builder.group(group.withLicenses(licensesOfGroup(id).toList())));
        memberships.forEach(membership -> add(builder, membership));
        return builder.build();
    }

    private static User withLicenses(User user, Licenses licenses) {
        User.Builder builder = user.toBuilder();
        licenses.toList().forEach(builder::directLicense);
        return builder.build();
    }

    private static void add(TenantSnapshot.Builder builder, Membership membership) {
        if (membership instanceof Membership.OfUser edge) {
            builder.member(edge.groupId(), edge.member());
        } else if (membership instanceof Membership.OfGroup edge) {
            builder.member(edge.groupId(), edge.member());
        }
    }
}
