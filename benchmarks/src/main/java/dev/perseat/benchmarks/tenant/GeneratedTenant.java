package dev.perseat.benchmarks.tenant;

import dev.perseat.benchmarks.tenant.Seed.Topic;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tenant of a shape, as a directory that makes users and members while they are streamed. Asking for a single user reads
 * through the stream.
 */
public final class GeneratedTenant implements Directory {
    /** Of a hundred users, so many in each country; the rest has no location. */
    private static final Map<UsageLocation, Integer> PERCENT =
            new TreeMap<>(Map.of(UsageLocation.of("NO"), 60, UsageLocation.of("DE"), 28, UsageLocation.of("CN"), 10));

    private static final UsageLocation HOME = UsageLocation.of("NO");
    private static final int PERCENT_WITH_DIRECT_LICENSE = 1;

    private final TenantSize size;
    private final Load load;
    private final Day day;
    private final Seed seed = new Seed(20_261_101);
    private final Nesting nesting;
    private final Crowd crowd;
    private final Products products;
    private final Permutation licensedOrder;
    private final Map<GroupId, Integer> groupNumbers = new HashMap<>();

    /** Makes a tenant; two of the same shape, load and day are the same. */
    public GeneratedTenant(TenantShape shape, Load load, Day day) {
        this(shape.size(), load, day);
    }

    /** Makes a tenant of a size that no shape has. */
    public GeneratedTenant(TenantSize size, Load load, Day day) {
        this.size = size;
        this.load = load;
        this.day = day;
        nesting = new Nesting(seed, size.groups());
        crowd = new Crowd(seed, size, day);
        products = new Products(seed, load);
        licensedOrder = seed.permutation(size.groups() - 1, Topic.LICENSED, 0);
        IntStream.range(0, size.groups()).forEach(group -> groupNumbers.put(groupId(group), group));
    }

    /** Returns the frozen tenant, with so many seats for each of the SKUs by number. */
    public TenantSnapshot snapshot(IntUnaryOperator seats) {
        TenantSnapshot.Builder builder =
                TenantSnapshot.builder(tenant()).policy(LicensingPolicy.entra().with(NestedGroups.TRANSITIVE));
        servicePlans().forEach(builder::servicePlan);
        skus().forEach(builder::sku);
        subscriptions(seats).forEach(builder::subscription);
        return builder.addAll(this).build();
    }

    /** Returns the service plans, with their rules. */
    public Stream<ServicePlan> servicePlans() {
        return products.servicePlans();
    }

    /** Returns what can be bought. */
    public Stream<Sku> skus() {
        return products.skus();
    }

    /** Returns what was bought: so many seats for each of the SKUs by number. */
    public Stream<Subscription> subscriptions(IntUnaryOperator seats) {
        return IntStream.range(0, Products.COUNT)
                .mapToObj(sku -> Subscription.of(products.id(sku), seats.applyAsInt(sku)));
    }

    /** Returns the frozen tenant, with seats for everybody. */
    public TenantSnapshot snapshotWithPlenty() {
        return snapshot(sku -> size.users());
    }

    /** Returns what the group at the top gives to everybody. */
    public SkuId productForEverybody() {
        return products.id(0);
    }

    Products products() {
        return products;
    }

    @Override
    public Tenant tenant() {
        return new Tenant(TenantId.of("contoso"), size.users() + " users, " + load, HOME);
    }

    @Override
    public Stream<User> users() {
        return IntStream.range(0, size.users()).mapToObj(this::user);
    }

    private User user(int user) {
        User.Builder builder = User.builder(userId(user)).usageLocation(location(user));
        if (seed.below(100, Topic.DIRECT_LICENSE, 3L * user) < PERCENT_WITH_DIRECT_LICENSE) {
            int first = seed.below(Products.COUNT, Topic.DIRECT_LICENSE, 3L * user + 1);
            int second = seed.below(Products.COUNT, Topic.DIRECT_LICENSE, 3L * user + 2);
            IntStream.of(first, second).distinct().forEach(sku -> builder.directLicense(License.of(products.id(sku))));
        }
        return builder.build();
    }

    private @Nullable UsageLocation location(int user) {
        if (load == Load.PLENTY) {
            return HOME;
        }
        int percent = seed.below(100, Topic.LOCATION, user);
        for (Map.Entry<UsageLocation, Integer> country : PERCENT.entrySet()) {
            percent -= country.getValue();
            if (percent < 0) {
                return country.getKey();
            }
        }
        return null;
    }

    @Override
    public Stream<Group> groups() {
        return IntStream.range(0, size.groups()).mapToObj(this::group);
    }

    private Group group(int group) {
        return Group.of(groupId(group)).withLicenses(licenses(group));
    }

    /** The group at the top gives the first product to everybody; the other licensed groups give one to three each. */
    private List<License> licenses(int group) {
        if (group == 0) {
            return List.of(License.of(products.id(0)));
        }
        int order = licensedOrder.at(group - 1L);
        if (order >= size.licensedGroups() - 1) {
            return List.of();
        }
        boolean changedOvernight = load == Load.SCARCE && order % 100 == 0;
        int dice = 8 * (changedOvernight ? ~group - day.ordinal() * size.groups() : group);
        return IntStream.rangeClosed(0, seed.below(3, Topic.GROUP_LICENSE, dice))
                .map(k -> 1 + seed.below(Products.COUNT - 1, Topic.GROUP_LICENSE, dice + 1 + k))
                .distinct()
                .mapToObj(sku -> license(sku, seed.below(10, Topic.GROUP_LICENSE, dice + 7)))
                .toList();
    }

    /** Three of ten groups have some plans switched off. */
    private License license(int sku, int switchedOff) {
        return switchedOff > 2
                ? License.of(products.id(sku))
                : License.of(
                        products.id(sku),
                        products.plans(sku).skip(10).limit(1 + 2L * switchedOff).toList());
    }

    @Override
    public Stream<Membership> memberships() {
        return IntStream.range(0, size.groups()).boxed().flatMap(this::membershipsOf);
    }

    @Override
    public Stream<Membership> memberships(GroupId id) {
        return Optional.ofNullable(groupNumbers.get(id)).stream().flatMap(this::membershipsOf);
    }

    private Stream<Membership> membershipsOf(int group) {
        GroupId id = groupId(group);
        return Stream.concat(
                nesting.members(group).mapToObj(member -> Membership.of(id, groupId(member))),
                crowd.members(group).mapToObj(user -> Membership.of(id, userId(user))));
    }

    @Override
    public Optional<User> user(UserId id) {
        return users().filter(user -> user.id().equals(id)).findAny();
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return Optional.ofNullable(groupNumbers.get(id)).map(this::group);
    }

    private UserId userId(int user) {
        return UserId.of(seed.id(Topic.USER_ID, user));
    }

    private GroupId groupId(int group) {
        return GroupId.of(seed.id(Topic.GROUP_ID, group));
    }
}
