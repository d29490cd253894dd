package dev.perseat.licensing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.GroupStatus;
import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.Preview;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
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
import dev.perseat.licensing.testkit.store.InMemoryLicenseStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The seed story: a group gets a product, members get it, and the last one waits for a seat. */
class DefaultLicensingTest {
    private static final TenantId CONTOSO = TenantId.of("contoso");
    private static final SkuId OFFICE = SkuId.of("office");
    private static final ServicePlanId MAIL = ServicePlanId.of("mail");
    private static final GroupId SALES = GroupId.of("sales");
    private static final Actor ADMIN = Actor.of("admin", Role.GLOBAL_ADMINISTRATOR);
    private static final UserId ANN = UserId.of("ann");
    private static final UserId BOB = UserId.of("bob");
    private static final UserId CAT = UserId.of("cat");

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private final InMemoryLicenseStore store = new InMemoryLicenseStore(clock);
    private final Licensing licensing = DefaultLicensing.builder(store)
            .clock(clock)
            .executor(Runnable::run)
            .batchSize(2)
            .build();

    private static TenantSnapshot tenant() {
        TenantSnapshot.Builder builder = TenantSnapshot.builder(new Tenant(CONTOSO, "Contoso", UsageLocation.of("NO")))
                .servicePlan(ServicePlan.builder(MAIL).build())
                .sku(Sku.of(OFFICE, "OFFICE", List.of(MAIL)))
                .subscription(Subscription.of(OFFICE, 2))
                .group(Group.of(SALES));
        for (UserId user : List.of(ANN, BOB, CAT)) {
            builder.user(User.builder(user).build()).member(SALES, user);
        }
        return builder.build();
    }

    private TenantLicensing created() {
        licensing.create(ADMIN, tenant(), Holdings.empty());
        return licensing.tenant(CONTOSO);
    }

    private static LicenseCommand assignOffice() {
        return new LicenseCommand.ChangeGroupLicenses(SALES, LicenseChange.set(License.of(OFFICE)));
    }

    @Test
    void submit_groupLicence_membersGetItAndLastOneWaits() {
        TenantLicensing contoso = created();
        Operation accepted = contoso.submit(ADMIN, assignOffice());
        assertThat(accepted.status()).isEqualTo(OperationStatus.QUEUED);
        Operation ended = contoso.operation(ADMIN, accepted.id());
        assertThat(ended.status()).isEqualTo(OperationStatus.COMPLETED_WITH_ERRORS);
        assertThat(ended.progress().licensed()).isEqualTo(2);
        assertThat(ended.progress().failed()).isEqualTo(1);
        assertThat(contoso.user(ADMIN, CAT).states().get(0).sentence()).contains("seat");
        assertThat(contoso.user(ADMIN, ANN).held()).hasSize(1);
        assertThat(contoso.status(ADMIN, SALES)).isInstanceOf(GroupStatus.WithErrors.class);
        assertThat(contoso.licenses(ADMIN).get(0).usage().waiting()).isEqualTo(1);
        assertThat(contoso.audit(ADMIN, AuditQuery.all(), PageRequest.first(100))
                        .items())
                .extracting(it -> it.entry().activity())
                .containsExactly(
                        Activity.IMPORT_TENANT,
                        Activity.SET_GROUP_LICENSE,
                        Activity.START_APPLYING,
                        Activity.CHANGE_USER_LICENSE,
                        Activity.CHANGE_USER_LICENSE,
                        Activity.FINISH_APPLYING);
    }

    @Test
    void submit_oneMoreSeat_goesToWhoWaits() {
        TenantLicensing contoso = created();
        contoso.submit(ADMIN, assignOffice());
        LicenseCommand oneMore = new LicenseCommand.SetSubscription(Subscription.of(OFFICE, 3));
        Preview preview = contoso.preview(ADMIN, oneMore);
        assertThat(preview.promotions()).containsExactly(new Preview.Promotion(CAT, OFFICE));
        contoso.submit(ADMIN, oneMore);
        assertThat(contoso.user(ADMIN, CAT).held()).hasSize(1);
        assertThat(contoso.status(ADMIN, SALES)).isEqualTo(new GroupStatus.AllAssigned(3));
    }

    @Test
    void submit_inheritedLicenceRemovedFromUser_refusedAndSaysSo() {
        TenantLicensing contoso = created();
        contoso.submit(ADMIN, assignOffice());
        LicenseCommand remove = new LicenseCommand.ChangeUserLicenses(ANN, LicenseChange.remove(OFFICE));
        assertThatThrownBy(() -> contoso.submit(ADMIN, remove))
                .isInstanceOf(CommandRefusedException.class)
                .hasMessageContaining("not directly but from [sales]");
        assertThat(store.head(CONTOSO).version()).isEqualTo(2);
    }
}
