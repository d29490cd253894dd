package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The plans that the SKUs of a tenant, and the facts about plans, name. Of a plan that several SKUs describe, the first SKU
 * by id that names it gives the name, and it applies to users if any SKU says so: a user's plan must not be lost because
 * some SKU describes it otherwise.
 */
final class SkuCatalog {
    private final SortedMap<SkuId, SortedSet<ServicePlanId>> plansOfSku = new TreeMap<>();
    private final SortedMap<ServicePlanId, ServicePlan> plans = new TreeMap<>();

    SkuCatalog(Collection<SubscribedSku> skus, ServicePlanFacts facts) {
        skus.stream().sorted(Comparator.comparing(sku -> sku.sku().id())).forEachOrdered(this::add);
        facts.plans()
                .forEach(id -> plans.putIfAbsent(id, ServicePlan.builder(id).build()));
        plans.replaceAll((id, plan) -> facts.complete(plan));
    }

    private void add(SubscribedSku sku) {
        plansOfSku.put(sku.sku().id(), sku.sku().servicePlans());
        sku.plans().stream()
                .sorted(Comparator.comparing(ServicePlan::name))
                .forEachOrdered(plan -> plans.merge(plan.id(), plan, SkuCatalog::merged));
    }

    private static ServicePlan merged(ServicePlan first, ServicePlan other) {
        boolean forUsers = first.appliesTo() == AppliesTo.USER || other.appliesTo() == AppliesTo.USER;
        return first.toBuilder()
                .name(first.name().isEmpty() ? other.name() : first.name())
                .appliesTo(forUsers ? AppliesTo.USER : AppliesTo.COMPANY)
                .build();
    }

    /** All plans with their rules, by id. */
    List<ServicePlan> plans() {
        return List.copyOf(plans.values());
    }

    /** The plans that a licence gives: none if the tenant does not have the SKU. */
    SortedSet<ServicePlanId> enabledPlans(License license) {
        SortedSet<ServicePlanId> enabled =
                new TreeSet<>(plansOfSku.getOrDefault(license.skuId(), Collections.emptySortedSet()));
        enabled.removeAll(license.disabledPlans());
        enabled.removeIf(plan -> {
            ServicePlan known = plans.get(plan);
            return known == null || known.appliesTo() == AppliesTo.COMPANY;
        });
        return enabled;
    }
}
