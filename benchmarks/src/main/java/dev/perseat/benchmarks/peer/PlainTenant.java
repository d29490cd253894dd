package dev.perseat.benchmarks.peer;

import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tenant as an application has it in memory: maps from strings to sets of strings. */
final class PlainTenant {
    /** A user; the location is null if there is none. */
    record Person(String id, @Nullable String location, List<String> addresses, Map<String, Set<String>> licenses) {}

    /** The rules of a plan. */
    record Plan(
            Set<String> conflictsWith,
            List<Set<String>> requires,
            Set<String> prohibitedLocations,
            boolean needsUniqueAddresses) {}

    final String location;
    final boolean nested;
    final boolean allOrNothing;

    /** Every user, in order of the ids. */
    final List<Person> people = new ArrayList<>();

    /** Of each group that gives licences the SKUs with the plans switched off; both in order of the ids. */
    final Map<String, Map<String, Set<String>>> licensesOfGroup = new TreeMap<>();

    final Map<String, Set<String>> usersOfGroup = new HashMap<>();
    final Map<String, Set<String>> groupsOfGroup = new HashMap<>();
    final Map<String, Set<String>> plansOfSku = new HashMap<>();
    final Map<String, Plan> plans = new HashMap<>();

    /** Of each SKU the seats that can be given away. */
    final Map<String, Long> seats = new HashMap<>();

    /** The SKUs that do not work at present, although who has them keeps them. */
    final Set<String> disabledSkus = new HashSet<>();

    PlainTenant(TenantSnapshot snapshot) {
        location = snapshot.tenant().usageLocation().countryCode();
        nested = snapshot.policy().nestedGroups() == NestedGroups.TRANSITIVE;
        allOrNothing = snapshot.policy().groupFailure() == GroupFailure.ALL_OR_NOTHING;
        snapshot.servicePlans().forEach(this::add);
        snapshot.servicePlans().forEach(this::addConflicts);
        snapshot.skus().forEach(sku -> add(sku, snapshot));
        snapshot.users().forEach(this::add);
        snapshot.groups().forEach(group -> add(group, snapshot));
    }

    private void add(ServicePlan plan) {
        List<Set<String>> clauses = plan.requires().stream()
                .map(PlanRequirement::anyOf)
                .map(anyOf -> texts(anyOf, ServicePlanId::value))
                .toList();
        plans.put(
                plan.id().value(),
                new Plan(
                        new HashSet<>(texts(plan.conflictsWith(), ServicePlanId::value)),
                        clauses,
                        texts(plan.prohibitedLocations(), UsageLocation::countryCode),
                        plan.requiresUniqueProxyAddresses()));
    }

    /** A conflict counts on both sides, whichever names it. */
    private void addConflicts(ServicePlan plan) {
        for (ServicePlanId other : plan.conflictsWith()) {
            plans.get(other.value()).conflictsWith().add(plan.id().value());
        }
    }

    private void add(Sku sku, TenantSnapshot snapshot) {
        Set<String> planIds = sku.servicePlans().stream()
                .filter(plan -> snapshot.servicePlan(plan).appliesTo() == AppliesTo.USER)
                .map(ServicePlanId::value)
                .collect(Collectors.toCollection(TreeSet::new));
        plansOfSku.put(sku.id().value(), planIds);
        Subscription subscription = snapshot.subscription(sku.id()).orElse(null);
        boolean usable = subscription == null || subscription.capabilityStatus().isUsable();
        long bought = subscription == null ? 0 : subscription.prepaidUnits().seats();
        seats.put(sku.id().value(), usable ? bought : 0);
        if (!usable) {
            disabledSkus.add(sku.id().value());
        }
    }

    private void add(User user) {
        UsageLocation own = user.usageLocation();
        people.add(new Person(
                user.id().value(),
                own == null ? null : own.countryCode(),
                user.proxyAddresses(),
                licenses(user.directLicenses())));
    }

    private void add(Group group, TenantSnapshot snapshot) {
        String id = group.id().value();
        usersOfGroup.put(id, texts(snapshot.memberUsers(group.id()), UserId::value));
        groupsOfGroup.put(id, texts(snapshot.memberGroups(group.id()), GroupId::value));
        if (group.isEligible() && !group.licenses().isEmpty()) {
            licensesOfGroup.put(id, licenses(group.licenses()));
        }
    }

    private static Map<String, Set<String>> licenses(List<License> licenses) {
        Map<String, Set<String>> disabledPlansOfSku = new TreeMap<>();
        for (License license : licenses) {
            disabledPlansOfSku.put(license.skuId().value(), texts(license.disabledPlans(), ServicePlanId::value));
        }
        return disabledPlansOfSku;
    }

    private static <T> Set<String> texts(Collection<T> ids, Function<T, String> text) {
        return ids.stream().map(text).collect(Collectors.toSet());
    }
}
