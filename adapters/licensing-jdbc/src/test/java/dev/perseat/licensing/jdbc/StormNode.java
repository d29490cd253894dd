package dev.perseat.licensing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.LicensingListener;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.RequestId;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.service.DefaultLicensing;
import dev.perseat.licensing.store.LicenseStore;
import java.time.Duration;
import java.util.function.LongPredicate;

/** A service that gives itself the commands of a {@link StormTenant}, in a process of its own or not. */
final class StormNode {
    static final StormTenant TENANT = new StormTenant(TenantId.of("storm"), 1_000);

    private static final Actor ADMIN = Actor.of("admin", Role.GLOBAL_ADMINISTRATOR);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private StormNode() {}

    /** Takes the URL of a database, prints a line each time that some users are processed, and goes on until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        try (HikariDataSource source = source(arguments[0])) {
            run(JdbcLicenseStore.of(source), step -> true, () -> System.out.println("further"));
        }
    }

    static HikariDataSource source(String url) {
        return url.startsWith("jdbc:h2:") ? TestDatabases.h2(url) : TestDatabases.at(url);
    }

    /**
     * Gives the commands that are missing, each when the one before has ended. Each goes under the name of its step, the last
     * one in the store once more: perhaps whoever gave it never got an answer.
     */
    static void run(LicenseStore store, LongPredicate goesOn, Runnable further) throws InterruptedException {
        try (Licensing licensing = DefaultLicensing.builder(store)
                .listener(new LicensingListener() {
                    @Override
                    public void operationChanged(TenantId tenant, Operation operation) {
                        further.run();
                    }
                })
                .batchSize(25)
                .leaseDuration(Duration.ofMillis(300))
                .pollInterval(Duration.ofMillis(20))
                .build()) {
            if (!licensing.tenants().contains(TENANT.id())) {
                licensing.create(
                        ADMIN, TENANT.start().snapshot(), TENANT.start().holdings());
            }
            TenantLicensing tenant = licensing.tenant(TENANT.id());
            for (long step = Math.max(2, store.head(TENANT.id()).version()); goesOn.test(step); step++) {
                Operation accepted = tenant.submit(ADMIN, TENANT.command(step), RequestId.of("step-" + step));
                if (accepted.id().number() != step) {
                    throw new IllegalStateException("step " + step + " was stored as " + accepted.id());
                }
                tenant.await(accepted.id(), PATIENCE);
            }
        }
    }
}
