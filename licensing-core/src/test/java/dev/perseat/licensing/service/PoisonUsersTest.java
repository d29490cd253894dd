package dev.perseat.licensing.service;

import static dev.perseat.licensing.service.Contoso.ADMIN;
import static dev.perseat.licensing.service.Contoso.ASSIGN;
import static dev.perseat.licensing.service.Contoso.ID;
import static dev.perseat.licensing.service.Contoso.OFFICE;
import static dev.perseat.licensing.service.Contoso.SALES;
import static dev.perseat.licensing.service.Contoso.VISIO;
import static dev.perseat.licensing.service.Contoso.assign;
import static dev.perseat.licensing.service.Contoso.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.StoredTenant;
import dev.perseat.licensing.testkit.store.RefusingStore;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The store refuses what becomes of some users: they are isolated, and the rest goes on. */
class PoisonUsersTest {
    private static final int USERS = 9;
    private static final OperationId ASSIGNMENT = OperationId.of(2);

    private final Contoso contoso = new Contoso(USERS);
    private final TreeSet<UserId> poison = new TreeSet<>(List.of(user(3), user(8)));
    private final LicenseStore refusing = new RefusingStore(contoso.store, RefusingStore.changesOf(poison));

    private List<UserId> postponed() {
        try (StoredTenant stored = contoso.store.open(ID)) {
            return stored.postponed().stream().map(it -> it.change().userId()).toList();
        }
    }

    private TenantLicensing assigned(int batchSize) {
        TenantLicensing tenant =
                contoso.created(contoso.open(refusing, contoso.manual().batchSize(batchSize)));
        tenant.submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        return tenant;
    }

    @Test
    void process_someUsersRefused_othersAreLicensedAndTheseAreReported() {
        for (int batchSize = 1; batchSize <= USERS; batchSize++) {
            PoisonUsersTest test = new PoisonUsersTest();
            Operation ended = test.assigned(batchSize).operation(ADMIN, ASSIGNMENT);
            assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED_WITH_ERRORS);
            assertThat(ended.progress().licensed()).isEqualTo(USERS - 2);
            assertThat(ended.progress().failed()).isEqualTo(2);
            assertThat(test.postponed()).containsExactly(user(3), user(8));
            assertThat(test.contoso.written()).hasSize(USERS - 2);
        }
    }

    @Test
    void user_refused_isPendingUntilReprocessed() {
        TenantLicensing tenant = assigned(4);
        assertThat(tenant.user(ADMIN, user(3)).pending()).isTrue();
        assertThat(tenant.user(ADMIN, user(3)).held()).isEmpty();
        poison.clear();
        tenant.submit(ADMIN, new LicenseCommand.ReprocessGroup(SALES));
        contoso.executor.runAll();
        assertThat(tenant.user(ADMIN, user(3)).pending()).isFalse();
        contoso.check();
    }

    @Test
    void reprocess_stillRefused_failsAgainAndLosesNothing() {
        TenantLicensing tenant = assigned(4);
        Operation again = tenant.submit(ADMIN, new LicenseCommand.ReprocessUser(user(3)));
        contoso.executor.runAll();
        assertThat(tenant.operation(ADMIN, again.id()).status()).isEqualTo(OperationStatus.COMPLETED_WITH_ERRORS);
        poison.clear();
        tenant.submit(ADMIN, new LicenseCommand.ReprocessGroup(SALES));
        contoso.executor.runAll();
        contoso.check();
    }

    @Test
    void process_laterStepChangesARefusedUser_bothAreWrittenInOrder() {
        TenantLicensing tenant = assigned(4);
        tenant.submit(ADMIN, assign(VISIO));
        contoso.executor.runAll();
        assertThat(postponed()).containsExactly(user(3), user(8), user(3), user(8));
        poison.remove(user(8));
        tenant.submit(ADMIN, new LicenseCommand.ChangeGroupLicenses(SALES, LicenseChange.remove(OFFICE)));
        contoso.executor.runAll();
        assertThat(contoso.store.holdings(ID, List.of(user(8)))).hasSize(1);
        poison.clear();
        tenant.submit(ADMIN, new LicenseCommand.ReprocessGroup(SALES));
        contoso.executor.runAll();
        contoso.check();
    }

    @Test
    void open_changesPostponed_decidesAsBefore() {
        assigned(4);
        poison.clear();
        contoso.clock.move(Duration.ofDays(1));
        try (Licensing fresh = contoso.open(contoso.inline())) {
            TenantLicensing tenant = fresh.tenant(ID);
            assertThat(tenant.user(ADMIN, user(3)).pending()).isTrue();
            assertThat(tenant.user(ADMIN, user(3)).states()).hasSize(1);
            tenant.submit(ADMIN, new LicenseCommand.ReprocessGroup(SALES));
        }
        contoso.check();
    }

    @Test
    void process_smallStepsComeWhileAUserIsIsolated_onlyThatUserIsGivenUp() {
        Contoso large = new Contoso(30);
        Licensing[] licensing = new Licensing[1];
        int[] next = {30};
        LicenseStore store = HookedStore.of(
                new RefusingStore(large.store, RefusingStore.changesOf(poison)), (right, method, arguments, call) -> {
                    if (arguments.length > 0
                            && arguments[0] instanceof BatchCommit it
                            && isAboutOne(it)
                            && next[0] > 25) {
                        licensing[0].tenant(ID).submit(ADMIN, new LicenseCommand.ReprocessUser(user(next[0]--)));
                    }
                    return call.run();
                });
        licensing[0] = large.open(store, large.manual().batchSize(4));
        TenantLicensing tenant = large.created(licensing[0]);
        tenant.submit(ADMIN, ASSIGN);
        large.executor.runAll();
        try (StoredTenant stored = large.store.open(ID)) {
            assertThat(stored.postponed())
                    .extracting(it -> it.change().userId())
                    .containsExactly(user(3), user(8));
        }
        assertThat(tenant.operation(ADMIN, ASSIGNMENT).progress().failed()).isEqualTo(2);
    }

    private boolean isAboutOne(BatchCommit commit) {
        List<Target> changed = commit.audit().stream()
                .filter(it -> !it.changes().isEmpty())
                .map(AuditEntry::target)
                .toList();
        return changed.size() == 1 && poison.stream().map(Target::of).anyMatch(changed::contains);
    }
}
