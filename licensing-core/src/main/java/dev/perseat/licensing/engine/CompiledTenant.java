package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

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
        int[] setOfGroup = new int[snapshot.groups().size()];
        for (int group = 0; group < setOfGroup.length; group++) {
            setOfGroup[group] = closure.licensedAbove(group);
        }
        int users = snapshot.userCount();
        int[] starts = new int[users + 1];
        for (int group = 0; group < setOfGroup.length; group++) {
            int members = setOfGroup[group] == IntTuples.EMPTY ? 0 : snapshot.memberUserCount(group);
            for (int k = 0; k < members; k++) {
                starts[snapshot.memberUser(group, k) + 1]++;
            }
        }
        for (int user = 0; user < users; user++) {
            starts[user + 1] += starts[user];
        }
        int[] sets = new int[starts[users]];
        int[] next = Arrays.copyOf(starts, users);
        for (int group = 0; group < setOfGroup.length; group++) {
            int members = setOfGroup[group] == IntTuples.EMPTY ? 0 : snapshot.memberUserCount(group);
            for (int k = 0; k < members; k++) {
                sets[next[snapshot.memberUser(group, k)]++] = setOfGroup[group];
            }
        }
        return unions(starts, sets);
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
        HoldingsReader reader = new HoldingsReader(catalog, sources, holdingSets);
        forEachHolder((user, licenses) -> holdingOfUser[user] = reader.read(licenses), (unknown, licenses) -> {});
        return holdingOfUser;
    }

    /** Takes what a user, by index, held. */
    interface HolderVisitor {
        void visit(int user, List<HeldLicense> licenses);
    }

    /** Tells everybody who held something, those of the snapshot and those who are gone; each in the order of ids. */
    void forEachHolder(HolderVisitor known, BiConsumer<UserId, List<HeldLicense>> unknown) {
        int[] next = {0}; // users and holders are both in the order of their ids
        holdings.forEach((user, licenses) -> {
            int index = snapshot.userIndex(user, next[0]);
            if (index >= 0) {
                known.visit(index, licenses);
                next[0] = index + 1;
            } else {
                unknown.accept(user, licenses);
            }
        });
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
