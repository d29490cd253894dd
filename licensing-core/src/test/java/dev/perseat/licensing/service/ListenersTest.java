package dev.perseat.licensing.service;

import static dev.perseat.licensing.service.Contoso.ADMIN;
import static dev.perseat.licensing.service.Contoso.ASSIGN;
import static dev.perseat.licensing.service.Contoso.ID;
import static dev.perseat.licensing.service.Contoso.SALES;
import static dev.perseat.licensing.service.Contoso.VISIO;
import static dev.perseat.licensing.service.Contoso.give;
import static dev.perseat.licensing.service.Contoso.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perseat.licensing.admin.GroupStatus;
import dev.perseat.licensing.admin.LicensingListener;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Progress;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told what, in which order; and how exact the progress is. */
class ListenersTest {
    private static final int USERS = 5;

    private final Contoso contoso = new Contoso(USERS);
    private final List<String> told = new ArrayList<>();

    /** Writes down what it is told. */
    private LicensingListener scribe(String name) {
        return new LicensingListener() {
            @Override
            public void operationChanged(TenantId tenant, Operation operation) {
                told.add(name + " " + operation.id() + " " + operation.status() + " "
                        + operation.progress().processed());
            }

            @Override
            public void userChanged(TenantId tenant, OperationId cause, UserChange change) {
                told.add(name + " " + cause + " " + change.userId());
            }
        };
    }

    @Test
    void tell_oneOperation_inTheOrderInWhichItWasStored() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.manual().listeners(scribe("a"))));
        told.clear();
        tenant.submit(ADMIN, ASSIGN);
        assertThat(told).isEmpty();
        contoso.executor.runAll();
        assertThat(told)
                .containsExactly(
                        "a op-2 QUEUED 0",
                        "a op-2 " + user(1),
                        "a op-2 " + user(2),
                        "a op-2 IN_PROGRESS 2",
                        "a op-2 " + user(3),
                        "a op-2 " + user(4),
                        "a op-2 IN_PROGRESS 4",
                        "a op-2 " + user(5),
                        "a op-2 COMPLETED 5");
    }

    @Test
    void tell_severalListeners_inTurn() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.manual().listeners(scribe("a"), scribe("b"))));
        told.clear();
        tenant.submit(ADMIN, give(user(1), VISIO));
        contoso.executor.runAll();
        assertThat(told)
                .containsExactly(
                        "a op-2 QUEUED 0",
                        "b op-2 QUEUED 0",
                        "a op-2 " + user(1),
                        "b op-2 " + user(1),
                        "a op-2 COMPLETED 1",
                        "b op-2 COMPLETED 1");
    }

    @Test
    void tell_listenerThrows_othersAndProcessingGoOn() {
        LicensingListener broken = new LicensingListener() {
            @Override
            public void operationChanged(TenantId tenant, Operation operation) {
                throw new IllegalStateException("as planned");
            }

            @Override
            public void userChanged(TenantId tenant, OperationId cause, UserChange change) {
                throw new IllegalStateException("as planned");
            }
        };
        TenantLicensing tenant = contoso.created(contoso.open(contoso.manual().listeners(broken, scribe("b"))));
        told.clear();
        tenant.submit(ADMIN, give(user(1), VISIO));
        contoso.executor.runAll();
        assertThat(told).containsExactly("b op-2 QUEUED 0", "b op-2 " + user(1), "b op-2 COMPLETED 1");
    }

    @Test
    void tell_listenerDies_theNextThingIsToldAgain() {
        boolean[] dies = {false};
        LicensingListener dying = new LicensingListener() {
            @Override
            public void operationChanged(TenantId tenant, Operation operation) {
                if (dies[0]) {
                    dies[0] = false;
                    throw new StackOverflowError("as planned");
                }
            }
        };
        TenantLicensing tenant = contoso.created(contoso.open(contoso.manual().listeners(dying, scribe("b"))));
        told.clear();
        dies[0] = true;
        tenant.submit(ADMIN, give(user(1), VISIO));
        assertThat(catchThrowable(contoso.executor::runAll)).isInstanceOf(StackOverflowError.class);
        contoso.executor.runAll();
        tenant.submit(ADMIN, give(user(2), VISIO));
        contoso.executor.runAll();
        assertThat(told).contains("b op-2 COMPLETED 1", "b op-3 COMPLETED 1");
        contoso.check();
    }

    @Test
    void tell_listenerGivesCommands_theyAreDone() {
        TenantLicensing[] tenant = new TenantLicensing[1];
        LicensingListener eager = new LicensingListener() {
            @Override
            public void operationChanged(TenantId id, Operation operation) {
                if (operation.id().number() == 2 && operation.status().isEnded()) {
                    tenant[0].submit(ADMIN, give(user(1), VISIO));
                }
            }
        };
        tenant[0] = contoso.created(contoso.open(contoso.inline().listeners(eager, scribe("b"))));
        tenant[0].submit(ADMIN, ASSIGN);
        assertThat(told).endsWith("b op-3 QUEUED 0", "b op-3 " + user(1), "b op-3 COMPLETED 1");
        contoso.check();
    }

    @Test
    void progress_anyBatchSize_isExactAndNeverGoesBack() {
        for (int batchSize = 1; batchSize <= USERS + 1; batchSize++) {
            List<Progress> seen = new ArrayList<>();
            Contoso fresh = new Contoso(USERS);
            TenantLicensing[] tenant = new TenantLicensing[1];
            tenant[0] = fresh.created(fresh.open(
                    HookedStore.afterBatch(fresh.store, batch -> {
                        if (batch > 1) {
                            seen.add(fresh.store
                                    .operation(ID, OperationId.of(2))
                                    .orElseThrow()
                                    .progress());
                        }
                    }),
                    fresh.manual().batchSize(batchSize)));
            tenant[0].submit(ADMIN, ASSIGN);
            fresh.executor.runAll();
            for (int k = 0; k < seen.size(); k++) {
                long processed = Math.min(USERS, (long) batchSize * (k + 1));
                assertThat(seen.get(k)).isEqualTo(new Progress(USERS, processed, processed, 0));
            }
            assertThat(seen).hasSize((USERS + batchSize - 1) / batchSize);
        }
    }

    @Test
    void status_whileProcessing_tellsHowFarItIs() {
        List<GroupStatus> seen = new ArrayList<>();
        TenantLicensing[] tenant = new TenantLicensing[1];
        tenant[0] = contoso.created(contoso.open(
                HookedStore.afterBatch(contoso.store, batch -> {
                    if (batch > 1) {
                        seen.add(tenant[0].status(ADMIN, SALES));
                    }
                }),
                contoso.manual()));
        Operation accepted = tenant[0].submit(ADMIN, ASSIGN);
        assertThat(accepted.status()).isEqualTo(OperationStatus.QUEUED);
        contoso.executor.runAll();
        assertThat(seen.subList(0, 2))
                .containsExactly(
                        new GroupStatus.InProgress(accepted.id(), new Progress(USERS, 2, 2, 0)),
                        new GroupStatus.InProgress(accepted.id(), new Progress(USERS, 4, 4, 0)));
        assertThat(tenant[0].status(ADMIN, SALES)).isEqualTo(new GroupStatus.AllAssigned(USERS));
    }
}
