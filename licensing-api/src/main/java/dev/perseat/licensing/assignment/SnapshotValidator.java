package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds what only the whole tenant shows to be wrong (section 1 of the law), and goes on to the end. */
final class SnapshotValidator {
    private final SortedMap<ServicePlanId, ServicePlan> plans = new TreeMap<>();
    private final SortedMap<SkuId, Sku> skus = new TreeMap<>();
    private final List<TenantProblem> problems;

    SnapshotValidator(ServicePlan[] plans, Sku[] skus, List<TenantProblem> problems) {
        this.problems = problems;
        for (ServicePlan plan : plans) {
            this.plans.put(plan.id(), plan);
        }
        for (Sku sku : skus) {
            this.skus.put(sku.id(), sku);
            sku.servicePlans()
                    .forEach(plan -> checkPlan(
                            "SKU '" + sku.id() + "' has", plan, sku.id().value()));
        }
        this.plans.values().forEach(this::checkRelations);
        reportRequirementCycles();
    }

    SnapshotValidator check(Subscription[] subscriptions) {
        for (Subscription subscription : subscriptions) {
            if (!skus.containsKey(subscription.skuId())) {
                report(
                        TenantProblem.Kind.UNKNOWN_REFERENCE,
                        "there is a subscription of unknown SKU '" + subscription.skuId() + "'",
                        subscription.skuId().value());
            }
        }
        return this;
    }

    SnapshotValidator check(Group[] groups) {
        for (Group group : groups) {
            check(
                    group.licenses(),
                    () -> "group '" + group.id() + "'",
                    group.id().value());
        }
        return this;
    }

    SnapshotValidator check(UserTable users) {
        for (int user = 0; user < users.size(); user++) {
            List<License> licenses = users.directLicenses(user);
            if (!licenses.isEmpty()) {
                String id = users.id(user).value();
                check(licenses, () -> "user '" + id + "'", id);
            }
        }
        return this;
    }

    private void check(List<License> licenses, Supplier<String> holder, String holderId) {
        if (licenses.isEmpty()) {
            return;
        }
        Set<SkuId> seen = new HashSet<>();
        for (License license : licenses) {
            if (!seen.add(license.skuId())) {
                report(
                        TenantProblem.Kind.DUPLICATE_ID,
                        holder.get() + " has a licence of SKU '" + license.skuId() + "' more than once",
                        holderId,
                        license.skuId().value());
            }
            checkLicense(license, skus.get(license.skuId()), holder.get(), holderId);
        }
    }

    private void checkLicense(License license, @Nullable Sku sku, String holder, String holderId) {
        String skuId = license.skuId().value();
        if (sku == null) {
            report(
                    TenantProblem.Kind.UNKNOWN_REFERENCE,
                    holder + " has a licence of unknown SKU '" + skuId + "'",
                    holderId,
                    skuId);
            return;
        }
        if (sku.appliesTo() == AppliesTo.COMPANY) {
            report(
                    TenantProblem.Kind.COMPANY_SKU_LICENSED,
                    holder + " has a licence of SKU '" + skuId + "', which applies to the company",
                    holderId,
                    skuId);
        }
        for (ServicePlanId plan : license.disabledPlans()) {
            if (!sku.servicePlans().contains(plan)) {
                report(
                        TenantProblem.Kind.PLAN_NOT_IN_SKU,
                        holder + " switches off plan '" + plan + "', which SKU '" + skuId + "' does not have",
                        holderId,
                        skuId,
                        plan.value());
            }
        }
    }

    private void checkRelations(ServicePlan plan) {
        String id = plan.id().value();
        for (PlanRequirement requirement : plan.requires()) {
            requirement.anyOf().forEach(other -> checkPlan("plan '" + id + "' requires", other, id));
            if (requirement.anyOf().contains(plan.id())) {
                report(TenantProblem.Kind.SELF_REFERENCE, "plan '" + id + "' requires itself", id);
            }
        }
        plan.conflictsWith().forEach(other -> checkPlan("plan '" + id + "' excludes", other, id));
        if (plan.conflictsWith().contains(plan.id())) {
            report(TenantProblem.Kind.SELF_REFERENCE, "plan '" + id + "' excludes itself", id);
        }
    }

    private void checkPlan(String who, ServicePlanId plan, String whoId) {
        if (!plans.containsKey(plan)) {
            report(TenantProblem.Kind.UNKNOWN_REFERENCE, who + " unknown plan '" + plan + "'", whoId, plan.value());
        }
    }

    /**
     * Reports each set of plans that require each other: peels off plans that require nothing left, then plans that
     * nothing left requires; what stays is in cycles or between them, and each plan of it that reaches itself is named
     * with all those that it shares a cycle with. No recursion: chains may be long.
     */
    private void reportRequirementCycles() {
        SortedMap<ServicePlanId, SortedSet<ServicePlanId>> requires = new TreeMap<>();
        SortedMap<ServicePlanId, SortedSet<ServicePlanId>> requiredBy = new TreeMap<>();
        for (ServicePlan plan : plans.values()) {
            SortedSet<ServicePlanId> targets = new TreeSet<>();
            plan.requires().forEach(requirement -> targets.addAll(requirement.anyOf()));
            targets.remove(plan.id());
            targets.retainAll(plans.keySet());
            requires.put(plan.id(), targets);
            targets.forEach(target ->
                    requiredBy.computeIfAbsent(target, any -> new TreeSet<>()).add(plan.id()));
        }
        peel(requires, requiredBy);
        peel(requiredBy, requires);
        SortedSet<ServicePlanId> named = new TreeSet<>();
        for (ServicePlanId plan : requires.keySet()) {
            if (!named.contains(plan)) {
                NavigableSet<ServicePlanId> cycle = reachable(plan, requires);
                cycle.retainAll(reachable(plan, requiredBy));
                if (cycle.contains(plan)) {
                    reportCycle(cycle);
                    named.addAll(cycle);
                }
            }
        }
    }

    private static void peel(
            SortedMap<ServicePlanId, SortedSet<ServicePlanId>> forward,
            SortedMap<ServicePlanId, SortedSet<ServicePlanId>> backward) {
        Deque<ServicePlanId> free = new ArrayDeque<>();
        forward.forEach((plan, targets) -> {
            if (targets.isEmpty()) {
                free.add(plan);
            }
        });
        while (!free.isEmpty()) {
            ServicePlanId plan = free.remove();
            forward.remove(plan);
            SortedSet<ServicePlanId> sources = backward.remove(plan);
            if (sources != null) {
                sources.forEach(source -> {
                    SortedSet<ServicePlanId> targets = forward.get(source);
                    if (targets != null && targets.remove(plan) && targets.isEmpty()) {
                        free.add(source);
                    }
                });
            }
        }
    }

    private static NavigableSet<ServicePlanId> reachable(
            ServicePlanId start, SortedMap<ServicePlanId, SortedSet<ServicePlanId>> edges) {
        NavigableSet<ServicePlanId> reached = new TreeSet<>();
        Deque<ServicePlanId> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            SortedSet<ServicePlanId> targets = edges.get(open.remove());
            if (targets != null) {
                targets.stream().filter(reached::add).forEach(open::add);
            }
        }
        return reached;
    }

    private void reportCycle(SortedSet<ServicePlanId> cycle) {
        String[] ids = cycle.stream().map(ServicePlanId::value).toArray(String[]::new);
        report(
                TenantProblem.Kind.REQUIREMENT_CYCLE,
                "plans require each other in a cycle: '" + String.join("', '", ids) + "'",
                ids);
    }

    private void report(TenantProblem.Kind kind, String message, String... ids) {
        problems.add(new TenantProblem(kind, message, List.of(ids)));
    }
}
