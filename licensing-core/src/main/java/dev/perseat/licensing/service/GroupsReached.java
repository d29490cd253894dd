package dev.perseat.licensing.service;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which groups changes reach: those that change themselves, and those with a licence of a SKU that changes. */
final class GroupsReached {
    private GroupsReached() {}

    /** Returns the groups, by id. */
    static List<GroupId> by(List<TenantChange> changes, Things before) {
        NavigableSet<GroupId> groups = new TreeSet<>();
        NavigableSet<SkuId> skus = new TreeSet<>();
        NavigableSet<ServicePlanId> plans = new TreeSet<>();
        for (TenantChange change : changes) {
            if (change instanceof TenantChange.GroupSet it) {
                groups.add(it.group().id());
            } else if (change instanceof TenantChange.GroupRemoved it) {
                groups.add(it.groupId());
            } else if (change instanceof TenantChange.SkuSet it) {
                skus.add(it.sku().id());
            } else if (change instanceof TenantChange.SkuRemoved it) {
                skus.add(it.skuId());
            } else if (change instanceof TenantChange.SubscriptionSet it) {
                skus.add(it.subscription().skuId());
            } else if (change instanceof TenantChange.SubscriptionRemoved it) {
                skus.add(it.skuId());
            } else if (change instanceof TenantChange.ServicePlanSet it) {
                plans.add(it.servicePlan().id());
            } else if (change instanceof TenantChange.ServicePlanRemoved it) {
                plans.add(it.servicePlanId());
            }
        }
        addSkusWith(plans, before, skus);
        before.groups.values().stream()
                .filter(group -> hasAny(group, skus))
                .map(Group::id)
                .forEach(groups::add);
        return List.copyOf(groups);
    }

    private static void addSkusWith(NavigableSet<ServicePlanId> plans, Things things, NavigableSet<SkuId> skus) {
        if (!plans.isEmpty()) {
            things.skus.values().stream()
                    .filter(sku -> sku.servicePlans().stream().anyMatch(plans::contains))
                    .map(Sku::id)
                    .forEach(skus::add);
        }
    }

    private static boolean hasAny(Group group, NavigableSet<SkuId> skus) {
        return group.licenses().stream().anyMatch(license -> skus.contains(license.skuId()));
    }
}
