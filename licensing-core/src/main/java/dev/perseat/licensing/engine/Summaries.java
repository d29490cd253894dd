package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import dev.perseat.licensing.assignment.SkuUsage;
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
    private final DenseTenant tenant;
    private final Ledger ledger;
    private final Verdicts verdicts;
    private final long[] usersOf;
    private final long[] waiting;
    private final long[] members;
    private final long[] licensed;
    private final List<SortedMap<Kind, Long>> errors;

    Summaries(Outcome outcome) {
        this.outcome = outcome;
        tenant = outcome.tenant;
        ledger = outcome.ledger;
        verdicts = outcome.verdicts();
        int groups = tenant.snapshot.groups().size();
        usersOf = new long[ledger.profileEnd()];
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
                for (int sku : verdicts.waiting(profile)) {
                    waiting[sku] += usersOf[profile];
                }
                countGroups(profile);
            }
        }
    }

    private void countGroups(int profile) {
        int grantSet = ledger.grantSet(profile);
        int bundle = tenant.bundles.directCount(ledger.directList(profile));
        for (int k = 0; k < tenant.grantSets.length(grantSet); k++) {
            Grant grant = tenant.bundles.grant(tenant.grantSets.get(grantSet, k));
            int group = grant.group;
            members[group] += usersOf[profile];
            int bundles = grant.bundles.length;
            Set<Kind> kinds = kinds(profile, grant, bundle, bundle + bundles);
            if (kinds.isEmpty() && bundles > 0) {
                licensed[group] += usersOf[profile];
            }
            kinds.forEach(kind -> errors.get(group).merge(kind, usersOf[profile], Long::sum));
            bundle += bundles;
        }
    }

    /** Returns the kinds of the violations that the users of a profile have from a group. */
    private Set<Kind> kinds(int profile, Grant grant, int firstBundle, int endBundle) {
        if (!verdicts.hasError(profile)) {
            return Set.of();
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (int bundle = firstBundle; bundle < endBundle; bundle++) {
            Check check = verdicts.check(profile, bundle);
            if (check != Check.ACCEPTED) {
                kinds.add(check.kind());
            }
        }
        if (verdicts.isRetaining(profile) && retains(ledger.holding(profile), grant)) {
            kinds.add(Kind.DEPENDENCY);
        }
        return kinds;
    }

    /** Returns whether a holding has a SKU from a group that the group does not give any more. */
    private boolean retains(int holding, Grant grant) {
        int source = Sources.ofGroup(grant.group);
        for (int entry = 0; entry < ledger.holdingSets.entryCount(holding); entry++) {
            if (ledger.holdingSets.source(holding, entry) == source) {
                int sku = ledger.holdingSets.sku(holding, entry);
                if (Arrays.stream(grant.bundles).noneMatch(bundle -> Arrays.binarySearch(bundle.skus, sku) >= 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    SkuUsage usage(int sku) {
        long bought = outcome.seats.bought[sku];
        long taken = outcome.seats.taken[sku];
        return new SkuUsage(
                tenant.catalog.skuId(sku),
                bought,
                taken,
                outcome.seats.available(sku),
                Math.max(0, taken - bought),
                waiting[sku]);
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
                        tenant.missingDependencies(index)));
            }
        }
        return List.copyOf(summaries);
    }
}
