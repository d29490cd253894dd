package dev.perseat.benchmarks.peer;

import dev.perseat.benchmarks.peer.PlainTenant.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** SKUs that a user gets together or not at all, with the plans that they enable. Equal only to itself. */
final class PlainBundle {
    final boolean direct;
    final Map<String, Set<String>> plansOfSku;

    private PlainBundle(boolean direct, Map<String, Set<String>> plansOfSku) {
        this.direct = direct;
        this.plansOfSku = plansOfSku;
    }

    /** Returns one bundle for each direct licence. */
    static List<PlainBundle> of(Person person, PlainTenant tenant) {
        List<PlainBundle> bundles = new ArrayList<>();
        enabled(person.licenses(), tenant)
                .forEach((sku, plans) -> bundles.add(new PlainBundle(true, Map.of(sku, plans))));
        return bundles;
    }

    /** Returns what a group gives, without the plans that lack another one. */
    static List<PlainBundle> ofGroup(Map<String, Set<String>> licenses, PlainTenant tenant) {
        Map<String, Set<String>> plansOfSku = enabled(licenses, tenant);
        boolean changed = true;
        while (changed) {
            Set<String> present = new HashSet<>();
            plansOfSku.values().forEach(present::addAll);
            changed = false;
            for (Set<String> plans : plansOfSku.values()) {
                changed |= plans.removeIf(plan -> isUnmet(plan, present, tenant));
            }
        }
        if (tenant.allOrNothing) {
            return List.of(new PlainBundle(false, plansOfSku));
        }
        List<PlainBundle> bundles = new ArrayList<>();
        plansOfSku.forEach((sku, plans) -> bundles.add(new PlainBundle(false, Map.of(sku, plans))));
        return bundles;
    }

    /** Returns whether a plan has a clause that none of the plans present meets. */
    static boolean isUnmet(String plan, Set<String> present, PlainTenant tenant) {
        for (Set<String> clause : tenant.plans.get(plan).requires()) {
            if (clause.stream().noneMatch(present::contains)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Set<String>> enabled(Map<String, Set<String>> licenses, PlainTenant tenant) {
        Map<String, Set<String>> enabled = new TreeMap<>();
        licenses.forEach((sku, disabled) -> {
            Set<String> plans = new TreeSet<>(tenant.plansOfSku.get(sku));
            plans.removeAll(disabled);
            enabled.put(sku, plans);
        });
        return enabled;
    }
}
