package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.model.GroupId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What one calculation numbers, beside its tenant: what users hold, and <em>profiles</em>. A profile is a base and a
 * holding, and with it all that a decision depends on apart from free seats: users with the same profile get the same
 * decision, so it is made once. What a number stands for never changes.
 */
final class Ledger {
    /** The profile of who is not there. */
    static final int NOBODY = 0;

    final Catalog catalog;
    final Sources sources;
    final Bundles bundles;
    final IntTuples grantSets;
    final Bases bases;
    final HoldingSets holdingSets;
    private final IntPairs profiles = new IntPairs();

    private Ledger(
            Catalog catalog,
            Sources sources,
            Bundles bundles,
            IntTuples grantSets,
            Bases bases,
            HoldingSets holdingSets) {
        this.catalog = catalog;
        this.sources = sources;
        this.bundles = bundles;
        this.grantSets = grantSets;
        this.bases = bases;
        this.holdingSets = holdingSets;
    }

    /** Returns a ledger for one calculation of a tenant, of which it only reads. */
    static Ledger of(DenseTenant tenant, Holdings holdings) {
        NavigableSet<GroupId> gone = goneGroups(tenant.sources, holdings);
        Sources sources = tenant.sources;
        if (!gone.isEmpty()) {
            sources = sources.copy();
            sources.addGroups(gone);
        }
        return new Ledger(
                tenant.catalog,
                sources,
                tenant.bundles,
                tenant.grantSets,
                tenant.bases,
                new HoldingSets(tenant.catalog, sources, tenant.planSets.copy()));
    }

    /** Returns a ledger for a calculation that goes on: everything can get further numbers. */
    static Ledger live(DenseTenant tenant, Holdings holdings) {
        Catalog catalog = tenant.catalog.copy();
        Sources sources = tenant.sources.copy();
        sources.addGroups(goneGroups(sources, holdings));
        IntTuples planSets = tenant.planSets.copy();
        return new Ledger(
                catalog,
                sources,
                tenant.bundles.copy(catalog, sources, planSets),
                tenant.grantSets.copy(),
                tenant.bases.copy(),
                new HoldingSets(catalog, sources, planSets));
    }

    private static NavigableSet<GroupId> goneGroups(Sources sources, Holdings holdings) {
        NavigableSet<GroupId> gone = new TreeSet<>();
        IdentityHashMap<HeldLicense, Boolean> seen = new IdentityHashMap<>();
        for (int number = 0; number < holdings.combinationCount(); number++) {
            for (HeldLicense license : holdings.combination(number)) {
                if (seen.put(license, true) == null) {
                    license.source()
                            .group()
                            .filter(group -> sources.groupNumber(group) < 0)
                            .ifPresent(gone::add);
                }
            }
        }
        return gone;
    }

    /** One more than the highest number of a profile. */
    int profileEnd() {
        return profiles.end();
    }

    int profile(int base, int holding) {
        return profiles.add(base, holding);
    }

    int base(int profile) {
        return profiles.first(profile);
    }

    int holding(int profile) {
        return profiles.second(profile);
    }

    /** Returns the profile of the same user with other holdings. */
    int withHolding(int profile, int holding) {
        return holding == holding(profile) ? profile : profiles.add(base(profile), holding);
    }

    int grantSet(int profile) {
        return bases.grantSet(base(profile));
    }

    int directList(int profile) {
        return bases.directList(base(profile));
    }

    /** Replaces the content of {@code target} by the bundles requested from a base, in the order of section 4. */
    void requests(int base, List<Bundle> target) {
        target.clear();
        int directList = bases.directList(base);
        for (int k = 0; k < bundles.directCount(directList); k++) {
            target.add(bundles.direct(directList, k));
        }
        int grantSet = bases.grantSet(base);
        for (int k = 0; k < grantSets.length(grantSet); k++) {
            for (Bundle bundle : bundles.grant(grantSets.get(grantSet, k)).bundles) {
                target.add(bundle);
            }
        }
    }
}
