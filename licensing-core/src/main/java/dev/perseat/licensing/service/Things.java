package dev.perseat.licensing.service;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** What there is in a tenant beside its users and their memberships: little enough to be kept as maps. */
final class Things {
    final TreeMap<GroupId, Group> groups = new TreeMap<>();
    final TreeMap<SkuId, Sku> skus = new TreeMap<>();
    final TreeMap<ServicePlanId, ServicePlan> servicePlans = new TreeMap<>();
    final TreeMap<SkuId, Subscription> subscriptions = new TreeMap<>();
    Tenant tenant;
    LicensingPolicy policy;

    Things(TenantSnapshot snapshot) {
        tenant = snapshot.tenant();
        policy = snapshot.policy();
        snapshot.groups().forEach(it -> groups.put(it.id(), it));
        snapshot.servicePlans().forEach(it -> servicePlans.put(it.id(), it));
        for (Sku sku : snapshot.skus()) {
            skus.put(sku.id(), sku);
            snapshot.subscription(sku.id()).ifPresent(it -> subscriptions.put(sku.id(), it));
        }
    }

    private Things(Things other) {
        tenant = other.tenant;
        policy = other.policy;
        groups.putAll(other.groups);
        skus.putAll(other.skus);
        servicePlans.putAll(other.servicePlans);
        subscriptions.putAll(other.subscriptions);
    }

    /** Returns a copy with some changes made to it. */
    Things with(List<TenantChange> changes) {
        Things changed = new Things(this);
        changes.forEach(changed::make);
        return changed;
    }

    void make(TenantChange change) {
        if (change instanceof TenantChange.GroupSet it) {
            groups.put(it.group().id(), it.group());
        } else if (change instanceof TenantChange.GroupRemoved it) {
            groups.remove(it.groupId());
        } else if (change instanceof TenantChange.SubscriptionSet it) {
            subscriptions.put(it.subscription().skuId(), it.subscription());
        } else if (change instanceof TenantChange.SubscriptionRemoved it) {
            subscriptions.remove(it.skuId());
        } else if (change instanceof TenantChange.SkuSet it) {
            skus.put(it.sku().id(), it.sku());
        } else if (change instanceof TenantChange.SkuRemoved it) {
            skus.remove(it.skuId());
        } else if (change instanceof TenantChange.ServicePlanSet it) {
            servicePlans.put(it.servicePlan().id(), it.servicePlan());
        } else if (change instanceof TenantChange.ServicePlanRemoved it) {
            servicePlans.remove(it.servicePlanId());
        } else if (change instanceof TenantChange.PolicySet it) {
            policy = it.policy();
        } else if (change instanceof TenantChange.TenantSet it) {
            tenant = it.tenant();
        }
    }

    /** Returns a tenant of all this and some groups and users, without members: enough to name things by. */
    TenantSnapshot snapshot(Collection<Group> someGroups, Collection<User> someUsers) {
        TenantSnapshot.Builder builder = TenantSnapshot.builder(tenant).policy(policy);
        servicePlans.values().forEach(builder::servicePlan);
        skus.values().forEach(builder::sku);
        subscriptions.values().forEach(builder::subscription);
        someGroups.forEach(builder::group);
        someUsers.forEach(builder::user);
        return builder.build();
    }

    /** Returns which plans of which groups lack another one (section 2 of the law). */
    List<MissingDependency> missingDependencies(AssignmentCalculator calculator, Collection<Group> someGroups) {
        return calculator.missingDependencies(snapshot(someGroups, List.of()));
    }
}
