package dev.perseat.benchmarks.worst;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A tenant that is drawn up by numbers: seats for everybody, plans without rules, nested groups count. */
final class Draft {
    private static final UsageLocation HOME = UsageLocation.of("NO");

    final int users;
    final int groups;
    private final int skus;
    private final TenantSnapshot.Builder builder;

    /** Begins with users, and SKUs that share no plan. */
    Draft(int users, int groups, int skus, int plansOfEach) {
        this.users = users;
        this.groups = groups;
        this.skus = skus;
        builder = TenantSnapshot.builder(new Tenant(TenantId.of("contoso"), "Contoso", HOME))
                .policy(LicensingPolicy.entra().with(NestedGroups.TRANSITIVE));
        for (int sku = 0; sku < skus; sku++) {
            addSku(sku, plansOfEach);
        }
        IntStream.range(0, users)
                .mapToObj(user -> User.builder(userId(user)).usageLocation(HOME).build())
                .forEach(builder::user);
    }

    private void addSku(int sku, int plans) {
        List<ServicePlanId> ids = IntStream.range(0, plans)
                .mapToObj(plan -> ServicePlanId.of(id("p", sku * plans + plan)))
                .toList();
        ids.forEach(plan -> builder.servicePlan(ServicePlan.builder(plan).build()));
        builder.sku(Sku.of(skuId(sku), "PRODUCT_" + sku, ids)).subscription(Subscription.of(skuId(sku), users));
    }

    /** Makes the groups; the licensed ones have one SKU each, in turn. */
    Draft licensed(IntPredicate isLicensed) {
        for (int group = 0; group < groups; group++) {
            Group unlicensed = Group.of(groupId(group));
            builder.group(
                    isLicensed.test(group)
                            ? unlicensed.withLicenses(List.of(License.of(skuId(group % skus))))
                            : unlicensed);
        }
        return this;
    }

    /** Makes a group a member of a group. */
    void nest(int group, int member) {
        builder.member(groupId(group), groupId(member));
    }

    /** Makes a user a member of a group. */
    void join(int group, int user) {
        builder.member(groupId(group), userId(user));
    }

    TenantSnapshot snapshot() {
        return builder.build();
    }

    private static UserId userId(int user) {
        return UserId.of(id("u", user));
    }

    private static GroupId groupId(int group) {
        return GroupId.of(id("g", group));
    }

    private static SkuId skuId(int sku) {
        return SkuId.of(id("s", sku));
    }

    private static String id(String kind, int number) {
        return String.format(Locale.ROOT, "%s%08d", kind, number);
    }
}
