package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.UsageLocation;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/** A snapshot and holdings, compiled: every user as the number of a profile. */
final class CompiledTenant {
    final TenantSnapshot snapshot;
    final Holdings holdings;
    final Catalog catalog;
    final Sources sources;
    final Bundles bundles;
    final SharedAddresses sharedAddresses;
    final HoldingSets holdingSets;
    final Profiles profiles = new Profiles();

    /** The sets of licensed groups that users are members of, by group. */
    final IntTuples groupSets = new IntTuples();

    /** Of each user the profile with the holdings given, as far as they exist. */
    final int[] profileOfUser;

    CompiledTenant(TenantSnapshot snapshot, Holdings holdings) {
        this.snapshot = snapshot;
        this.holdings = holdings;
        catalog = new Catalog(snapshot);
        sources = new Sources(snapshot, holdings);
        IntTuples planSets = new IntTuples();
        bundles = new Bundles(catalog, sources, planSets);
        sharedAddresses = new SharedAddresses(snapshot, catalog);
        holdingSets = new HoldingSets(catalog, sources, planSets);
        profileOfUser = profiles(groupSetOfUsers(), holdingOfUsers());
    }

    /** Returns of each user the set of licensed groups that have the user as a member. */
    private int[] groupSetOfUsers() {
        GroupClosure closure = new GroupClosure(snapshot, groupSets);
        int users = snapshot.userCount();
        int[] ends = new int[users + 1];
        forEachGrantingGroup(closure, (user, set) -> ends[user + 1]++);
        for (int user = 0; user < users; user++) {
            ends[user + 1] += ends[user];
        }
        int[] sets = new int[ends[users]];
        int[] next = Arrays.copyOf(ends, users);
        forEachGrantingGroup(closure, (user, set) -> sets[next[user]++] = set);
        return unions(ends, sets);
    }

    private interface GrantVisitor {
        void visit(int user, int set);
    }

    private void forEachGrantingGroup(GroupClosure closure, GrantVisitor visitor) {
        for (int group = 0; group < snapshot.groups().size(); group++) {
            int set = closure.licensedAbove(group);
            int members = set == IntTuples.EMPTY ? 0 : snapshot.memberUserCount(group);
            for (int k = 0; k < members; k++) {
                visitor.visit(snapshot.memberUser(group, k), set);
            }
        }
    }

    /**
     * Unites the sets {@code sets[starts[user] .. starts[user + 1])} of each user. Many users have the same combination
     * of sets, so each combination is united once.
     */
    private int[] unions(int[] starts, int[] sets) {
        int[] unionOfUser = new int[starts.length - 1];
        IntTuples combinations = new IntTuples();
        IntBuffer unionOf = new IntBuffer();
        unionOf.add(IntTuples.EMPTY);
        IntBuffer scratch = new IntBuffer();
        for (int user = 0; user < unionOfUser.length; user++) {
            scratch.clear();
            for (int i = starts[user]; i < starts[user + 1]; i++) {
                scratch.add(sets[i]);
            }
            if (scratch.size == 1) {
                unionOfUser[user] = scratch.values[0];
            } else if (scratch.size > 1) {
                scratch.sortDistinct();
                int combination = combinations.add(scratch.values, scratch.size);
                if (combination == unionOf.size) {
                    unionOf.add(union(scratch));
                }
                unionOfUser[user] = unionOf.values[combination];
            }
        }
        return unionOfUser;
    }

    private int union(IntBuffer sets) {
        IntBuffer union = new IntBuffer();
        for (int i = 0; i < sets.size; i++) {
            for (int k = 0; k < groupSets.length(sets.values[i]); k++) {
                union.add(groupSets.get(sets.values[i], k));
            }
        }
        union.sortDistinct();
        return groupSets.add(union.values, union.size);
    }

    private int[] holdingOfUsers() {
        int[] holdingOfUser = new int[snapshot.userCount()];
        IdentityHashMap<List<HeldLicense>, Integer> known = new IdentityHashMap<>();
        holdings.forEach((user, licenses) -> {
            int index = snapshot.userIndex(user);
            if (index >= 0) {
                holdingOfUser[index] = known.computeIfAbsent(licenses, holdingSets::normalized);
            }
        });
        return holdingOfUser;
    }

    private int[] profiles(int[] groupSetOfUser, int[] holdingOfUser) {
        int[] profileOf = new int[groupSetOfUser.length];
        int tenantLocation = catalog.location(snapshot.tenant().usageLocation());
        for (int user = 0; user < profileOf.length; user++) {
            UsageLocation location = snapshot.usageLocation(user);
            List<License> direct = snapshot.directLicenses(user);
            profileOf[user] = profiles.add(
                    groupSetOfUser[user],
                    bundles.directList(direct),
                    location == null ? tenantLocation : catalog.location(location),
                    location != null || direct.isEmpty(),
                    sharedAddresses.has(user),
                    holdingOfUser[user]);
        }
        return profileOf;
    }

    /** Replaces the content of {@code target} by the bundles requested under a profile, in the order of section 4. */
    void requests(int profile, List<Bundle> target) {
        target.clear();
        bundles.addDirect(profiles.directList(profile), target);
        int groupSet = profiles.groupSet(profile);
        for (int k = 0; k < groupSets.length(groupSet); k++) {
            for (Bundle bundle : bundles.ofGroup(groupSets.get(groupSet, k))) {
                target.add(bundle);
            }
        }
    }
}
