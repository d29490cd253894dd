package dev.perseat.licensing.assignment;

import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers users and groups as they come, keeps members as pairs of numbers, and arranges everything by id in the end.
 */
final class SnapshotBuilder implements TenantSnapshot.Builder {
    private final Tenant tenant;
    private LicensingPolicy policy = LicensingPolicy.entra();
    private final List<ServicePlan> servicePlans = new ArrayList<>();
    private final List<Sku> skus = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<TenantProblem> problems = new ArrayList<>();

    private final IdIndex userNumbers = new IdIndex();
    private final BitSet knownUsers = new BitSet();
    private final UserTable.Builder users = new UserTable.Builder();
    private final IdIndex groupNumbers = new IdIndex();
    private final List<Group> groups = new ArrayList<>();
    private final BitSet knownGroups = new BitSet();
    private @Nullable GroupId lastGroup;
    private int lastGroupNumber;

    private final MemberPairs memberUsers = new MemberPairs(userNumbers);
    private final MemberPairs memberGroups = new MemberPairs(groupNumbers);

    SnapshotBuilder(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public TenantSnapshot.Builder policy(LicensingPolicy newPolicy) {
        policy = newPolicy;
        return this;
    }

    @Override
    public TenantSnapshot.Builder servicePlan(ServicePlan plan) {
        servicePlans.add(plan);
        return this;
    }

    @Override
    public TenantSnapshot.Builder sku(Sku sku) {
        skus.add(sku);
        return this;
    }

    @Override
    public TenantSnapshot.Builder subscription(Subscription subscription) {
        subscriptions.add(subscription);
        return this;
    }

    @Override
    public TenantSnapshot.Builder user(User user) {
        int number = userNumbers.add(user.id().value());
        if (knownUsers.get(number)) {
            problems.add(duplicate("user", user.id().value()));
        } else {
            knownUsers.set(number);
            users.set(number, user);
        }
        return this;
    }

    @Override
    public TenantSnapshot.Builder group(Group group) {
        int number = groupNumbers.add(group.id().value());
        if (knownGroups.get(number)) {
            problems.add(duplicate("group", group.id().value()));
        } else {
            knownGroups.set(number);
            groups.add(group);
        }
        return this;
    }

    @Override
    public TenantSnapshot.Builder member(GroupId group, UserId member) {
        memberUsers.add(groupNumber(group), member.value());
        return this;
    }

    @Override
    public TenantSnapshot.Builder member(GroupId group, GroupId member) {
        memberGroups.add(groupNumber(group), member.value());
        return this;
    }

    /** Returns the number of a user, by which members can be told without looking the user up each time. */
    int userNumber(UserId user) {
        return userNumbers.add(user.value());
    }

    /** Makes a user a member of a group, both by number. */
    void memberUser(int group, int user) {
        memberUsers.add(group, user);
    }

    /** Makes a group a member of a group, both by number. */
    void memberGroup(int group, int member) {
        memberGroups.add(group, member);
    }

    /** Returns the number of a group. Members mostly come group by group. */
    int groupNumber(GroupId group) {
        if (!group.equals(lastGroup)) {
            lastGroup = group;
            lastGroupNumber = groupNumbers.add(group.value());
        }
        return lastGroupNumber;
    }

    @Override
    public TenantSnapshot.Builder addAll(Directory directory) {
        try (Stream<User> all = directory.users()) {
            all.forEachOrdered(this::user);
        }
        try (Stream<Group> all = directory.groups()) {
            all.forEachOrdered(this::group);
        }
        try (Stream<Membership> all = directory.memberships()) {
            all.forEachOrdered(this::add);
        }
        return this;
    }

    void add(Membership membership) {
        if (membership instanceof Membership.OfUser user) {
            member(user.groupId(), user.member());
        } else if (membership instanceof Membership.OfGroup group) {
            member(group.groupId(), group.member());
        }
    }

    @Override
    public TenantSnapshot.Builder problem(TenantProblem problem) {
        problems.add(problem);
        return this;
    }

    @Override
    public TenantSnapshot build() {
        ServicePlan[] plans = sorted("service plan", servicePlans, ServicePlan::id, new ServicePlan[0]);
        Sku[] sortedSkus = sorted("SKU", skus, Sku::id, new Sku[0]);
        Group[] sortedGroups = sorted("group", groups, Group::id, new Group[0]);
        Subscription[] sortedSubscriptions =
                sorted("subscription of SKU", subscriptions, Subscription::skuId, new Subscription[0]);

        memberUsers.lookUp();
        memberGroups.lookUp();
        int[] groupIndex = groupIndexes(sortedGroups);
        int[] usersById = knownUsers.stream().toArray();
        userNumbers.sort(usersById);
        int[] userIndex = inverse(usersById, userNumbers.size());
        reportUnknownMembers(userIndex, groupIndex);

        UserTable table = users.build(usersById);
        new SnapshotValidator(plans, sortedSkus, problems)
                .check(sortedSubscriptions)
                .check(sortedGroups)
                .check(table);
        if (!problems.isEmpty()) {
            throw new InvalidTenantException(tenant.id().value(), problems);
        }
        Incidence groupsOfUsers = memberUsers.groupsOfMembers(userIndex, groupIndex);
        return new TenantSnapshot(
                tenant,
                policy,
                TenantSnapshot.unmodifiable(plans),
                TenantSnapshot.unmodifiable(sortedSkus),
                bySku(sortedSubscriptions, sortedSkus),
                TenantSnapshot.unmodifiable(sortedGroups),
                groupNumbers.positions(groupIndex, i -> sortedGroups[i].id().value()),
                table,
                userNumbers.positions(userIndex, i -> table.id(i).value()),
                groupsOfUsers.transposed(sortedGroups.length),
                memberGroups.membersOfGroups(groupIndex, groupIndex),
                groupsOfUsers);
    }

    /** Sorts by id and reports ids used twice; of those, one is kept so that the other checks can go on. */
    private <T, K extends Comparable<K>> T[] sorted(String kind, List<T> things, Function<T, K> id, T[] type) {
        SortedMap<K, T> byId = new TreeMap<>();
        for (T thing : things) {
            if (byId.putIfAbsent(id.apply(thing), thing) != null) {
                problems.add(duplicate(kind, id.apply(thing).toString()));
            }
        }
        return byId.values().toArray(type);
    }

    private static TenantProblem duplicate(String kind, String id) {
        return new TenantProblem(
                TenantProblem.Kind.DUPLICATE_ID, kind + " '" + id + "' is given more than once", List.of(id));
    }

    /** Returns the index for each number, or -1 where the group is not known. */
    private int[] groupIndexes(Group[] sorted) {
        int[] numbers = Arrays.stream(sorted)
                .mapToInt(group -> groupNumbers.find(group.id().value()))
                .toArray();
        return inverse(numbers, groupNumbers.size());
    }

    /** Returns for each number its position, or -1 where it has none. */
    private static int[] inverse(int[] numbers, int size) {
        int[] positions = new int[size];
        Arrays.fill(positions, -1);
        for (int i = 0; i < numbers.length; i++) {
            positions[numbers[i]] = i;
        }
        return positions;
    }

    private void reportUnknownMembers(int[] userIndex, int[] groupIndex) {
        if (knownUsers.cardinality() < userIndex.length || knownGroups.cardinality() < groupIndex.length) {
            new UnknownMembers(groupNumbers, groupIndex)
                    .noteUsers(memberUsers, userNumbers, userIndex)
                    .noteGroups(memberGroups)
                    .report(problems);
        }
    }

    private static @Nullable Subscription[] bySku(Subscription[] subscriptions, Sku[] skus) {
        SortedMap<String, Subscription> bySku = new TreeMap<>();
        for (Subscription subscription : subscriptions) {
            bySku.put(subscription.skuId().value(), subscription);
        }
        return Arrays.stream(skus).map(sku -> bySku.get(sku.id().value())).toArray(Subscription[]::new);
    }
}
