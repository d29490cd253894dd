package dev.perseat.licensing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
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
import dev.perseat.licensing.service.DefaultLicensing;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the service over a database: a licence of a group, from the command to its end, and then one member's change
 * after the other, each from the command to its end. Takes the numbers of users, such as {@code 10000 1000000}; a tenth of
 * them, but at most 100,000, are members of the group.
 */
final class ServiceMeasurement {
    private static final int WARM_UP = 400;
    private static final int CHANGES = 1_000;
    private static final Actor ADMIN = Actor.system();
    private static final TenantId TENANT = TenantId.of("contoso");
    private static final SkuId SUITE = SkuId.of("suite");
    private static final ServicePlanId MAIL = ServicePlanId.of("mail");
    private static final GroupId GROUP = GroupId.of("group");
    private static final Duration LONG = Duration.ofMinutes(10);

    private ServiceMeasurement() {}

    /** Prints a line for each database and number of users. */
    public static void main(String[] sizes) throws Exception {
        for (String size : sizes) {
            try (EmbeddedPostgres server = TestDatabases.durableServer()) {
                String url = server.getJdbcUrl("postgres", "postgres");
                measure("PostgreSQL", TestDatabases.migrated(TestDatabases.at(url)), Integer.parseInt(size));
            }
            Path folder = Files.createTempDirectory("service-measurement");
            String url = "jdbc:h2:file:" + folder.resolve("store");
            measure("H2 file", TestDatabases.migrated(TestDatabases.h2(url)), Integer.parseInt(size));
        }
    }

    private static void measure(String name, HikariDataSource source, int users) throws InterruptedException {
        try (source;
                Licensing licensing =
                        DefaultLicensing.builder(JdbcLicenseStore.of(source)).build()) {
            int members = Math.min(100_000, users / 10);
            Operation created = licensing.create(ADMIN, tenant(users, members), Holdings.empty());
            TenantLicensing tenant = licensing.tenant(TENANT);
            tenant.await(created.id(), LONG);
            double assigned =
                    millis(tenant, new LicenseCommand.ChangeGroupLicenses(GROUP, LicenseChange.set(License.of(SUITE))));
            double[] changes = new double[CHANGES];
            for (int i = 0; i < WARM_UP + CHANGES; i++) {
                double took = millis(tenant, new LicenseCommand.ChangeDirectory(List.of(change(users, i))));
                changes[Math.max(i - WARM_UP, 0)] = took;
            }
            Arrays.sort(changes);
            System.out.printf(
                    "%s, %d users: licence of %d members %.0f ms; member's change median %.1f ms, 99th percentile %.1f ms%n",
                    name, users, members, assigned, changes[CHANGES / 2], changes[CHANGES * 99 / 100]);
        }
    }

    private static double millis(TenantLicensing tenant, LicenseCommand command) throws InterruptedException {
        long begin = System.nanoTime();
        Operation ended = tenant.await(tenant.submit(ADMIN, command).id(), LONG);
        if (!ended.status().isEnded()) {
            throw new IllegalStateException("operation " + ended.id() + " has not ended");
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Users beyond the members join and leave in turn, each of them once. */
    private static TenantChange change(int users, int number) {
        Membership membership = Membership.of(GROUP, user(users - 1 - number / 2));
        return number % 2 == 0
                ? new TenantChange.MembershipAdded(membership)
                : new TenantChange.MembershipRemoved(membership);
    }

    private static UserId user(int number) {
        return UserId.of(String.format("%08x-0000-4000-8000-%012x", number * 0x9E3779B9, number));
    }

    private static TenantSnapshot tenant(int users, int members) {
        TenantSnapshot.Builder builder = TenantSnapshot.builder(new Tenant(TENANT, "Contoso", UsageLocation.of("NO")))
                .servicePlan(ServicePlan.builder(MAIL).build())
                .sku(Sku.of(SUITE, "SUITE", List.of(MAIL)))
                .subscription(Subscription.of(SUITE, users))
                .group(Group.of(GROUP));
        for (int k = 0; k < users; k++) {
            builder.user(User.builder(user(k)).build());
            if (k < members) {
                builder.member(GROUP, user(k));
            }
        }
        return builder.build();
    }
}
