package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.model.GroupId;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

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
    private final Profiles profiles;
    private final Harmony harmony;

    private Ledger(Catalog catalog, Sources sources, Bundles bundles, IntTuples grantSets, Bases bases) {
        this.catalog = catalog;
        this.sources = sources;
        this.bundles = bundles;
        this.grantSets = grantSets;
        this.bases = bases;
        holdingSets = new HoldingSets(catalog, sources, bundles.entries);
        profiles = new Profiles(bases.end(), this::everything);
        harmony = Harmony.NOTHING_KNOWN;
    }

    /** Goes on from a ledger with what has been found out about its bases. */
    private Ledger(Ledger begun, Harmony harmony) {
        catalog = begun.catalog;
        sources = begun.sources;
        bundles = begun.bundles;
        grantSets = begun.grantSets;
        bases = begun.bases;
        holdingSets = begun.holdingSets;
        profiles = begun.profiles.withUsual(harmony.restHoldings());
        this.harmony = harmony;
    }

    /** Begins like another one, on copies of what that refers to. */
    private Ledger(
            Ledger opening,
            Catalog catalog,
            Sources sources,
            Bundles bundles,
            IntTuples grantSets,
            Bases bases,
            Entries entries) {
        this.catalog = catalog;
        this.sources = sources;
        this.bundles = bundles;
        this.grantSets = grantSets;
        this.bases = bases;
        holdingSets = opening.holdingSets.copy(catalog, sources, entries);
        profiles = opening.profiles.copyOpening();
        harmony = opening.harmony;
    }

    /** Returns the ledger of a tenant, with which every calculation begins. */
    static Ledger opening(
            Catalog catalog, Sources sources, Bundles bundles, IntTuples grantSets, Bases bases, Parallel parallel) {
        Ledger begun = new Ledger(catalog, sources, bundles, grantSets, bases);
        Ledger opening = new Ledger(begun, Harmony.of(begun, parallel));
        opening.holdingSets.trim();
        return opening;
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
                tenant.opening,
                tenant.catalog,
                sources,
                tenant.bundles,
                tenant.grantSets,
                tenant.bases,
                tenant.entries.copy());
    }

    /** Returns a ledger for a calculation that goes on: everything can get further numbers. */
    static Ledger live(DenseTenant tenant, Holdings holdings) {
        Catalog catalog = tenant.catalog.copy();
        Sources sources = tenant.sources.copy();
        sources.addGroups(goneGroups(sources, holdings));
        Entries entries = tenant.entries.copy();
        return new Ledger(
                tenant.opening,
                catalog,
                sources,
                tenant.bundles.copy(catalog, sources, entries),
                tenant.grantSets.copy(),
                tenant.bases.copy(),
                entries);
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

    /** One more than the highest profile known from the tenant on: of all of these, users hold only what their base gives. */
    int openingEnd() {
        return profiles.openingEnd();
    }

    int profile(int base, int holding) {
        return profiles.add(base, holding);
    }

    /** Makes room at once for so many more profiles; there may come fewer. */
    void expectProfiles(int more) {
        profiles.expect(more);
    }

    int base(int profile) {
        return profiles.base(profile);
    }

    int holding(int profile) {
        return profiles.holding(profile);
    }

    /** Returns the profile of the same user with other holdings. */
    int withHolding(int profile, int holding) {
        return holding == holding(profile) ? profile : profiles.add(base(profile), holding);
    }

    /** Returns the profile of who holds all that a base is given. */
    int fullProfile(int base) {
        int known = profiles.full(base);
        return known == NOBODY ? profiles.addFull(base, everything(base)) : known;
    }

    /** Returns all that a base is given, as a holding. */
    int fullHolding(int base) {
        if (profiles.full(base) == NOBODY) {
            profiles.addFull(base, everything(base));
        }
        return profiles.fullHolding(base);
    }

    /** Returns the profile that most users of a base of the tenant have: the one at rest, or else the full one. */
    int usualProfile(int base) {
        return profiles.usual(base);
    }

    /** Returns what is held with the usual profile of a base of the tenant. */
    int usualHolding(int base) {
        return profiles.usualHolding(base);
    }

    /** Returns whether settling a profile is known to change nothing, whatever seats there are. */
    boolean isAtRest(int profile) {
        int base = profiles.base(profile);
        return harmony.rests(base) && profile == profiles.usual(base);
    }

    private int everything(int base) {
        IntBuffer scratch = new IntBuffer();
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

    /** Returns what settling leaves to who holds all that a base is given. */
    Harmony harmony() {
        return harmony;
    }

    int grantSet(int profile) {
        return bases.grantSet(base(profile));
    }

    int directList(int profile) {
        return bases.directList(base(profile));
    }

    /** Returns whether no rule but that of seats can touch anything that a base is given. */
    boolean isPlain(int base) {
        boolean located = bases.hasOwnLocation(base) || bundles.directCount(bases.directList(base)) == 0;
        return located && !anyBundle(base, bundle -> !bundle.plain, grant -> !grant.plain);
    }

    /** Returns whether any bundle of a base has a clause that its own plans do not meet. */
    boolean hasOpenClauses(int base) {
        return anyBundle(base, bundle -> bundle.openPlans.length > 0, grant -> grant.hasOpenClauses);
    }

    private boolean anyBundle(int base, Predicate<Bundle> ofDirect, Predicate<Grant> ofGrant) {
        int directList = bases.directList(base);
        for (int k = 0; k < bundles.directCount(directList); k++) {
            if (ofDirect.test(bundles.direct(directList, k))) {
                return true;
            }
        }
        int grantSet = bases.grantSet(base);
        for (int k = 0; k < grantSets.length(grantSet); k++) {
            if (ofGrant.test(bundles.grant(grantSets.get(grantSet, k)))) {
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
