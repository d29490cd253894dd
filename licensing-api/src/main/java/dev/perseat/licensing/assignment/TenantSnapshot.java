package dev.perseat.licensing.assignment;

import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One tenant at one moment: frozen, and valid as a whole (section 1 of the law). Immutable and safe for use by several
 * threads.
 *
 * <p>Ids are resolved once, when the snapshot is built: from then on every user, group, SKU and plan also has an
 * <em>index</em>, its position by id, and the members of a group are sorted arrays of indexes. Users are kept as columns
 * and made into {@link User} objects when they are asked for, so that a snapshot of ten million users is no burden.
 * Methods that take an index throw {@link IndexOutOfBoundsException} if it is none.
 *
 * <p>In memory, a user who is in <i>m</i> groups costs 8<i>m</i> bytes for the memberships (an index on either side), 4
 * where those of the user begin, 6 to 12 in the table from ids to indexes, 1 for the location, and 20 for the {@link
 * UserId} and the reference to it: about 75 bytes for five groups, beside the text of the id. Names, addresses,
 * attributes and direct licences cost 4 bytes and their values for each user who has any, and next to nothing for others.
 *
 * @since 0.1
 */
public final class TenantSnapshot {
    private final Tenant tenant;
    private final LicensingPolicy policy;
    private final List<ServicePlan> servicePlans;
    private final List<Sku> skus;
    private final @Nullable Subscription[] subscriptions;
    private final List<Group> groups;
    private final IdPositions groupPositions;
    private final UserTable users;
    private final IdPositions userPositions;
    private final Incidence memberUsers;
    private final Incidence memberGroups;
    private final Incidence groupsOfUsers;

    TenantSnapshot(
            Tenant tenant,
            LicensingPolicy policy,
            List<ServicePlan> servicePlans,
            List<Sku> skus,
            @Nullable Subscription[] subscriptions,
            List<Group> groups,
            IdPositions groupPositions,
            UserTable users,
            IdPositions userPositions,
            Incidence memberUsers,
            Incidence memberGroups,
            Incidence groupsOfUsers) {
        this.tenant = tenant;
        this.policy = policy;
        this.servicePlans = servicePlans;
        this.skus = skus;
        this.subscriptions = subscriptions;
        this.groups = groups;
        this.groupPositions = groupPositions;
        this.users = users;
        this.userPositions = userPositions;
        this.memberUsers = memberUsers;
        this.memberGroups = memberGroups;
        this.groupsOfUsers = groupsOfUsers;
    }

    /**
     * Begins a snapshot of a tenant, with the policy of Entra.
     *
     * @param tenant the tenant
     * @return a builder, not safe for use by several threads
     */
    public static Builder builder(Tenant tenant) {
        return new SnapshotBuilder(tenant);
    }

    /**
     * Returns the tenant.
     *
     * @return the tenant
     */
    public Tenant tenant() {
        return tenant;
    }

    /**
     * Returns the policy.
     *
     * @return the policy
     */
    public LicensingPolicy policy() {
        return policy;
    }

    /**
     * Returns the service plans.
     *
     * @return the plans by id; unmodifiable
     */
    public List<ServicePlan> servicePlans() {
        return servicePlans;
    }

    /**
     * Returns the SKUs.
     *
     * @return the SKUs by id; unmodifiable
     */
    public List<Sku> skus() {
        return skus;
    }

    /**
     * Returns the groups.
     *
     * @return the groups by id; unmodifiable
     */
    public List<Group> groups() {
        return groups;
    }

    /**
     * Returns the users. Each is made when it is asked for.
     *
     * @return the users by id; unmodifiable, with random access
     */
    public List<User> users() {
        return new View<>(users.size(), users::user);
    }

    /**
     * Returns a plan.
     *
     * @param id its id
     * @return the plan
     * @throws IllegalArgumentException if there is none with this id
     */
    public ServicePlan servicePlan(ServicePlanId id) {
        return servicePlans.get(existing(servicePlanIndex(id), "service plan", id.value()));
    }

    /**
     * Returns a SKU.
     *
     * @param id its id
     * @return the SKU
     * @throws IllegalArgumentException if there is none with this id
     */
    public Sku sku(SkuId id) {
        return skus.get(existing(skuIndex(id), "SKU", id.value()));
    }

    /**
     * Returns a group.
     *
     * @param id its id
     * @return the group
     * @throws IllegalArgumentException if there is none with this id
     */
    public Group group(GroupId id) {
        return groups.get(existing(groupIndex(id), "group", id.value()));
    }

    /**
     * Returns a user.
     *
     * @param id its id
     * @return the user
     * @throws IllegalArgumentException if there is none with this id
     */
    public User user(UserId id) {
        return users.user(existing(userIndex(id), "user", id.value()));
    }

    /**
     * Returns what the tenant has bought of a SKU.
     *
     * @param sku the SKU
     * @return the subscription, or empty if there is none
     * @throws IllegalArgumentException if there is no such SKU
     */
    public Optional<Subscription> subscription(SkuId sku) {
        return Optional.ofNullable(subscriptions[existing(skuIndex(sku), "SKU", sku.value())]);
    }

    /**
     * Returns the users who are members of a group itself.
     *
     * @param group the group
     * @return the users by id; unmodifiable, with random access
     * @throws IllegalArgumentException if there is no such group
     */
    public List<UserId> memberUsers(GroupId group) {
        int index = existing(groupIndex(group), "group", group.value());
        return new View<>(memberUserCount(index), k -> userId(memberUser(index, k)));
    }

    /**
     * Returns the groups that are members of a group itself.
     *
     * @param group the group
     * @return the groups by id; unmodifiable, with random access
     * @throws IllegalArgumentException if there is no such group
     */
    public List<GroupId> memberGroups(GroupId group) {
        int index = existing(groupIndex(group), "group", group.value());
        return new View<>(
                memberGroupCount(index), k -> groups.get(memberGroup(index, k)).id());
    }

    private static int existing(int index, String kind, String id) {
        if (index < 0) {
            throw new IllegalArgumentException("there is no " + kind + " '" + id + "' in this tenant");
        }
        return index;
    }

    /**
     * Returns the index of a plan.
     *
     * @param id the plan
     * @return its position in {@link #servicePlans()}, or a negative number if there is none
     */
    public int servicePlanIndex(ServicePlanId id) {
        return indexOf(servicePlans, ServicePlan::id, id);
    }

    /**
     * Returns the index of a SKU.
     *
     * @param id the SKU
     * @return its position in {@link #skus()}, or a negative number if there is none
     */
    public int skuIndex(SkuId id) {
        return indexOf(skus, Sku::id, id);
    }

    /**
     * Returns the index of a group, in constant time.
     *
     * @param id the group
     * @return its position in {@link #groups()}, or a negative number if there is none
     */
    public int groupIndex(GroupId id) {
        return groupPositions.find(id.value());
    }

    /**
     * Returns the index of a user, in constant time.
     *
     * @param id the user
     * @return its position in {@link #users()}, or a negative number if there is none
     */
    public int userIndex(UserId id) {
        return userPositions.find(id.value());
    }

    /**
     * Returns the indexes of some of the users who hold something: the way to find very many users. Least is to be done
     * if the holdings come from a result of this snapshot, or of one that was made of it by {@link #with}, since they
     * have the same id objects. Where other ids are UUIDs in lower case, or texts of at most 16 Latin characters, and
     * many, this snapshot and the holdings keep 16 bytes for each to be quicker the next time.
     *
     * @param holdings the holdings
     * @param fromPosition the position of the first holder
     * @param toPosition the position behind the last holder
     * @return of each holder, in their order, the position in {@link #users()}, or -1 if there is no such user; a new
     *     array
     * @throws IndexOutOfBoundsException if there are no such positions
     */
    public int[] userIndexes(Holdings holdings, int fromPosition, int toPosition) {
        Objects.checkFromToIndex(fromPosition, toPosition, holdings.userCount());
        return users.column().placesOf(holdings.column(), fromPosition, toPosition);
    }

    private static <T, K extends Comparable<K>> int indexOf(List<T> sorted, Function<T, K> key, K wanted) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = key.apply(sorted.get(middle)).compareTo(wanted);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /**
     * Returns how many users there are.
     *
     * @return the number of users; their indexes are below it
     */
    public int userCount() {
        return users.size();
    }

    /**
     * Returns the id of a user.
     *
     * @param user the index of the user
     * @return the id
     */
    public UserId userId(int user) {
        return users.id(user);
    }

    /**
     * Returns the usage location of a user, without making the user.
     *
     * @param user the index of the user
     * @return the user's own location, or null for none
     */
    public @Nullable UsageLocation usageLocation(int user) {
        return users.location(user);
    }

    /**
     * Returns the proxy addresses of a user, without making the user.
     *
     * @param user the index of the user
     * @return the addresses in the order given; unmodifiable
     */
    public List<String> proxyAddresses(int user) {
        return users.addresses(user);
    }

    /**
     * Returns the direct licences of a user, without making the user.
     *
     * @param user the index of the user
     * @return the licences in the order given; unmodifiable
     */
    public List<License> directLicenses(int user) {
        return users.directLicenses(user);
    }

    /**
     * Returns how many users are members of a group itself.
     *
     * @param group the index of the group
     * @return the number of users
     */
    public int memberUserCount(int group) {
        return memberUsers.count(group);
    }

    /**
     * Returns one of the users who are members of a group itself.
     *
     * @param group the index of the group
     * @param k which of them, in ascending order, from 0
     * @return the index of the user
     */
    public int memberUser(int group, int k) {
        return memberUsers.column(group, k);
    }

    /**
     * Returns how many groups are members of a group itself.
     *
     * @param group the index of the group
     * @return the number of groups
     */
    public int memberGroupCount(int group) {
        return memberGroups.count(group);
    }

    /**
     * Returns one of the groups that are members of a group itself.
     *
     * @param group the index of the group
     * @param k which of them, in ascending order, from 0
     * @return the index of the member group
     */
    public int memberGroup(int group, int k) {
        return memberGroups.column(group, k);
    }

    /**
     * Returns of how many groups a user is a direct member.
     *
     * @param user the index of the user
     * @return the number of groups
     */
    public int groupCount(int user) {
        return groupsOfUsers.count(user);
    }

    /**
     * Returns one of the groups of which a user is a direct member.
     *
     * @param user the index of the user
     * @param k which of them, in ascending order, from 0
     * @return the index of the group
     */
    public int groupOf(int user, int k) {
        return groupsOfUsers.column(user, k);
    }

    /**
     * Returns the tenant as it is after some changes. Costs as much as building a snapshot; to follow changes at less
     * cost, see {@link LiveCalculation}.
     *
     * @param changes the changes, in their order
     * @return the changed tenant; this snapshot stays as it is
     * @throws InvalidTenantException if the tenant is not valid after them; it names every problem
     * @throws IllegalArgumentException if the tenant gets another id
     */
    public TenantSnapshot with(List<TenantChange> changes) {
        return new SnapshotChange(this).note(changes).toBuilder().build();
    }

    /**
     * Returns a builder that begins with everything this snapshot has.
     *
     * @return a builder, not safe for use by several threads
     */
    public Builder toBuilder() {
        return new SnapshotChange(this).toBuilder();
    }

    /** An unmodifiable list of things made on demand. */
    private static final class View<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final IntFunction<T> elements;

        View(int size, IntFunction<T> elements) {
            this.size = size;
            this.elements = elements;
        }

        @Override
        public T get(int index) {
            Objects.checkIndex(index, size);
            return elements.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }

    /**
     * Collects a tenant in any order: members may be told before their group and users. Nothing is checked before {@link
     * #build()}, which then names every problem. Not safe for use by several threads.
     *
     * @since 0.1
     */
    public sealed interface Builder permits SnapshotBuilder {
        /**
         * Sets the policy.
         *
         * @param policy the policy, in place of that of Entra
         * @return this builder
         */
        Builder policy(LicensingPolicy policy);

        /**
         * Adds a service plan.
         *
         * @param plan the plan
         * @return this builder
         */
        Builder servicePlan(ServicePlan plan);

        /**
         * Adds a SKU.
         *
         * @param sku the SKU
         * @return this builder
         */
        Builder sku(Sku sku);

        /**
         * Adds what the tenant has bought of a SKU.
         *
         * @param subscription the subscription
         * @return this builder
         */
        Builder subscription(Subscription subscription);

        /**
         * Adds a user.
         *
         * @param user the user
         * @return this builder
         */
        Builder user(User user);

        /**
         * Adds a group.
         *
         * @param group the group
         * @return this builder
         */
        Builder group(Group group);

        /**
         * Makes a user a member of a group. Telling it twice is the same as telling it once.
         *
         * @param group the group
         * @param member the user
         * @return this builder
         */
        Builder member(GroupId group, UserId member);

        /**
         * Makes a group a member of a group. Telling it twice is the same as telling it once; cycles are allowed.
         *
         * @param group the group
         * @param member the member
         * @return this builder
         */
        Builder member(GroupId group, GroupId member);

        /**
         * Adds all users, groups and members of a directory. The directory's tenant is not looked at.
         *
         * @param directory the directory, read through once
         * @return this builder
         * @throws dev.perseat.licensing.directory.DirectoryException if the directory cannot be read; what was read
         *     until then stays in the builder, so give it up
         */
        Builder addAll(Directory directory);

        /**
         * Adds a problem that an adapter found while reading, so that {@link #build()} reports it beside those that it
         * finds itself.
         *
         * @param problem the problem
         * @return this builder
         */
        Builder problem(TenantProblem problem);

        /**
         * Returns the snapshot. The builder is of no use afterwards.
         *
         * @return a snapshot of all that was said
         * @throws InvalidTenantException if anything is wrong with it (section 1 of the law); it names every problem
         */
        TenantSnapshot build();
    }

    static <T> List<T> unmodifiable(T[] sorted) {
        return Collections.unmodifiableList(Arrays.asList(sorted));
    }
}
