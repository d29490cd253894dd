package dev.perseat.licensing.service;

import static dev.perseat.licensing.service.Contoso.ADMIN;
import static dev.perseat.licensing.service.Contoso.ASSIGN;
import static dev.perseat.licensing.service.Contoso.OFFICE;
import static dev.perseat.licensing.service.Contoso.SALES;
import static dev.perseat.licensing.service.Contoso.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.GroupStatus;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.LicensingListener;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.RequestId;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two tenants of one service, with the same ids everywhere, never see each other. */
class TenantsApartTest {
    private static final TenantId FABRIKAM = TenantId.of("fabrikam");
    private static final PageRequest PAGE = PageRequest.first(100);

    private final Contoso contoso = new Contoso(3);
    private final List<TenantId> told = new ArrayList<>();
    private final Licensing licensing = contoso.open(contoso.manual().listeners(new LicensingListener() {
        @Override
        public void operationChanged(TenantId tenant, Operation operation) {
            told.add(tenant);
        }

        @Override
        public void userChanged(TenantId tenant, OperationId cause, UserChange change) {
            told.add(tenant);
        }
    }));
    private final TenantLicensing one = contoso.created(licensing);
    private final TenantLicensing other = fabrikam();

    private TenantLicensing fabrikam() {
        licensing.create(ADMIN, Contoso.snapshot(FABRIKAM, 3), Holdings.empty());
        contoso.executor.runAll();
        return licensing.tenant(FABRIKAM);
    }

    @Test
    void submit_toOne_otherSeesNothing() {
        int entries = other.audit(ADMIN, AuditQuery.all(), PAGE).items().size();
        told.clear();
        one.submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        assertThat(told).containsOnly(Contoso.ID);
        assertThat(other.audit(ADMIN, AuditQuery.all(), PAGE).items()).hasSize(entries);
        assertThat(other.operations(ADMIN, PAGE).items()).hasSize(1);
        assertThat(other.user(ADMIN, user(1)).states()).isEmpty();
        assertThat(other.user(ADMIN, user(1)).held()).isEmpty();
        assertThat(other.users(ADMIN, OFFICE, PAGE).items()).isEmpty();
        assertThat(other.license(ADMIN, OFFICE).groups()).isEmpty();
        assertThat(other.licenses(ADMIN)).allMatch(it -> it.usage().consumed() == 0);
        assertThat(other.status(ADMIN, SALES)).isEqualTo(new GroupStatus.AllAssigned(3));
        assertThat(other.groups(ADMIN, "", PAGE).items())
                .allMatch(it -> it.licenses().isEmpty());
        assertThat(other.holdingsAt(ADMIN, contoso.clock.instant())).isEqualTo(Holdings.empty());
        assertThatIllegalArgumentException().isThrownBy(() -> other.operation(ADMIN, OperationId.of(2)));
    }

    @Test
    void submit_sameRequestToBoth_isDoneInBoth() {
        RequestId request = RequestId.of("the-same");
        Operation here = one.submit(ADMIN, ASSIGN, request);
        Operation there = other.submit(ADMIN, new LicenseCommand.ReprocessUser(user(1)), request);
        contoso.executor.runAll();
        assertThat(here.activity()).isNotEqualTo(there.activity());
        assertThat(one.operation(ADMIN, here.id()).status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(other.operation(ADMIN, there.id()).status()).isEqualTo(OperationStatus.COMPLETED);
    }

    @Test
    void cancel_sameOperationOfTheOther_leavesThisOne() {
        one.submit(ADMIN, ASSIGN);
        other.submit(ADMIN, ASSIGN);
        other.submit(ADMIN, new LicenseCommand.CancelOperation(OperationId.of(2)));
        contoso.executor.runAll();
        assertThat(one.operation(ADMIN, OperationId.of(2)).status()).isEqualTo(OperationStatus.COMPLETED);
        assertThat(other.operation(ADMIN, OperationId.of(2)).status()).isEqualTo(OperationStatus.CANCELLED);
        contoso.check();
    }

    @Test
    void tenant_unknownOne_refused() {
        assertThat(licensing.tenants()).containsExactly(Contoso.ID, FABRIKAM);
        assertThat(licensing.tenant(FABRIKAM)).isSameAs(other);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> licensing.tenant(TenantId.of("nobody")))
                .withMessageContaining("nobody");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> licensing.create(ADMIN, contoso.start.snapshot(), Holdings.empty()))
                .withMessageContaining("contoso");
    }
}
