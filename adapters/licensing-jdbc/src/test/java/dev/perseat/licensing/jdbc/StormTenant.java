package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.assignment.Holdings;
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
import dev.perseat.licensing.testkit.generate.CalculationCase;
import java.util.List;
import java.util.Random;

/**
 * A tenant with one group of all users, and an endless row of commands, each of which changes what most members hold. A fifth
 * of the users get no seat.
 *
 * @param id the tenant
 * @param users how many users it has
 */
record StormTenant(TenantId id, int users) {
    private static final GroupId ALL = GroupId.of("all");
    private static final SkuId SUITE = SkuId.of("suite");
    private static final SkuId PHONE = SkuId.of("phone");
    private static final ServicePlanId MAIL = ServicePlanId.of("mail");
    private static final ServicePlanId SITES = ServicePlanId.of("sites");
    private static final ServicePlanId CALLS = ServicePlanId.of("calls");

    CalculationCase start() {
        TenantSnapshot.Builder tenant = TenantSnapshot.builder(new Tenant(id, "Storm", UsageLocation.of("NO")))
                .group(Group.of(ALL))
                .sku(Sku.of(SUITE, "SUITE", List.of(MAIL, SITES)))
                .sku(Sku.of(PHONE, "PHONE", List.of(CALLS)))
                .subscription(Subscription.of(SUITE, users * 4 / 5))
                .subscription(Subscription.of(PHONE, users));
        List.of(MAIL, SITES, CALLS)
                .forEach(plan -> tenant.servicePlan(ServicePlan.builder(plan).build()));
        for (int number = 0; number < users; number++) {
            UserId user = user(number);
            tenant.user(User.builder(user).build()).member(ALL, user);
        }
        return new CalculationCase(tenant.build(), Holdings.empty());
    }

    /** The command that becomes a step, the import being the first. */
    LicenseCommand command(long step) {
        LicenseChange change = switch ((int) (step % 4)) {
            case 2 -> LicenseChange.set(License.of(SUITE, SITES));
            case 3 -> LicenseChange.set(License.of(PHONE));
            case 0 -> LicenseChange.remove(SUITE);
            default -> LicenseChange.remove(PHONE);
        };
        return new LicenseCommand.ChangeGroupLicenses(ALL, change);
    }

    /** Any command; it may change nothing, or be refused. */
    LicenseCommand anyCommand(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> command(random.nextInt(4));
            case 1 -> new LicenseCommand.SetSubscription(Subscription.of(SUITE, random.nextInt(users)));
            case 2 ->
                new LicenseCommand.ChangeUserLicenses(
                        user(random.nextInt(users)), LicenseChange.set(License.of(SUITE)));
            default -> new LicenseCommand.ChangeUserLicenses(user(random.nextInt(users)), LicenseChange.remove(SUITE));
        };
    }

    private static UserId user(int number) {
        return UserId.of(String.format("u%06d", number));
    }
}
