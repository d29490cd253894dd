package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.PlanDisablement;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Section 2: the plans that a licensed, eligible group enables, and why the others are off. */
final class GroupTemplate {
    private final Catalogue catalogue;
    private final Group group;
    private final SortedMap<SkuId, SortedSet<ServicePlanId>> enabled = new TreeMap<>();

    GroupTemplate(Catalogue catalogue, Group group) {
        this.catalogue = catalogue;
        this.group = group;
        // 2: enabled(g, sku) = plans(sku) - disabled(g, sku)
        for (License license : group.licenses()) {
            SortedSet<ServicePlanId> plans = catalogue.plans(license.skuId());
            plans.removeAll(license.disabledPlans());
            enabled.put(license.skuId(), plans);
        }
        // 2: "any enabled plan with a clause that no enabled plan of this group meets is disabled as well;
        // repeat until nothing changes"
        boolean changed = true;
        while (changed) {
            Set<ServicePlanId> union = union();
            changed = false;
            for (SortedSet<ServicePlanId> plans : enabled.values()) {
                changed |= plans.removeIf(plan -> firstUnmet(plan, union).isPresent());
            }
        }
    }

    SortedSet<ServicePlanId> enabled(License license) {
        return Objects.requireNonNull(enabled.get(license.skuId()));
    }

    /** The plans of one licence that are off, each with the reason. */
    SortedMap<ServicePlanId, PlanDisablement> disabled(License license) {
        SortedMap<ServicePlanId, PlanDisablement> disabled = new TreeMap<>();
        Set<ServicePlanId> union = union();
        for (ServicePlanId plan : catalogue.plans(license.skuId())) {
            if (license.disabledPlans().contains(plan)) {
                disabled.put(plan, new PlanDisablement.ByAdministrator());
            } else {
                // 2: DISABLED_BY_DEPENDENCY carries the first clause that no plan enabled in the end meets.
                firstUnmet(plan, union)
                        .ifPresent(clause -> disabled.put(plan, new PlanDisablement.ByDependency(clause)));
            }
        }
        return disabled;
    }

    /** The plans disabled by dependency, by SKU and plan. */
    List<MissingDependency> missingDependencies() {
        List<MissingDependency> missing = new ArrayList<>();
        for (License license : bySku(group.licenses())) {
            disabled(license).forEach((plan, why) -> {
                if (why instanceof PlanDisablement.ByDependency dependency) {
                    missing.add(new MissingDependency(group.id(), license.skuId(), plan, dependency.requirement()));
                }
            });
        }
        return missing;
    }

    static List<License> bySku(List<License> licenses) {
        SortedMap<SkuId, License> sorted = new TreeMap<>();
        licenses.forEach(license -> sorted.put(license.skuId(), license));
        return List.copyOf(sorted.values());
    }

    private Set<ServicePlanId> union() {
        Set<ServicePlanId> union = new TreeSet<>();
        enabled.values().forEach(union::addAll);
        return union;
    }

    private Optional<PlanRequirement> firstUnmet(ServicePlanId plan, Set<ServicePlanId> union) {
        return catalogue.plan(plan).requires().stream()
                .filter(clause -> !Catalogue.meets(union, clause))
                .findFirst();
    }
}
