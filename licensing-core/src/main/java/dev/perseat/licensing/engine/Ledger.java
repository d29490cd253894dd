package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.model.GroupId;
import java.util.Arrays;
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
    private final IntPairs profiles;

    /** Of each base, as far as known, the profile of who holds all that the base is given. */
    private int[] fullProfiles;

    private final Harmony harmony;
    private final IntBuffer scratch = new IntBuffer();

    private Ledger(
            Catalog catalog,
            Sources sources,
            Bundles bundles,
            IntTuples grantSets,
            Bases bases,
            HoldingSets holdingSets,
            IntPairs profiles,
            int[] fullProfiles,
            Harmony harmony) {
        this.catalog = catalog;
        this.sources = sources;
        this.bundles = bundles;
        this.grantSets = grantSets;
        this.bases = bases;
        this.holdingSets = holdingSets;
        this.profiles = profiles;
        this.fullProfiles = fullProfiles;
        this.harmony = harmony;
    }

    /**
     * Returns the ledger of a tenant, with which every calculation begins. It has two profiles of each base: of who
     * holds nothing, with the number of the base, and of who holds all that the base is given.
     */
    static Ledger opening(Catalog catalog, Sources sources, Bundles bundles, IntTuples grantSets, Bases bases) {
        Ledger ledger = new Ledger(
                catalog,
                sources,
                bundles,
                grantSets,
                bases,
                new HoldingSets(catalog, sources, bundles.entries),
                new IntPairs(),
                new int[bases.end()],
                new Harmony(bases.end()));
        for (int base = 1; base < bases.end(); base++) {
            ledger.profile(base, IntTuples.EMPTY);
        }
        for (int base = 1; base < bases.end(); base++) {
            ledger.fullProfile(base);
        }
        return ledger;
    }

    /** Returns a ledger for one calculation of a tenant, of which it only reads. */
    static Ledger of(DenseTenant tenant, Holdings holdings) {
        NavigableSet<GroupId> gone = goneGroups(tenant.sources, holdings);
        Sources sources = tenant.sources;
        if (!gone.isEmpty()) {
            sources = sources.copy();
            sources.addGroups(gone);
        }
        return tenant.opening.with(
                tenant.catalog, sources, tenant.bundles, tenant.grantSets, tenant.bases, tenant.entries.copy());
    }

    /** Returns a ledger for a calculation that goes on: everything can get further numbers. */
    static Ledger live(DenseTenant tenant, Holdings holdings) {
        Catalog catalog = tenant.catalog.copy();
        Sources sources = tenant.sources.copy();
        sources.addGroups(goneGroups(sources, holdings));
        Entries entries = tenant.entries.copy();
        return tenant.opening.with(
                catalog,
                sources,
                tenant.bundles.copy(catalog, sources, entries),
                tenant.grantSets.copy(),
                tenant.bases.copy(),
                entries);
    }

    /** Returns a ledger that begins with the profiles of this one, on copies of what it refers to. */
    private Ledger with(
            Catalog itsCatalog,
            Sources itsSources,
            Bundles itsBundles,
            IntTuples itsGrantSets,
            Bases itsBases,
            Entries itsEntries) {
        return new Ledger(
                itsCatalog,
                itsSources,
                itsBundles,
                itsGrantSets,
                itsBases,
                holdingSets.copy(itsCatalog, itsSources, itsEntries),
                profiles.copy(),
                fullProfiles,
                harmony);
    }

    private static NavigableSet<GroupId> goneGroups(Sources sources, Holdings holdings) {
        NavigableSet<GroupId> gone = new TreeSet<>();
        for (HeldLicense license : holdings.licenses()) {
            license.source()
                    .group()
                    .filter(group -> sources.groupNumber(group) < 0)
                    .ifPresent(gone::add);
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

    /** Returns the profile of who holds all that a base is given. */
    int fullProfile(int base) {
        if (base >= fullProfiles.length) { // so an array that others share is replaced before it is written to
            fullProfiles = Arrays.copyOf(fullProfiles, Math.max(base + 1, fullProfiles.length + (base >> 3)));
        }
        if (fullProfiles[base] == NOBODY) {
            fullProfiles[base] = profile(base, everything(base));
        }
        return fullProfiles[base];
    }

    /** Returns all that a base is given, as a holding. */
    int fullHolding(int base) {
        return holding(fullProfile(base));
    }

    private int everything(int base) {
        scratch.clear();
        int directList = bases.directList(base);
        for (int k = 0; k < bundles.directCount(directList); k++) {
            scratch.addAll(bundles.direct(directList, k).entries);
        }
        int grantSet = bases.grantSet(base);
        for (int k = 0; k < grantSets.length(grantSet); k++) {
            for (Bundle bundle : bundles.grant(grantSets.get(grantSet, k)).bundles) {
                scratch.addAll(bundle.entries);
            }
        }
        return holdingSets.add(scratch);
    }

    /** Returns what is known of settling who holds all that a base is given. */
    Harmony harmony() {
        return harmony;
    }

    int grantSet(int profile) {
        return bases.grantSet(base(profile));
    }

    int directList(int profile) {
        return bases.directList(base(profile));
    }

    /** Returns whether any bundle of a base has a clause that its own plans do not meet. */
    boolean hasOpenClauses(int base) {
        int directList = bases.directList(base);
        for (int k = 0; k < bundles.directCount(directList); k++) {
            if (bundles.direct(directList, k).openPlans.length > 0) {
                return true;
            }
        }
        int grantSet = bases.grantSet(base);
        for (int k = 0; k < grantSets.length(grantSet); k++) {
            if (bundles.grant(grantSets.get(grantSet, k)).hasOpenClauses) {
                return true;
            }
        }
        return false;
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
