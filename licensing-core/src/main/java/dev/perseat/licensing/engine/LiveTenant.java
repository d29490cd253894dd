package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.UserId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tenant at a fixed point, in a form that can be changed: everything that {@link LiveStep} works on. Every SKU is
 * watched, and every user who is given a SKU and lacks it is a watcher of it, having seen whether it is free now.
 */
final class LiveTenant implements UserFacts {
    final TenantSnapshot snapshot;
    final Ledger ledger;
    final Seats seats;
    final SeatMoves seatMoves;
    final Transitions transitions;
    final Releases releases;
    final Agenda agenda;
    final Walk walk;
    final Roster roster;
    final Members members;
    final LiveGroups groups;
    final LiveAddresses addresses;

    /** Working memory of steps: the users whose base may have changed, and those whom the settlement has looked at. */
    final MarkedList reached = new MarkedList();

    final MarkedList visited = new MarkedList();

    /** Working memory of steps: the users reached through groups; empty between steps. */
    final BitTree inheriting = new BitTree(0);

    /** Working memory of settlements: the profiles of which all users are released alike. */
    final MarkedList releasedAlike = new MarkedList();

    private final UserSets userSets;
    private final UsageLocation tenantLocation;

    /** SKUs as they are now, if not as in the snapshot, by index. */
    private final Map<Integer, Sku> changedSkus = new HashMap<>();

    /** Of each SKU that some user is given directly these users. */
    private final @Nullable BitSet[] directUsers;

    LiveTenant(DenseTenant tenant, Holdings holdings) {
        snapshot = tenant.snapshot;
        tenantLocation = snapshot.tenant().usageLocation();
        ledger = Ledger.live(tenant, holdings);
        Outcome outcome = new Reconciliation(tenant, holdings, ledger).run();
        seats = outcome.seats;
        for (int sku = 0; sku < ledger.catalog.skuCount; sku++) {
            seats.watch(sku);
        }
        seats.clearFlipped();
        seatMoves = new SeatMoves(ledger, seats);
        transitions = new Transitions(ledger, seats);
        releases = new Releases(ledger);
        roster = new Roster(snapshot);
        agenda = new Agenda(roster, roster.end(), seats, transitions.needSets);
        walk = new Walk(seats, seatMoves, transitions, agenda, outcome.profiles());
        members = new Members(snapshot);
        groups = new LiveGroups(tenant, ledger, members);
        addresses = new LiveAddresses(roster, ledger.catalog.needsUniqueAddresses());
        userSets = new UserSets(ledger.grantSets, ledger.bundles);
        directUsers = new BitSet[ledger.catalog.skuCount];
        for (int user = 0; user < roster.end(); user++) {
            watch(user);
            for (License license : roster.directLicenses(user)) {
                setDirect(user, license, true);
            }
        }
    }

    /** Returns how much the numbers take that this tenant has given out, for what is there and for what is gone. */
    long volume() {
        return (long) ledger.profileEnd() + ledger.grantSets.volume() + ledger.holdingSets.volume();
    }

    /** Puts a user on the agenda for the SKUs that the user lacks, as having seen their seats as they are now. */
    void watch(int user) {
        int needs = transitions.needs(walk.profileOf[user]);
        if (needs != IntTuples.EMPTY) {
            agenda.addWatching(user, needs);
        }
    }

    /** Makes room for all users who have a number. */
    void widen() {
        if (roster.end() > walk.profileOf.length) {
            walk.profileOf = Arrays.copyOf(walk.profileOf, roster.end() + (roster.end() >> 3) + 16);
        }
    }

    /** Returns the base that a user has now, or that of nobody. */
    int baseOf(int user) {
        if (!roster.isPresent(user)) {
            return Ledger.NOBODY;
        }
        userSets.begin();
        members.forEachGroup(user, group -> userSets.add(groups.setOf(group)));
        UsageLocation location = roster.usageLocation(user);
        List<License> direct = roster.directLicenses(user);
        return ledger.bases.add(
                userSets.union(),
                ledger.bundles.directList(direct),
                ledger.catalog.location(location == null ? tenantLocation : location),
                location != null || direct.isEmpty(),
                addresses.has(user));
    }

    Sku sku(int sku) {
        return changedSkus.getOrDefault(sku, snapshot.skus().get(sku));
    }

    void setSku(int index, Sku sku, Journal journal) {
        Sku before = changedSkus.put(index, sku);
        journal.add(() -> {
            if (before == null) {
                changedSkus.remove(index);
            } else {
                changedSkus.put(index, before);
            }
        });
    }

    /** Returns the users whom a SKU is given directly, ascending. */
    int[] directUsers(int sku) {
        BitSet users = directUsers[sku];
        return users == null ? new int[0] : users.stream().toArray();
    }

    /** Notes which SKUs a user is given directly, in place of others. */
    void setDirect(int user, List<License> before, List<License> after, Journal journal) {
        change(user, before, after);
        journal.add(() -> change(user, after, before));
    }

    private void change(int user, List<License> before, List<License> after) {
        before.forEach(license -> setDirect(user, license, false));
        after.forEach(license -> setDirect(user, license, true));
    }

    private void setDirect(int user, License license, boolean given) {
        int sku = snapshot.skuIndex(license.skuId());
        if (sku >= 0) {
            BitSet users = directUsers[sku];
            if (users == null) {
                users = new BitSet();
                directUsers[sku] = users;
            }
            users.set(user, given);
        }
    }

    /** Returns whether licences are what section 1 of the law allows, with the SKUs as they are now. */
    boolean isValid(List<License> licenses) {
        Set<SkuId> seen = new HashSet<>();
        for (License license : licenses) {
            int index = snapshot.skuIndex(license.skuId());
            if (index < 0 || !seen.add(license.skuId()) || !isValid(license, sku(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValid(License license, Sku sku) {
        return sku.appliesTo() == AppliesTo.USER && sku.servicePlans().containsAll(license.disabledPlans());
    }

    int holdingOf(int user) {
        return ledger.holding(walk.profileOf[user]);
    }

    @Override
    public int profileOf(int user) {
        return walk.profileOf[user];
    }

    @Override
    public UserId userId(int user) {
        return roster.id(user);
    }

    @Override
    public boolean hasLocation(int user) {
        return roster.usageLocation(user) != null;
    }

    @Override
    public List<String> proxyAddresses(int user) {
        return roster.proxyAddresses(user);
    }
}
