package dev.perseat.licensing.service;

import static dev.perseat.licensing.service.Contoso.ADMIN;
import static dev.perseat.licensing.service.Contoso.ASSIGN;
import static dev.perseat.licensing.service.Contoso.ID;
import static dev.perseat.licensing.service.Contoso.SALES;
import static dev.perseat.licensing.service.Contoso.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.service.StoreCheck;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever has become of the store: what it lacks is written when a group or a user is processed again. */
class ReprocessTest {
    private final Contoso contoso = new Contoso(5);
    private final Set<UserId> lost = new TreeSet<>();

    /** Says that it has stored everything, and loses what becomes of some users. */
    private final LicenseStore lossy = HookedStore.of(contoso.store, (right, method, arguments, call) -> {
        if (arguments.length > 0 && arguments[0] instanceof BatchCommit it) {
            arguments[0] = new BatchCommit(
                    it.commitId(),
                    it.lease(),
                    it.audit().stream()
                            .filter(entry ->
                                    !(entry.target() instanceof Target.OfUser user && lost.contains(user.userId())))
                            .toList(),
                    it.operations(),
                    it.postponed(),
                    it.closedVersion());
        }
        return call.run();
    });

    private List<HeldLicense> held(int number) {
        return contoso.store.holdings(ID, List.of(user(number))).getOrDefault(user(number), List.of());
    }

    private TenantLicensing damaged() {
        lost.addAll(List.of(user(2), user(5)));
        TenantLicensing tenant = contoso.created(contoso.open(lossy, contoso.manual()));
        tenant.submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        lost.clear();
        assertThat(contoso.written()).containsExactly(user(1), user(3), user(4));
        return tenant;
    }

    private Operation done(TenantLicensing tenant, LicenseCommand command) {
        Operation operation = tenant.submit(ADMIN, command);
        contoso.executor.runAll();
        return tenant.operation(ADMIN, operation.id());
    }

    @Test
    void reprocess_groupWithLosses_isMendedAndTheTrailSaysSo() {
        TenantLicensing tenant = damaged();
        Operation ended = done(tenant, new LicenseCommand.ReprocessGroup(SALES));
        assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(ended.progress().processed()).isEqualTo(5);
        assertThat(held(2)).isNotEmpty().isEqualTo(held(1));
        assertThat(held(5)).isEqualTo(held(1));
        AuditQuery corrections = AuditQuery.all().causedBy(ended.id()).of(Activity.CHANGE_USER_LICENSE);
        assertThat(tenant.audit(ADMIN, corrections, PageRequest.first(10)).items())
                .extracting(it -> it.entry().target())
                .containsExactly(Target.of(user(2)), Target.of(user(5)));
    }

    @Test
    void reprocess_user_isMendedAlone() {
        TenantLicensing tenant = damaged();
        Operation ended = done(tenant, new LicenseCommand.ReprocessUser(user(2)));
        assertThat(ended.progress().processed()).isEqualTo(1);
        assertThat(held(2)).isNotEmpty();
        assertThat(held(5)).isEmpty();
    }

    @Test
    void reprocess_nothingWrong_writesNothing() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.manual()));
        done(tenant, ASSIGN);
        int written = contoso.written().size();
        Operation ended = done(tenant, new LicenseCommand.ReprocessGroup(SALES));
        assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(contoso.written()).hasSize(written);
        contoso.check();
    }

    /** A store that has lost what its trail says: the trail goes on from what was really held. */
    @Test
    void holdingsAt_afterAMendThatContradictsTheTrail_answersStill() {
        boolean[] forgetful = {false};
        TenantLicensing tenant = contoso.created(contoso.open(
                HookedStore.of(
                        contoso.store,
                        (right, method, arguments, call) ->
                                method.equals("holdings") && forgetful[0] ? new TreeMap<>() : call.run()),
                contoso.manual()));
        done(tenant, ASSIGN);
        forgetful[0] = true;
        done(tenant, new LicenseCommand.ReprocessGroup(SALES));
        forgetful[0] = false;
        assertThat(contoso.written()).hasSize(10);
        assertThat(tenant.holdingsAt(ADMIN, contoso.clock.instant())).isEqualTo(StoreCheck.holdings(contoso.store, ID));
        assertThat(tenant.holdingsAt(ADMIN, user(3), contoso.clock.instant())).isEqualTo(held(3));
    }
}
