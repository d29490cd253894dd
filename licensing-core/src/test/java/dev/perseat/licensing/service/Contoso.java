package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.admin.TenantLicensing;
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
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.service.ServiceOptions;
import dev.perseat.licensing.testkit.service.SteppedClock;
import dev.perseat.licensing.testkit.service.StoreCheck;
import dev.perseat.licensing.testkit.store.InMemoryLicenseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A tenant of some users, all members of one group, and two products with seats for all; a store that has it when it is
 * {@linkplain #created created}, and services over that.
 */
final class Contoso {
    static final TenantId ID = TenantId.of("contoso");
    static final Actor ADMIN = Actor.of("admin", Role.GLOBAL_ADMINISTRATOR);
    static final SkuId OFFICE = SkuId.of("office");
    static final SkuId VISIO = SkuId.of("visio");
    static final ServicePlanId MAIL = ServicePlanId.of("mail");
    static final ServicePlanId DRAW = ServicePlanId.of("draw");
    static final GroupId SALES = GroupId.of("sales");
    static final LicenseCommand ASSIGN = assign(OFFICE);

    final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-25T12:00:00Z"));
    final ManualExecutor executor = new ManualExecutor();
    final InMemoryLicenseStore store = new InMemoryLicenseStore(clock);
    final CalculationCase start;

    Contoso(int users) {
        start = new CalculationCase(snapshot(ID, users), Holdings.empty());
    }

    static TenantSnapshot snapshot(TenantId tenant, int users) {
        TenantSnapshot.Builder builder = TenantSnapshot.builder(new Tenant(tenant, "Contoso", UsageLocation.of("NO")))
                .servicePlan(ServicePlan.builder(MAIL).build())
                .servicePlan(ServicePlan.builder(DRAW).build())
                .sku(Sku.of(OFFICE, "OFFICE", List.of(MAIL)))
                .sku(Sku.of(VISIO, "VISIO", List.of(DRAW)))
                .subscription(Subscription.of(OFFICE, users))
                .subscription(Subscription.of(VISIO, users))
                .group(Group.of(SALES));
        for (int k = 1; k <= users; k++) {
            builder.user(User.builder(user(k))
                            .usageLocation(UsageLocation.of("NO"))
                            .build())
                    .member(SALES, user(k));
        }
        return builder.build();
    }

    /** The user with this number, from 1; in the order of ids. */
    static UserId user(int number) {
        return UserId.of(String.format(Locale.ROOT, "u%07d", number));
    }

    static LicenseCommand assign(SkuId sku) {
        return new LicenseCommand.ChangeGroupLicenses(SALES, LicenseChange.set(License.of(sku)));
    }

    static LicenseCommand give(UserId user, SkuId sku) {
        return new LicenseCommand.ChangeUserLicenses(user, LicenseChange.set(License.of(sku)));
    }

    /** Options with batches of two, and the executor that a test runs by hand. */
    ServiceOptions manual() {
        return ServiceOptions.inline(clock).executor(executor);
    }

    ServiceOptions inline() {
        return ServiceOptions.inline(clock);
    }

    Licensing open(ServiceOptions options) {
        return InMemoryLicensing.open(store, options);
    }

    Licensing open(LicenseStore other, ServiceOptions options) {
        return InMemoryLicensing.open(other, options);
    }

    /** Creates the tenant in a service, and has all that is to be done with it done. */
    TenantLicensing created(Licensing licensing) {
        licensing.create(ADMIN, start.snapshot(), start.holdings());
        executor.runAll();
        return licensing.tenant(ID);
    }

    /** Has somebody else finish, who knows only what is stored, when every lease has run out. */
    void finishElsewhere() {
        clock.move(Duration.ofDays(1));
        open(inline()).close();
    }

    /** Compares everything with the law. */
    void check() {
        new StoreCheck(start, store).check();
        try (Licensing fresh = open(inline())) {
            new StoreCheck(start, store).checkLooks(fresh.tenant(ID));
        }
    }

    /** The users whose changes are in the trail, in order. */
    List<UserId> written() {
        return StoreCheck.trail(store, ID).stream()
                .filter(it -> it.entry().activity() == Activity.CHANGE_USER_LICENSE)
                .flatMap(it -> it.entry().target() instanceof Target.OfUser user
                        ? java.util.stream.Stream.of(user.userId())
                        : java.util.stream.Stream.<UserId>empty())
                .toList();
    }

    List<Activity> activities() {
        return StoreCheck.trail(store, ID).stream()
                .map(it -> it.entry().activity())
                .toList();
    }
}
