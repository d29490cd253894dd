package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The numbers of section 7 of the law, counted by profile and not by user. */
final class Summaries {
    private final Outcome outcome;
    private final CompiledTenant tenant;
    private final long[] usersOf;
    private final long[] waiting;
    private final long[] members;
    private final long[] licensed;
    private final List<SortedMap<Kind, Long>> errors;

    Summaries(Outcome outcome) {
        this.outcome = outcome;
        tenant = outcome.tenant;
        int groups = tenant.snapshot.groups().size();
        usersOf = new long[tenant.profiles.end()];
        for (int profile : outcome.profileOf) {
            usersOf[profile]++;
        }
        waiting = new long[tenant.catalog.skuCount];
        members = new long[groups];
        licensed = new long[groups];
        errors = Stream.<SortedMap<Kind, Long>>generate(TreeMap::new)
                .limit(groups)
                .toList();
        for (int profile = 1; profile < usersOf.length; profile++) {
            if (usersOf[profile] > 0) {
                for (int sku : outcome.verdicts.waiting(profile)) {
                    waiting[sku] += usersOf[profile];
                }
                countGroups(profile);
            }
        }
    }

    private void countGroups(int profile) {
        int groupSet = tenant.profiles.groupSet(profile);
        int bundle = tenant.bundles.directCount(tenant.profiles.directList(profile));
        for (int k = 0; k < tenant.groupSets.length(groupSet); k++) {
            int group = tenant.groupSets.get(groupSet, k);
            members[group] += usersOf[profile];
            int bundles = tenant.bundles.ofGroup(group).length;
            Set<Kind> kinds = kinds(profile, group, bundle, bundle + bundles);
            if (kinds.isEmpty() && bundles > 0) {
                licensed[group] += usersOf[profile];
            }
            kinds.forEach(kind -> errors.get(group).merge(kind, usersOf[profile], Long::sum));
            bundle += bundles;
        }
    }

    /** Returns the kinds of the violations that the users of a profile have from a group. */
    private Set<Kind> kinds(int profile, int group, int firstBundle, int endBundle) {
        if (!outcome.verdicts.hasError(profile)) {
            return Set.of();
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (int bundle = firstBundle; bundle < endBundle; bundle++) {
            Check check = outcome.verdicts.check(profile, bundle);
            if (check != Check.ACCEPTED) {
                kinds.add(check.kind());
            }
        }
        if (outcome.verdicts.isRetaining(profile) && retains(tenant.profiles.holding(profile), group)) {
            kinds.add(Kind.DEPENDENCY);
        }
        return kinds;
    }

    /** Returns whether a holding set has a SKU from a group that the group does not give any more. */
    private boolean retains(int holding, int group) {
        int source = tenant.sources.ofGroup(group);
        for (int entry = 0; entry < tenant.holdingSets.entryCount(holding); entry++) {
            if (tenant.holdingSets.source(holding, entry) == source) {
                int sku = tenant.holdingSets.sku(holding, entry);
                if (Arrays.stream(tenant.bundles.ofGroup(group))
                        .noneMatch(bundle -> Arrays.binarySearch(bundle.skus, sku) >= 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    SkuUsage usage(int sku) {
        long seats = tenant.catalog.seats[sku];
        long taken = outcome.taken[sku];
        long available = tenant.catalog.usable[sku] ? Math.max(0, seats - taken) : 0;
        return new SkuUsage(
                tenant.catalog.skuId(sku), seats, taken, available, Math.max(0, taken - seats), waiting[sku]);
    }

    List<GroupSummary> groups() {
        List<GroupSummary> summaries = new ArrayList<>();
        List<Group> groups = tenant.snapshot.groups();
        for (int index = 0; index < groups.size(); index++) {
            Group group = groups.get(index);
            if (!group.licenses().isEmpty()) {
                summaries.add(new GroupSummary(
                        group.id(),
                        group.isEligible(),
                        members[index],
                        licensed[index],
                        errors.get(index),
                        missingDependencies(tenant.catalog, tenant.bundles, index)));
            }
        }
        return List.copyOf(summaries);
    }

    /** Returns the plans of a group that are switched off for a missing dependency, by SKU and plan. */
    static List<MissingDependency> missingDependencies(Catalog catalog, Bundles bundles, int group) {
        GroupTemplate template = bundles.template(group);
        if (template == null) {
            return List.of();
        }
        TenantSnapshot snapshot = catalog.snapshot;
        List<MissingDependency> missing = new ArrayList<>();
        for (int k = 0; k < template.skus.length; k++) {
            for (int i = 0; i < template.dependency[k].length; i++) {
                int plan = template.dependency[k][i];
                missing.add(new MissingDependency(
                        snapshot.groups().get(group).id(),
                        catalog.skuId(template.skus[k]),
                        catalog.planId(plan),
                        snapshot.servicePlans().get(plan).requires().get(template.unmetPlace[k][i])));
            }
        }
        return missing;
    }
}
