package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.model.Group;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The numbers of section 7 of the law, counted by profile and not by user. */
final class Summaries {
    private final Ledger ledger;
    private final Seats seats;
    private final Verdicts verdicts;
    private final GroupErrors groupErrors;
    private final long[] usersOf;
    private final long[] waiting;
    private final long[] members;
    private final long[] licensed;
    private final List<SortedMap<Kind, Long>> errors;

    /**
     * Counts.
     *
     * @param seats the seats after the last visit; read again when usage is asked for
     * @param usersOf of each profile the number of its users
     */
    Summaries(Ledger ledger, Seats seats, long[] usersOf, Verdicts verdicts) {
        this.ledger = ledger;
        this.seats = seats;
        this.usersOf = usersOf;
        this.verdicts = verdicts;
        groupErrors = new GroupErrors(ledger);
        int groups = ledger.sources.groupCount();
        waiting = new long[ledger.catalog.skuCount];
        members = new long[groups];
        licensed = new long[groups];
        errors = Stream.<SortedMap<Kind, Long>>generate(TreeMap::new)
                .limit(groups)
                .toList();
        for (int profile = Ledger.NOBODY + 1; profile < usersOf.length; profile++) {
            if (usersOf[profile] > 0) {
                for (int sku : verdicts.of(profile).waiting) {
                    waiting[sku] += usersOf[profile];
                }
                countGroups(profile);
            }
        }
    }

    private void countGroups(int profile) {
        int grantSet = ledger.grantSet(profile);
        int bundle = ledger.bundles.directCount(ledger.directList(profile));
        for (int k = 0; k < ledger.grantSets.length(grantSet); k++) {
            Grant grant = ledger.bundles.grant(ledger.grantSets.get(grantSet, k));
            int group = grant.group;
            members[group] += usersOf[profile];
            int bundles = grant.bundles.length;
            Set<Kind> kinds = groupErrors.kinds(profile, verdicts.of(profile), grant, bundle);
            if (kinds.isEmpty() && bundles > 0) {
                licensed[group] += usersOf[profile];
            }
            kinds.forEach(kind -> errors.get(group).merge(kind, usersOf[profile], Long::sum));
            bundle += bundles;
        }
    }

    SkuUsage usage(int sku) {
        long bought = seats.bought[sku];
        long taken = seats.taken[sku];
        return new SkuUsage(
                ledger.catalog.skuId(sku),
                bought,
                taken,
                seats.available(sku),
                Math.max(0, taken - bought),
                waiting[sku]);
    }

    /**
     * Returns the summary of a group that has licences.
     *
     * @param number its number
     * @param grant the number of the grant that it has for them
     */
    GroupSummary group(int number, Group group, int grant) {
        return new GroupSummary(
                group.id(),
                group.isEligible(),
                members[number],
                licensed[number],
                errors.get(number),
                missingDependencies(group, grant));
    }

    /** Returns the plans of a group that are switched off for a missing dependency, by SKU and plan. */
    private List<MissingDependency> missingDependencies(Group group, int grant) {
        GroupTemplate template = ledger.bundles.grant(grant).template;
        return template == null ? List.of() : template.missingDependencies(ledger.catalog, group.id());
    }
}
