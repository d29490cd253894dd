package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.service.DefaultLicensing;
import dev.perseat.licensing.store.LicenseStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What the console works with: the service, opened on a store, and who sits in front of it. */
final class Workplace implements AutoCloseable {
    /** How long nobody goes on with the work of a console that was killed. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final Clock clock = Clock.systemUTC();
    private final HeldStore store;
    private final Follower follower;
    private final Licensing licensing;
    private Actor actor = Actor.of("admin", Role.GLOBAL_ADMINISTRATOR);

    Workplace(LicenseStore remembered, ProgressLine progress) {
        store = new HeldStore(remembered);
        follower = new Follower(store, progress);
        licensing = DefaultLicensing.builder(store)
                .clock(clock)
                .listener(follower)
                .leaseDuration(LEASE)
                .build();
    }

    /** Brings Contoso under the service's care, unless it was before. */
    Optional<Operation> settle(Catalogue catalogue, int users) {
        if (licensing.tenants().contains(Contoso.ID)) {
            return Optional.empty();
        }
        return Optional.of(licensing.create(actor, Contoso.of(catalogue, users), Holdings.empty()));
    }

    TenantLicensing contoso() {
        return licensing.tenant(Contoso.ID);
    }

    Actor actor() {
        return actor;
    }

    void sit(Actor newActor) {
        actor = newActor;
    }

    HeldStore store() {
        return store;
    }

    Follower follower() {
        return follower;
    }

    @Override
    public void close() {
        store.letGo();
        licensing.close();
    }
}
