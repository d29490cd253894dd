package dev.perseat.benchmarks.peer;

import dev.perseat.benchmarks.peer.PlainTenant.Person;
import dev.perseat.benchmarks.peer.PlainTenant.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The decision for one user: each bundle is asked against every rule, in the order of the rules. */
final class PlainSettlement {
    private final PlainTenant tenant;
    private final Person person;
    private final Set<String> held;
    private final Predicate<String> seatIsFree;
    private final boolean sharesAddress;
    private final List<PlainBundle> accepted = new ArrayList<>();

    PlainSettlement(
            PlainTenant tenant, Person person, Set<String> held, Predicate<String> seatIsFree, boolean sharesAddress) {
        this.tenant = tenant;
        this.person = person;
        this.held = held;
        this.seatIsFree = seatIsFree;
        this.sharesAddress = sharesAddress;
    }

    /** Returns the bundles that the user gets. One that lacks a plan it needs is left out, and all begins again. */
    List<PlainBundle> accept(List<PlainBundle> inOrder) {
        List<PlainBundle> possible = new ArrayList<>(inOrder);
        while (true) {
            accepted.clear();
            for (PlainBundle bundle : possible) {
                if (isAllowedHere(bundle) && isCompatible(bundle) && hasUniqueAddress(bundle) && hasSeats(bundle)) {
                    accepted.add(bundle);
                }
            }
            PlainBundle lacking = firstLacking();
            if (lacking == null) {
                return accepted;
            }
            possible.remove(lacking);
        }
    }

    private boolean isAllowedHere(PlainBundle bundle) {
        if (bundle.direct && person.location() == null) {
            return false;
        }
        String location = person.location() == null ? tenant.location : person.location();
        return noPlan(bundle, plan -> plan.prohibitedLocations().contains(location));
    }

    private boolean hasUniqueAddress(PlainBundle bundle) {
        return !sharesAddress || noPlan(bundle, Plan::needsUniqueAddresses);
    }

    private boolean noPlan(PlainBundle bundle, Predicate<Plan> condition) {
        for (Set<String> plans : bundle.plansOfSku.values()) {
            for (String plan : plans) {
                if (condition.test(tenant.plans.get(plan))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isCompatible(PlainBundle bundle) {
        for (Map.Entry<String, Set<String>> license : bundle.plansOfSku.entrySet()) {
            for (String plan : license.getValue()) {
                for (String rival : tenant.plans.get(plan).conflictsWith()) {
                    if (isEnabled(rival, license.getKey(), bundle)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean isEnabled(String plan, String exceptSku, PlainBundle candidate) {
        List<PlainBundle> bundles = new ArrayList<>(accepted);
        bundles.add(candidate);
        return bundles.stream()
                .flatMap(bundle -> bundle.plansOfSku.entrySet().stream())
                .anyMatch(license -> !license.getKey().equals(exceptSku)
                        && license.getValue().contains(plan));
    }

    private boolean hasSeats(PlainBundle bundle) {
        for (String sku : bundle.plansOfSku.keySet()) {
            boolean has = held.contains(sku) || accepted.stream().anyMatch(other -> other.plansOfSku.containsKey(sku));
            if (!has && !seatIsFree.test(sku)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable PlainBundle firstLacking() {
        Set<String> present = new HashSet<>();
        accepted.forEach(bundle -> bundle.plansOfSku.values().forEach(present::addAll));
        for (PlainBundle bundle : accepted) {
            for (Set<String> plans : bundle.plansOfSku.values()) {
                for (String plan : plans) {
                    if (PlainBundle.isUnmet(plan, present, tenant)) {
                        return bundle;
                    }
                }
            }
        }
        return null;
    }
}
