package dev.perseat.licensing.service;

import static dev.perseat.licensing.service.Contoso.ADMIN;
import static dev.perseat.licensing.service.Contoso.ASSIGN;
import static dev.perseat.licensing.service.Contoso.ID;
import static dev.perseat.licensing.service.Contoso.VISIO;
import static dev.perseat.licensing.service.Contoso.give;
import static dev.perseat.licensing.service.Contoso.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.testkit.service.StoreCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small step does not wait for a large one, and still each user sees the steps in their order. */
class StepOrderTest {
    private final Contoso contoso = new Contoso(9);

    private List<String> causesOf(int number) {
        return StoreCheck.trail(contoso.store, ID).stream()
                .map(AuditRecord::entry)
                .filter(it -> !it.changes().isEmpty() && it.target().equals(Target.of(user(number))))
                .map(AuditEntry::cause)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void process_directLicenceDuringALargeStep_overtakesItInOrder() {
        TenantLicensing[] tenant = new TenantLicensing[1];
        OperationStatus[] large = new OperationStatus[1];
        int[] batches = {0};
        tenant[0] = contoso.created(contoso.open(
                HookedStore.afterBatch(contoso.store, batch -> {
                    batches[0] = batch;
                    if (batch == 2) {
                        tenant[0].submit(ADMIN, give(user(9), VISIO));
                    } else if (batch == 3) {
                        assertThat(tenant[0].operation(ADMIN, OperationId.of(3)).status())
                                .isEqualTo(OperationStatus.COMPLETED);
                        large[0] = tenant[0].operation(ADMIN, OperationId.of(2)).status();
                    }
                }),
                contoso.manual()));
        tenant[0].submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        assertThat(large[0]).isEqualTo(OperationStatus.IN_PROGRESS);
        assertThat(causesOf(9)).containsExactly("op-2", "op-3");
        assertThat(contoso.written().subList(0, 5)).contains(user(9));
        contoso.check();
    }

    @Test
    void process_userGoesDuringALargeStep_getsAndLosesInOrder() {
        TenantLicensing[] tenant = new TenantLicensing[1];
        tenant[0] = contoso.created(contoso.open(
                HookedStore.beforeBatch(contoso.store, batch -> {
                    if (batch == 2) {
                        tenant[0].submit(ADMIN, give(user(9), VISIO));
                        tenant[0].submit(
                                ADMIN,
                                new LicenseCommand.ChangeDirectory(List.of(new TenantChange.UserRemoved(user(9)))));
                        tenant[0].submit(
                                ADMIN,
                                new LicenseCommand.ChangeDirectory(List.of(new TenantChange.UserRemoved(user(1)))));
                    }
                }),
                contoso.manual()));
        tenant[0].submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        assertThat(causesOf(1)).containsExactly("op-2", "op-5");
        assertThat(contoso.store.holdings(ID, List.of(user(1), user(9)))).isEmpty();
        contoso.check();
    }

    /** Nothing of a user is left out because of a step that came while that was stored. */
    @Test
    void process_stepComesWhileNothingIsWritten_isNotForgotten() {
        TenantLicensing[] tenant = new TenantLicensing[1];
        tenant[0] = contoso.created(contoso.open(
                HookedStore.beforeBatch(contoso.store, batch -> {
                    if (batch == 2) {
                        tenant[0].submit(ADMIN, give(user(1), VISIO));
                        tenant[0].licenses(ADMIN);
                    }
                }),
                contoso.manual()));
        tenant[0].submit(ADMIN, ASSIGN);
        tenant[0].submit(ADMIN, new LicenseCommand.CancelOperation(OperationId.of(2)));
        contoso.executor.runAll();
        assertThat(contoso.store.holdings(ID, List.of(user(1)))).hasSize(1);
        contoso.check();
    }
}
