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

    private final IntList userEdgeGroups = new IntList();
    private final IntList userEdgeMembers = new IntList();
    private final IntList groupEdgeGroups = new IntList();
    private final IntList groupEdgeMembers = new IntList();

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
        userEdgeGroups.add(groupNumber(group));
        userEdgeMembers.add(userNumbers.add(member.value()));
        return this;
    }

    @Override
    public TenantSnapshot.Builder member(GroupId group, GroupId member) {
        groupEdgeGroups.add(groupNumber(group));
        groupEdgeMembers.add(groupNumbers.add(member.value()));
        return this;
    }

    /** Members mostly come group by group. */
    private int groupNumber(GroupId group) {
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

    private void add(Membership membership) {
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

        int[] groupIndex = newIndexes(groupNumbers, ids(sortedGroups));
        String[] userIds = knownUserIds();
        int[] userIndex = newIndexes(userNumbers, userIds);
        reportUnknownMembers(userIndex, groupIndex);

        UserTable table = users.build(numbers(userIndex, userIds.length));
        new SnapshotValidator(plans, sortedSkus, problems)
                .check(sortedSubscriptions)
                .check(sortedGroups)
                .check(table);
        if (!problems.isEmpty()) {
            throw new InvalidTenantException(tenant.id().value(), problems);
        }
        return new TenantSnapshot(
                tenant,
                policy,
                TenantSnapshot.unmodifiable(plans),
                TenantSnapshot.unmodifiable(sortedSkus),
                bySku(sortedSubscriptions, sortedSkus),
                TenantSnapshot.unmodifiable(sortedGroups),
                table,
                Incidence.of(
                        userEdgeGroups, groupIndex, sortedGroups.length, userEdgeMembers, userIndex, userIds.length),
                Incidence.of(
                        groupEdgeGroups,
                        groupIndex,
                        sortedGroups.length,
                        groupEdgeMembers,
                        groupIndex,
                        sortedGroups.length));
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

    private static String[] ids(Group[] groups) {
        return Arrays.stream(groups).map(group -> group.id().value()).toArray(String[]::new);
    }

    private String[] knownUserIds() {
        String[] ids = userNumbers.toArray();
        if (knownUsers.cardinality() < ids.length) {
            ids = knownUsers.stream().mapToObj(userNumbers::id).toArray(String[]::new);
        }
        Arrays.sort(ids);
        return ids;
    }

    /** Returns the index for each number: the position of its id among the sorted ids, or -1 if it is not there. */
    private static int[] newIndexes(IdIndex numbers, String[] sortedIds) {
        int[] indexes = new int[numbers.size()];
        Arrays.fill(indexes, -1);
        for (int i = 0; i < sortedIds.length; i++) {
            indexes[numbers.find(sortedIds[i])] = i;
        }
        return indexes;
    }

    /** The inverse of {@link #newIndexes}. */
    private static int[] numbers(int[] indexes, int count) {
        int[] numbers = new int[count];
        for (int number = 0; number < indexes.length; number++) {
            if (indexes[number] >= 0) {
                numbers[indexes[number]] = number;
            }
        }
        return numbers;
    }

    private void reportUnknownMembers(int[] userIndex, int[] groupIndex) {
        SortedMap<String, String> groupOfUser = new TreeMap<>();
        SortedMap<String, String> groupOfGroup = new TreeMap<>();
        SortedMap<String, String> memberOfGroup = new TreeMap<>();
        for (int i = 0; i < userEdgeGroups.size(); i++) {
            String group = groupNumbers.id(userEdgeGroups.get(i));
            String member = userNumbers.id(userEdgeMembers.get(i));
            note(userIndex[userEdgeMembers.get(i)], groupOfUser, member, group);
            note(groupIndex[userEdgeGroups.get(i)], memberOfGroup, group, member);
        }
        for (int i = 0; i < groupEdgeGroups.size(); i++) {
            String group = groupNumbers.id(groupEdgeGroups.get(i));
            String member = groupNumbers.id(groupEdgeMembers.get(i));
            note(groupIndex[groupEdgeMembers.get(i)], groupOfGroup, member, group);
            note(groupIndex[groupEdgeGroups.get(i)], memberOfGroup, group, member);
        }
        groupOfUser.forEach((id, group) -> unknown("user '" + id + "', a member of group '" + group + "',", id, group));
        groupOfGroup.forEach(
                (id, group) -> unknown("group '" + id + "', a member of group '" + group + "',", id, group));
        memberOfGroup.forEach((id, member) -> unknown("group '" + id + "' with member '" + member + "'", id, member));
    }

    private static void note(int index, SortedMap<String, String> unknown, String id, String other) {
        if (index < 0) {
            unknown.merge(id, other, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }

    private void unknown(String what, String id, String other) {
        problems.add(new TenantProblem(
                TenantProblem.Kind.UNKNOWN_REFERENCE, what + " is not in the directory", List.of(id, other)));
    }

    private static @Nullable Subscription[] bySku(Subscription[] subscriptions, Sku[] skus) {
        SortedMap<String, Subscription> bySku = new TreeMap<>();
        for (Subscription subscription : subscriptions) {
            bySku.put(subscription.skuId().value(), subscription);
        }
        return Arrays.stream(skus).map(sku -> bySku.get(sku.id().value())).toArray(Subscription[]::new);
    }
}
