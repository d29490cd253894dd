package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A tenant while it is being made or changed: lists that can be changed at will. What points to something that is gone
 * is left out when it is built.
 */
final class TenantDraft {
    Tenant tenant;
    LicensingPolicy policy = LicensingPolicy.entra();
    final List<ServicePlan> plans = new ArrayList<>();
    final List<Sku> skus = new ArrayList<>();
    final List<Subscription> subscriptions = new ArrayList<>();
    final List<User> users = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();
    final List<Membership> memberships = new ArrayList<>();

    TenantDraft(Tenant tenant) {
        this.tenant = tenant;
    }

    static TenantDraft from(TenantSnapshot snapshot) {
        TenantDraft draft = new TenantDraft(snapshot.tenant());
        draft.policy = snapshot.policy();
        draft.plans.addAll(snapshot.servicePlans());
        draft.skus.addAll(snapshot.skus());
        snapshot.skus().forEach(sku -> snapshot.subscription(sku.id()).ifPresent(draft.subscriptions::add));
        draft.users.addAll(snapshot.users());
        draft.groups.addAll(snapshot.groups());
        for (Group group : snapshot.groups()) {
            snapshot.memberUsers(group.id())
                    .forEach(user -> draft.memberships.add(new Membership.OfUser(group.id(), user)));
            snapshot.memberGroups(group.id())
                    .forEach(member -> draft.memberships.add(new Membership.OfGroup(group.id(), member)));
        }
        return draft;
    }

    /** The SKUs that can be licensed. */
    List<Sku> assignableSkus() {
        return skus.stream().filter(sku -> sku.appliesTo() == AppliesTo.USER).toList();
    }

    /** Gives a user, who may have been changed since, a direct licence with every plan. */
    void give(User user, SkuId sku) {
        List<License> licenses = new ArrayList<>(user.directLicenses());
        licenses.removeIf(license -> license.skuId().equals(sku));
        licenses.add(License.of(sku));
        users.removeIf(each -> each.id().equals(user.id()));
        users.add(withLicenses(user, licenses));
    }

    /** Makes a SKU consist of one plan, and buys it. */
    void sell(SkuId sku, ServicePlanId plan, Subscription subscription) {
        skus.removeIf(each -> each.id().equals(sku));
        skus.add(Sku.of(sku, "PART_" + sku, List.of(plan)));
        subscribe(subscription);
    }

    /** Buys a SKU, in place of what was bought of it before. */
    void subscribe(Subscription subscription) {
        subscriptions.removeIf(each -> each.skuId().equals(subscription.skuId()));
        subscriptions.add(subscription);
    }

    Stream<ServicePlanId> planIds() {
        return plans.stream().map(ServicePlan::id);
    }

    /** The plans that could be required by a plan without a cycle: neither itself nor any that requires it. */
    List<ServicePlanId> plansThatDoNotNeed(ServicePlanId id) {
        Set<ServicePlanId> needing = new TreeSet<>(List.of(id));
        boolean more = true;
        while (more) {
            more = false;
            for (ServicePlan plan : plans) {
                boolean needs =
                        plan.requires().stream().anyMatch(clause -> !Collections.disjoint(clause.anyOf(), needing));
                more |= needs && needing.add(plan.id());
            }
        }
        return planIds().filter(plan -> !needing.contains(plan)).toList();
    }

    /** Takes a plan away, out of every SKU and every rule. A clause that it alone could meet is gone with it. */
    void retire(ServicePlanId id) {
        plans.removeIf(plan -> plan.id().equals(id));
        plans.replaceAll(plan -> without(id, plan));
        skus.replaceAll(sku -> new Sku(sku.id(), sku.partNumber(), sku.appliesTo(), without(id, sku.servicePlans())));
    }

    private static ServicePlan without(ServicePlanId id, ServicePlan plan) {
        List<PlanRequirement> requires = plan.requires().stream()
                .map(clause -> without(id, clause.anyOf()))
                .filter(anyOf -> !anyOf.isEmpty())
                .map(PlanRequirement::anyOf)
                .toList();
        return new ServicePlan(
                plan.id(),
                plan.name(),
                plan.appliesTo(),
                requires,
                without(id, plan.conflictsWith()),
                plan.prohibitedLocations(),
                plan.requiresUniqueProxyAddresses());
    }

    private static SortedSet<ServicePlanId> without(ServicePlanId id, Collection<ServicePlanId> plans) {
        SortedSet<ServicePlanId> others = new TreeSet<>(plans);
        others.remove(id);
        return others;
    }

    /** The clauses of a plan, if the SKU has it. */
    List<PlanRequirement> requirements(SkuId sku, ServicePlan plan) {
        boolean has = skus.stream()
                .anyMatch(each -> each.id().equals(sku) && each.servicePlans().contains(plan.id()));
        return has ? plan.requires() : List.of();
    }

    TenantSnapshot build() {
        TenantSnapshot.Builder builder = TenantSnapshot.builder(tenant).policy(policy);
        plans.forEach(builder::servicePlan);
        skus.forEach(builder::sku);
        Map<SkuId, Sku> skuById = new HashMap<>();
        assignableSkus().forEach(sku -> skuById.put(sku.id(), sku));
        subscriptions.stream()
                .filter(subscription -> skus.stream().anyMatch(sku -> sku.id().equals(subscription.skuId())))
                .forEach(builder::subscription);
        users.forEach(user -> builder.user(withLicenses(user, valid(user.directLicenses(), skuById))));
        groups.forEach(group -> builder.group(group.withLicenses(valid(group.licenses(), skuById))));
        addMembers(builder);
        return builder.build();
    }

    private static List<License> valid(List<License> licenses, Map<SkuId, Sku> skuById) {
        List<License> valid = new ArrayList<>();
        for (License license : licenses) {
            Sku sku = skuById.get(license.skuId());
            if (sku != null) {
                Set<ServicePlanId> disabled = new TreeSet<>(license.disabledPlans());
                disabled.retainAll(sku.servicePlans());
                valid.add(License.of(sku.id(), disabled));
            }
        }
        return valid;
    }

    static User withLicenses(User user, Collection<License> licenses) {
        return new User(
                user.id(),
                user.userPrincipalName(),
                user.displayName(),
                user.usageLocation(),
                user.accountEnabled(),
                user.proxyAddresses(),
                user.attributes(),
                List.copyOf(licenses));
    }

    private void addMembers(TenantSnapshot.Builder builder) {
        Set<Object> known = new HashSet<>();
        users.forEach(user -> known.add(user.id()));
        groups.forEach(group -> known.add(group.id()));
        for (Membership membership : memberships) {
            if (membership instanceof Membership.OfUser edge
                    && known.contains(edge.groupId())
                    && known.contains(edge.member())) {
                builder.member(edge.groupId(), edge.member());
            } else if (membership instanceof Membership.OfGroup edge
                    && known.contains(edge.groupId())
                    && known.contains(edge.member())) {
                builder.member(edge.groupId(), edge.member());
            }
        }
    }
}
