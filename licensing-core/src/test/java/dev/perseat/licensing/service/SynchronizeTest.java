package dev.perseat.licensing.service;

import static dev.perseat.licensing.service.Contoso.ADMIN;
import static dev.perseat.licensing.service.Contoso.ID;
import static dev.perseat.licensing.service.Contoso.OFFICE;
import static dev.perseat.licensing.service.Contoso.SALES;
import static dev.perseat.licensing.service.Contoso.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.ChangeTrackingDirectory;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.DirectoryException;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.directory.FailingDirectory;
import dev.perseat.licensing.testkit.directory.InMemoryDirectory;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.ChangeGenerator;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import dev.perseat.licensing.testkit.service.ServiceOptions;
import dev.perseat.licensing.testkit.service.StoreCheck;
import dev.perseat.licensing.testkit.store.Fault;
import dev.perseat.licensing.testkit.store.FaultInjectingStore;
import dev.perseat.licensing.testkit.store.FaultSchedule;
import dev.perseat.licensing.testkit.store.StoreKilled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a directory has become reaches the tenant: by its token, or by comparing everything. */
class SynchronizeTest {
    private final Contoso contoso = new Contoso(4);
    private final Tracked directory = new Tracked(contoso.start.snapshot());

    /** A directory that knows what has changed since each token, but for those that it has forgotten. */
    private static final class Tracked implements ChangeTrackingDirectory {
        private final List<List<TenantChange>> changes = new ArrayList<>();
        private TenantSnapshot snapshot;
        private int forgotten;

        Tracked(TenantSnapshot snapshot) {
            this.snapshot = snapshot;
        }

        void change(TenantChange... some) {
            change(List.of(some));
        }

        void change(List<TenantChange> some) {
            snapshot = snapshot.with(some);
            changes.add(some);
        }

        private InMemoryDirectory now() {
            return InMemoryDirectory.of(snapshot);
        }

        @Override
        public String token() {
            return "after-" + changes.size();
        }

        @Override
        public Optional<Delta> changesSince(String token) {
            int from = Integer.parseInt(token.substring("after-".length()));
            return from < forgotten
                    ? Optional.empty()
                    : Optional.of(new Delta(
                            changes.subList(from, changes.size()).stream()
                                    .flatMap(List::stream)
                                    .toList(),
                            token()));
        }

        @Override
        public Tenant tenant() {
            return snapshot.tenant();
        }

        @Override
        public Stream<User> users() {
            return now().users();
        }

        @Override
        public Stream<Group> groups() {
            return now().groups();
        }

        @Override
        public Stream<Membership> memberships() {
            return now().memberships();
        }

        @Override
        public Stream<Membership> memberships(GroupId group) {
            return now().memberships(group);
        }

        @Override
        public Optional<User> user(UserId id) {
            return now().user(id);
        }

        @Override
        public Optional<Group> group(GroupId id) {
            return now().group(id);
        }
    }

    private static TenantSnapshot catalogue(TenantSnapshot snapshot) {
        TenantSnapshot.Builder builder =
                TenantSnapshot.builder(snapshot.tenant()).policy(snapshot.policy());
        snapshot.servicePlans().forEach(builder::servicePlan);
        snapshot.skus().forEach(sku -> {
            builder.sku(sku);
            snapshot.subscription(sku.id()).ifPresent(builder::subscription);
        });
        return builder.build();
    }

    private TenantLicensing imported(LicenseStore store, Directory from) {
        Licensing licensing = contoso.open(store, contoso.inline().directory(from));
        licensing.create(ADMIN, from, catalogue(contoso.start.snapshot()), Holdings.empty());
        return licensing.tenant(ID);
    }

    private static TenantChange joins(int number) {
        return new TenantChange.UserSet(
                User.builder(user(number)).usageLocation(UsageLocation.of("NO")).build());
    }

    private static TenantChange leaves(int number) {
        return new TenantChange.MembershipRemoved(Membership.of(SALES, user(number)));
    }

    @Test
    void synchronize_byToken_takesInWhatHasChangedOnce() {
        TenantLicensing tenant = imported(contoso.store, directory);
        tenant.submit(ADMIN, Contoso.ASSIGN);
        assertThat(contoso.store.head(ID).directoryToken()).isEqualTo("after-0");
        assertThat(tenant.synchronize(ADMIN)).isEmpty();
        directory.change(joins(5), leaves(1));
        directory.change(new TenantChange.MembershipAdded(Membership.of(SALES, user(5))));
        Operation operation = tenant.synchronize(ADMIN).orElseThrow();
        assertThat(operation.activity()).isEqualTo(Activity.CHANGE_DIRECTORY);
        assertThat(contoso.store.head(ID).directoryToken()).isEqualTo("after-2");
        assertThat(tenant.users(ADMIN, OFFICE, PageRequest.first(10)).items())
                .extracting(it -> it.userId())
                .containsExactly(user(2), user(3), user(4), user(5));
        assertThat(tenant.synchronize(ADMIN)).isEmpty();
        contoso.check();
    }

    @Test
    void synchronize_tokenForgotten_comparesEverything() {
        TenantLicensing tenant = imported(contoso.store, directory);
        tenant.submit(ADMIN, Contoso.ASSIGN);
        directory.change(joins(5), leaves(1), new TenantChange.UserRemoved(user(2)));
        directory.forgotten = 1;
        assertThat(tenant.synchronize(ADMIN)).isPresent();
        assertThat(contoso.store.head(ID).directoryToken()).isEqualTo("after-1");
        assertThat(tenant.users(ADMIN, OFFICE, PageRequest.first(10)).items())
                .extracting(it -> it.userId())
                .containsExactly(user(3), user(4));
        assertThat(tenant.synchronize(ADMIN)).isEmpty();
        contoso.check();
    }

    @Test
    void synchronize_diesBeforeOrAfterTheCommit_nothingIsLost() {
        for (Fault fault : List.of(Fault.KILLED_BEFORE, Fault.KILLED_AFTER)) {
            SynchronizeTest test = new SynchronizeTest();
            TenantLicensing dying = test.imported(
                    new FaultInjectingStore(test.contoso.store, FaultSchedule.of(3, fault)), test.directory);
            test.directory.change(joins(5));
            assertThatThrownBy(() -> dying.synchronize(ADMIN)).isInstanceOf(StoreKilled.class);
            test.contoso.clock.move(Duration.ofDays(1));
            try (Licensing heir = test.contoso.open(test.contoso.inline().directory(test.directory))) {
                assertThat(heir.tenant(ID).synchronize(ADMIN).isPresent()).isEqualTo(fault == Fault.KILLED_BEFORE);
                assertThat(heir.tenant(ID).user(ADMIN, user(5)).states()).isEmpty();
            }
            assertThat(test.contoso.store.head(ID).directoryToken()).isEqualTo("after-1");
            test.contoso.check();
        }
    }

    @Test
    void synchronize_anotherNodeWasFaster_theTokenNeverGoesBack() {
        Licensing[] faster = new Licensing[1];
        boolean[] once = {false};
        LicenseStore store = HookedStore.of(contoso.store, (right, method, arguments, call) -> {
            if (method.equals("append") && !once[0]) {
                once[0] = true;
                directory.change(new TenantChange.UserRemoved(user(5)));
                faster[0].tenant(ID).synchronize(ADMIN);
            }
            return call.run();
        });
        faster[0] = contoso.open(contoso.inline().directory(directory));
        TenantLicensing tenant = imported(store, directory);
        directory.change(joins(5));
        tenant.synchronize(ADMIN);
        assertThat(contoso.store.head(ID).directoryToken()).isEqualTo("after-2");
        assertThatThrownBy(() -> tenant.user(ADMIN, user(5))).isInstanceOf(IllegalArgumentException.class);
        contoso.check();
    }

    @Test
    void synchronize_plainDirectory_comparesAndKeepsLicences() {
        for (long seed = 0; seed < 60; seed++) {
            TenantSnapshot before = TenantGenerator.of(seed).nextTenant();
            TenantSnapshot after = before;
            ChangeGenerator changes = ChangeGenerator.of(seed);
            for (int time = 0; time < 5; time++) {
                after = after.with(changes.nextChanges(after));
            }
            Contoso fresh = new Contoso(1);
            try (Licensing licensing = InMemoryLicensing.open(
                    fresh.store, ServiceOptions.inline(fresh.clock).directory(InMemoryDirectory.of(after)))) {
                licensing.create(ADMIN, before, Holdings.empty());
                TenantLicensing tenant = licensing.tenant(before.tenant().id());
                tenant.synchronize(ADMIN);
                assertThat(tenant.synchronize(ADMIN))
                        .as("seed %s, a second time", seed)
                        .isEmpty();
                new StoreCheck(new CalculationCase(before, Holdings.empty()), fresh.store).check();
            }
        }
    }

    @Test
    void synchronize_directoryFails_nothingIsStored() {
        Directory failing = FailingDirectory.after(2, directory);
        TenantLicensing tenant = contoso.created(contoso.open(contoso.inline().directory(failing)));
        assertThatThrownBy(() -> tenant.synchronize(ADMIN)).isInstanceOf(DirectoryException.class);
        assertThat(contoso.store.head(ID).version()).isEqualTo(1);
    }

    @Test
    void synchronize_noDirectory_saysSo() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.inline()));
        assertThatIllegalStateException()
                .isThrownBy(() -> tenant.synchronize(ADMIN))
                .withMessageContaining("contoso");
    }
}
