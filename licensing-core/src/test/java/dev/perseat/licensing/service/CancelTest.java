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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.GroupStatus;
import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.store.Fault;
import dev.perseat.licensing.testkit.store.FaultInjectingStore;
import dev.perseat.licensing.testkit.store.FaultSchedule;
import dev.perseat.licensing.testkit.store.StoreKilled;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of a group's licences is taken back before it has ended. */
class CancelTest {
    private static final int USERS = 7;
    private static final OperationId ASSIGNMENT = OperationId.of(2);
    private static final LicenseCommand CANCEL = new LicenseCommand.CancelOperation(ASSIGNMENT);

    private final Contoso contoso = new Contoso(USERS);

    @Test
    void cancel_queued_nobodyIsTouched() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.manual()));
        tenant.submit(ADMIN, ASSIGN);
        assertThat(tenant.status(ADMIN, SALES)).isEqualTo(new GroupStatus.Queued(ASSIGNMENT));
        Operation cancelling = tenant.submit(ADMIN, CANCEL);
        assertThat(tenant.operation(ADMIN, ASSIGNMENT).status()).isEqualTo(OperationStatus.CANCELLED);
        contoso.executor.runAll();
        assertThat(tenant.operation(ADMIN, ASSIGNMENT).status()).isEqualTo(OperationStatus.CANCELLED);
        assertThat(tenant.operation(ADMIN, cancelling.id()).status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(contoso.written()).isEmpty();
        assertThat(tenant.status(ADMIN, SALES)).isEqualTo(new GroupStatus.AllAssigned(USERS));
        contoso.check();
    }

    @Test
    void cancel_inProgress_onlyWhoWasProcessedIsTakenBack() {
        TenantLicensing tenant = cancelledBeforeBatch(contoso.store, 3);
        assertThat(tenant.operation(ADMIN, ASSIGNMENT).status()).isEqualTo(OperationStatus.CANCELLED);
        assertThat(contoso.written().subList(0, 4)).containsExactly(user(1), user(2), user(3), user(4));
        assertThat(contoso.written()).contains(user(4)).doesNotContain(user(5), user(7));
        assertThat(contoso.store.holdings(ID, contoso.written())).isEmpty();
        contoso.check();
    }

    /** Has the assignment cancelled when a batch is on its way to the store. The first one is that of the import. */
    private TenantLicensing cancelledBeforeBatch(LicenseStore right, int batch) {
        Licensing[] licensing = new Licensing[1];
        LicenseStore store = HookedStore.beforeBatch(right, number -> {
            if (number == batch) {
                licensing[0].tenant(ID).submit(ADMIN, CANCEL);
            }
        });
        licensing[0] = contoso.open(store, contoso.manual());
        TenantLicensing tenant = contoso.created(licensing[0]);
        tenant.submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        return tenant;
    }

    @Test
    void cancel_atAnyBatchAndCrashAtAnyCommit_comesToTheLaw() {
        for (int batch = 2; batch <= 5; batch++) {
            for (Fault fault : new Fault[] {Fault.KILLED_BEFORE, Fault.KILLED_AFTER}) {
                boolean killed = true;
                for (int commit = 1; killed; commit++) {
                    killed = cancelsAndDies(batch, FaultSchedule.of(commit, fault));
                }
            }
        }
    }

    private static boolean cancelsAndDies(int batch, FaultSchedule schedule) {
        CancelTest test = new CancelTest();
        boolean killed = false;
        try {
            test.cancelledBeforeBatch(new FaultInjectingStore(test.contoso.store, schedule), batch);
        } catch (StoreKilled e) {
            killed = true;
        }
        if (!test.contoso.store.tenants().isEmpty()) {
            test.contoso.finishElsewhere();
            test.contoso.check();
        }
        return killed;
    }

    @Test
    void cancel_laterStepFindsThoseLeftOut_comesToTheLaw() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.manual()));
        tenant.submit(ADMIN, ASSIGN);
        tenant.submit(ADMIN, CANCEL);
        tenant.submit(ADMIN, assign(VISIO));
        tenant.submit(ADMIN, assign(OFFICE));
        contoso.executor.runAll();
        assertThat(contoso.store.holdings(ID, contoso.written())).hasSize(USERS);
        contoso.check();
    }

    @Test
    void cancel_byAnotherNodeWhileABatchIsOnItsWay_staysCancelled() {
        try (Licensing other = contoso.open(contoso.manual().executor(new ManualExecutor()))) {
            LicenseStore store = HookedStore.beforeBatch(contoso.store, number -> {
                if (number == 3) {
                    other.tenant(ID).submit(ADMIN, CANCEL);
                }
            });
            TenantLicensing tenant = contoso.created(contoso.open(store, contoso.manual()));
            tenant.submit(ADMIN, ASSIGN);
            contoso.executor.runAll();
            tenant.licenses(ADMIN);
            tenant.submit(ADMIN, new LicenseCommand.ReprocessUser(user(1)));
            contoso.executor.runAll();
            assertThat(tenant.operation(ADMIN, ASSIGNMENT).status()).isEqualTo(OperationStatus.CANCELLED);
        }
        contoso.check();
    }

    @Test
    void cancel_whatHasEnded_refused() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.inline()));
        tenant.submit(ADMIN, ASSIGN);
        assertRefused(tenant, CANCEL, new Refusal.NotCancellable(ASSIGNMENT, "it has ended"));
        assertThat(tenant.operation(ADMIN, ASSIGNMENT).status()).isEqualTo(OperationStatus.COMPLETED);
    }

    /** An operation may have ended while an earlier one is still in progress, so that neither is closed. */
    @Test
    void cancel_whatHasEndedAtAnotherNode_refused() {
        GroupId board = GroupId.of("board");
        OperationId small = OperationId.of(4);
        Licensing other = contoso.open(contoso.manual().executor(new ManualExecutor()));
        int[] refused = {0};
        TenantLicensing tenant = contoso.created(contoso.open(
                HookedStore.afterBatch(contoso.store, batch -> {
                    if (batch == 3) {
                        assertRefused(
                                other.tenant(ID),
                                new LicenseCommand.CancelOperation(small),
                                new Refusal.NotCancellable(small, "it has ended"));
                        refused[0]++;
                    }
                }),
                contoso.manual()));
        tenant.submit(
                ADMIN,
                new LicenseCommand.ChangeDirectory(List.of(
                        new TenantChange.GroupSet(Group.of(board)),
                        new TenantChange.MembershipAdded(Membership.of(board, user(1))))));
        contoso.executor.runAll();
        tenant.submit(ADMIN, ASSIGN);
        tenant.submit(ADMIN, new LicenseCommand.ChangeGroupLicenses(board, LicenseChange.set(License.of(VISIO))));
        other.tenant(ID).licenses(ADMIN);
        contoso.executor.runAll();
        assertThat(refused[0]).isOne();
        assertThat(tenant.operation(ADMIN, small).status()).isEqualTo(OperationStatus.COMPLETED);
        contoso.check();
    }

    @Test
    void cancel_licencesChangedAgain_refused() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.manual()));
        tenant.submit(ADMIN, ASSIGN);
        tenant.submit(ADMIN, assign(VISIO));
        assertRefused(
                tenant,
                CANCEL,
                new Refusal.NotCancellable(ASSIGNMENT, "the licences of the group have been changed again since"));
    }

    @Test
    void cancel_whatIsNotThereOrNotOfAGroup_refused() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.manual()));
        LicenseCommand unknown = new LicenseCommand.CancelOperation(OperationId.of(99));
        assertRefused(tenant, unknown, new Refusal.NotFound(unknown.target()));
        OperationId direct = tenant.submit(ADMIN, Contoso.give(user(1), OFFICE)).id();
        assertRefused(
                tenant,
                new LicenseCommand.CancelOperation(direct),
                new Refusal.NotCancellable(direct, "only a change of a group's licences can be cancelled"));
    }

    private static void assertRefused(TenantLicensing tenant, LicenseCommand command, Refusal expected) {
        assertThatThrownBy(() -> tenant.submit(ADMIN, command))
                .isInstanceOfSatisfying(
                        CommandRefusedException.class,
                        it -> assertThat(it.refusals()).containsExactly(expected));
    }
}
