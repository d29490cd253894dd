package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.UserId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A snapshot in numbers, with what each user is given worked out. Nothing in it depends on holdings or seats. */
final class DenseTenant implements CompiledTenant {
    final TenantSnapshot snapshot;
    final Parallel parallel;
    final Catalog catalog;
    final Sources sources;

    /** What bundles give. */
    final Entries entries = new Entries();

    final Bundles bundles;
    final Nesting nesting;
    private final GroupExpansion expansion;

    /** Of each group its grant, or {@link Bundles#NO_GRANT}. */
    final int[] grantOfGroup;

    /** The sets of grants that users have, in the order of the groups. */
    final IntTuples grantSets = new IntTuples();

    /** Of each group the set that its direct members have, or {@link GroupClosure#UNKNOWN}. */
    final int[] setOfGroup;

    final SharedAddresses sharedAddresses;
    final Bases bases = new Bases();

    /** Of each user the base. */
    final int[] baseOfUser;

    /** Of each base the number of its users. */
    final long[] usersOfBase;

    /** What every calculation begins with. */
    final Ledger opening;

    DenseTenant(TenantSnapshot snapshot, Parallel parallel) {
        this.snapshot = snapshot;
        this.parallel = parallel;
        catalog = new Catalog(snapshot);
        sources = new Sources(snapshot);
        bundles = new Bundles(catalog, sources, entries);
        nesting = new Nesting(snapshot);
        expansion = new GroupExpansion(snapshot, nesting);
        List<Group> groups = snapshot.groups();
        grantOfGroup = new int[groups.size()];
        Arrays.setAll(grantOfGroup, group -> bundles.addGrant(group, groups.get(group)));
        setOfGroup = new int[groups.size()];
        GroupClosure closure =
                new GroupClosure(nesting, isTransitive(snapshot), bundles, grantSets, grantOfGroup, setOfGroup);
        int[] all = new int[groups.size()];
        Arrays.setAll(all, group -> group);
        closure.close(all, group -> snapshot.memberUserCount(group) > 0);
        sharedAddresses = new SnapshotAddresses(snapshot, catalog.needsUniqueAddresses());
        baseOfUser = new int[snapshot.userCount()];
        UserSets userSets = new UserSets(grantSets, bundles);
        for (int user = 0; user < baseOfUser.length; user++) {
            baseOfUser[user] = base(
                    userSets.of(snapshot, user, setOfGroup),
                    snapshot.directLicenses(user),
                    snapshot.usageLocation(user),
                    sharedAddresses.has(user));
        }
        grantSets.trim();
        bases.trim();
        usersOfBase = new long[bases.end()];
        for (int base : baseOfUser) {
            usersOfBase[base]++;
        }
        opening = Ledger.opening(catalog, sources, bundles, grantSets, bases, parallel);
    }

    static boolean isTransitive(TenantSnapshot snapshot) {
        return snapshot.policy().nestedGroups() == NestedGroups.TRANSITIVE;
    }

    private int base(int grantSet, List<License> direct, @Nullable UsageLocation location, boolean sharesAddress) {
        return bases.add(
                grantSet,
                bundles.directList(direct),
                catalog.location(location == null ? snapshot.tenant().usageLocation() : location),
                location != null || direct.isEmpty(),
                sharesAddress);
    }

    @Override
    public TenantSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public AssignmentResult calculate(Holdings holdings) {
        return new DenseResult(new Reconciliation(this, holdings, Ledger.of(this, holdings)).run());
    }

    @Override
    public LiveCalculation live(Holdings holdings) {
        return new DenseLive(this, holdings);
    }

    private int index(UserId user) {
        return DenseResult.existing(snapshot.userIndex(user), "user", user.value());
    }

    private int index(GroupId group) {
        return DenseResult.existing(snapshot.groupIndex(group), "group", group.value());
    }

    @Override
    public List<UserId> memberIds(GroupId group) {
        return new IndexedList<>(expansion.members(index(group)), snapshot::userId);
    }

    @Override
    public int[] memberIndexes(int group) {
        return expansion.members(group);
    }

    @Override
    public int memberCount(GroupId group) {
        return expansion.memberCount(index(group));
    }

    @Override
    public int memberCount(int group) {
        return expansion.memberCount(group);
    }

    @Override
    public List<GroupId> groupsOf(UserId user) {
        List<Group> groups = snapshot.groups();
        return new IndexedList<>(
                expansion.groupsOf(index(user)), group -> groups.get(group).id());
    }

    @Override
    public int[] groupIndexes(int user) {
        return expansion.groupsOf(user);
    }

    @Override
    public boolean isMember(UserId user, GroupId group) {
        return expansion.isMember(index(user), index(group));
    }

    @Override
    public boolean isMember(int user, int group) {
        return expansion.isMember(user, group);
    }
}
