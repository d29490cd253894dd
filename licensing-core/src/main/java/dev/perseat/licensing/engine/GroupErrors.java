package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What section 7 of the law counts for a group: the kinds of the violations that the users of a profile have from it. */
final class GroupErrors {
    private static final Bundle[] NONE = {};

    private final Ledger ledger;

    GroupErrors(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Returns the kinds that a group accounts for, whether or not it gives the users anything. */
    Set<Kind> kinds(int profile, Verdict verdict, int group) {
        int grantSet = ledger.grantSet(profile);
        int first = ledger.bundles.directCount(ledger.directList(profile));
        for (int k = 0; k < ledger.grantSets.length(grantSet); k++) {
            Grant grant = ledger.bundles.grant(ledger.grantSets.get(grantSet, k));
            if (grant.group == group) {
                return kinds(profile, verdict, grant, first);
            }
            first += grant.bundles.length;
        }
        return kinds(profile, verdict, group, NONE, first);
    }

    /**
     * Returns the kinds that a grant of the profile accounts for.
     *
     * @param first the position of its first bundle among the requests of the profile
     */
    Set<Kind> kinds(int profile, Verdict verdict, Grant grant, int first) {
        return kinds(profile, verdict, grant.group, grant.bundles, first);
    }

    private Set<Kind> kinds(int profile, Verdict verdict, int group, Bundle[] bundles, int first) {
        if (!verdict.hasError()) {
            return Set.of();
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (int bundle = first; bundle < first + bundles.length; bundle++) {
            Check check = verdict.check(bundle);
            if (check != Check.ACCEPTED) {
                kinds.add(check.kind());
            }
        }
        if (verdict.retaining && retains(ledger.holding(profile), group, bundles)) {
            kinds.add(Kind.DEPENDENCY);
        }
        return kinds;
    }

    /** Returns whether a holding has a SKU from a group that the group does not give any more. */
    private boolean retains(int holding, int group, Bundle[] bundles) {
        int source = Sources.ofGroup(group);
        for (int entry = 0; entry < ledger.holdingSets.entryCount(holding); entry++) {
            if (ledger.holdingSets.source(holding, entry) == source) {
                int sku = ledger.holdingSets.sku(holding, entry);
                if (Arrays.stream(bundles).noneMatch(bundle -> Arrays.binarySearch(bundle.skus, sku) >= 0)) {
                    return true;
                }
            }
        }
        return false;
    }
}
