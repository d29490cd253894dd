package dev.perseat.licensing.service;

import static dev.perseat.licensing.service.Contoso.ADMIN;
import static dev.perseat.licensing.service.Contoso.ASSIGN;
import static dev.perseat.licensing.service.Contoso.DRAW;
import static dev.perseat.licensing.service.Contoso.ID;
import static dev.perseat.licensing.service.Contoso.MAIL;
import static dev.perseat.licensing.service.Contoso.OFFICE;
import static dev.perseat.licensing.service.Contoso.SALES;
import static dev.perseat.licensing.service.Contoso.VISIO;
import static dev.perseat.licensing.service.Contoso.assign;
import static dev.perseat.licensing.service.Contoso.give;
import static dev.perseat.licensing.service.Contoso.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.GroupStatus;
import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.RedundantLicense;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.admin.RequestId;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.testkit.service.StoreCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What single commands come to. */
class CommandsTest {
    private static final PageRequest PAGE = PageRequest.first(100);

    private final Contoso contoso = new Contoso(4);
    private final TenantLicensing tenant = contoso.created(contoso.open(contoso.inline()));

    private void assertRefused(LicenseCommand command, Class<? extends Refusal> kind) {
        long version = contoso.store.head(ID).version();
        assertThatThrownBy(() -> tenant.submit(ADMIN, command))
                .isInstanceOfSatisfying(
                        CommandRefusedException.class,
                        it -> assertThat(it.refusals()).hasOnlyElementsOfType(kind));
        assertThat(contoso.store.head(ID).version()).isEqualTo(version);
    }

    @Test
    void submit_sameRequestTwice_isDoneOnce() {
        RequestId request = RequestId.of("r1");
        Operation first = tenant.submit(ADMIN, ASSIGN, request);
        Operation again = tenant.submit(ADMIN, ASSIGN, request);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(contoso.store.head(ID).version()).isEqualTo(2);
        assertThat(contoso.activities()).containsOnlyOnce(Activity.SET_GROUP_LICENSE);
        contoso.check();
    }

    @Test
    void submit_requestRefusedAndThenPossible_isDone() {
        RequestId request = RequestId.of("r2");
        LicenseCommand remove = new LicenseCommand.ChangeGroupLicenses(SALES, LicenseChange.remove(OFFICE));
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> tenant.submit(ADMIN, remove, request)).isInstanceOf(CommandRefusedException.class);
        }
        assertThat(StoreCheck.trail(contoso.store, ID))
                .filteredOn(it -> it.entry().refused())
                .hasSize(1);
        tenant.submit(ADMIN, ASSIGN);
        Operation done = tenant.submit(ADMIN, remove, request);
        assertThat(tenant.operation(ADMIN, done.id()).activity()).isEqualTo(Activity.SET_GROUP_LICENSE);
        assertThat(contoso.store.head(ID).version()).isEqualTo(3);
        contoso.check();
    }

    @Test
    void catalogue_planAdded_isOnEverywhereAndTheTrailNamesTheGroups() {
        tenant.submit(ADMIN, ASSIGN);
        LicenseCommand add = new LicenseCommand.ChangeCatalogue(
                List.of(new TenantChange.SkuSet(Sku.of(OFFICE, "OFFICE", List.of(MAIL, DRAW)))));
        assertThat(tenant.preview(ADMIN, add).groups()).containsExactly(SALES);
        Operation operation = tenant.submit(ADMIN, add);
        assertThat(tenant.audit(ADMIN, AuditQuery.all().causedBy(operation.id()).of(Activity.CHANGE_CATALOGUE), PAGE)
                        .items()
                        .get(0)
                        .entry()
                        .properties())
                .contains(new ModifiedProperty("groups", "", "[\"sales\"]"));
        assertThat(tenant.user(ADMIN, user(1)).held().get(0).enabledPlans()).containsExactly(DRAW, MAIL);
        contoso.check();
    }

    private void requireMailForDraw() {
        ServicePlan draw =
                ServicePlan.builder(DRAW).requires(PlanRequirement.anyOf(MAIL)).build();
        tenant.submit(ADMIN, new LicenseCommand.ChangeCatalogue(List.of(new TenantChange.ServicePlanSet(draw))));
    }

    private void rejectMissingDependencies() {
        LicensingPolicy policy = LicensingPolicy.entra().with(LicensingPolicy.MissingDependency.REJECT);
        tenant.submit(ADMIN, new LicenseCommand.SetPolicy(policy));
    }

    @Test
    void group_planWouldLackAnotherUnderReject_refused() {
        requireMailForDraw();
        rejectMissingDependencies();
        assertRefused(assign(VISIO), Refusal.LacksPlan.class);
        tenant.submit(ADMIN, ASSIGN);
        tenant.submit(ADMIN, assign(VISIO));
        assertRefused(
                new LicenseCommand.ChangeGroupLicenses(SALES, LicenseChange.remove(OFFICE)), Refusal.LacksPlan.class);
        contoso.check();
    }

    @Test
    void directory_groupBecomesEligibleUnderReject_isAFactAndNotRefused() {
        requireMailForDraw();
        tenant.submit(ADMIN, assign(VISIO));
        Group list = Group.of(SALES).withKind(GroupKind.DISTRIBUTION, false);
        tenant.submit(ADMIN, new LicenseCommand.ChangeDirectory(List.of(new TenantChange.GroupSet(list))));
        rejectMissingDependencies();
        tenant.submit(ADMIN, new LicenseCommand.ChangeDirectory(List.of(new TenantChange.GroupSet(Group.of(SALES)))));
        assertThat(tenant.status(ADMIN, SALES)).isInstanceOf(GroupStatus.AllAssigned.class);
        contoso.check();
    }

    @Test
    void redundant_directBesideGroup_isProvenAndRemovedWithoutLoss() {
        tenant.submit(ADMIN, give(user(1), OFFICE));
        tenant.submit(ADMIN, give(user(2), OFFICE));
        assertThat(tenant.redundantLicenses(ADMIN, PAGE).items()).isEmpty();
        tenant.submit(ADMIN, ASSIGN);
        List<RedundantLicense> found =
                tenant.redundantLicenses(ADMIN, PageRequest.first(1)).items();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).userId()).isEqualTo(user(1));
        assertThat(found.get(0).groups()).containsExactly(SALES);
        assertThat(found.get(0).groupPlans()).containsExactly(MAIL);
        List<RedundantLicense> all = tenant.redundantLicenses(ADMIN, PAGE).items();
        tenant.submit(ADMIN, new LicenseCommand.RemoveRedundantLicenses(all));
        assertThat(tenant.redundantLicenses(ADMIN, PAGE).items()).isEmpty();
        assertThat(tenant.user(ADMIN, user(1)).held()).hasSize(1);
        assertRefused(new LicenseCommand.RemoveRedundantLicenses(all), Refusal.NotRedundant.class);
        contoso.check();
    }

    @Test
    void group_withLicences_isNotRemoved() {
        tenant.submit(ADMIN, ASSIGN);
        assertRefused(new LicenseCommand.RemoveGroup(SALES), Refusal.HasLicenses.class);
        tenant.submit(ADMIN, new LicenseCommand.ChangeGroupLicenses(SALES, LicenseChange.remove(OFFICE)));
        tenant.submit(ADMIN, new LicenseCommand.RemoveGroup(SALES));
        assertThat(tenant.groups(ADMIN, "", PAGE).items()).isEmpty();
        contoso.check();
    }

    @Test
    void user_noSeatLeft_directLicenceIsRefusedWithItsViolation() {
        tenant.submit(ADMIN, new LicenseCommand.SetSubscription(Subscription.of(VISIO, 1)));
        tenant.submit(ADMIN, give(user(1), VISIO));
        assertRefused(give(user(2), VISIO), Refusal.Violated.class);
        assertThat(tenant.user(ADMIN, user(2)).states()).isEmpty();
        contoso.check();
    }

    @Test
    void group_productsSwapped_oneStepForEachUser() {
        tenant.submit(ADMIN, ASSIGN);
        Operation swap = tenant.submit(
                ADMIN,
                new LicenseCommand.ChangeGroupLicenses(
                        SALES, LicenseChange.set(License.of(VISIO)).andRemove(OFFICE)));
        assertThat(tenant.audit(ADMIN, AuditQuery.all().causedBy(swap.id()).of(Activity.CHANGE_USER_LICENSE), PAGE)
                        .items())
                .hasSize(4)
                .allMatch(it -> it.entry().changes().size() == 2);
        contoso.check();
    }

    @Test
    void holdingsAt_anyMoment_isWhatWasHeldThen() {
        Instant begin = contoso.clock.instant();
        tenant.submit(ADMIN, ASSIGN);
        contoso.clock.move(Duration.ofHours(1));
        tenant.submit(ADMIN, give(user(1), VISIO));
        contoso.clock.move(Duration.ofHours(1));
        tenant.submit(ADMIN, new LicenseCommand.ChangeGroupLicenses(SALES, LicenseChange.remove(OFFICE)));
        assertThat(tenant.holdingsAt(ADMIN, begin.minusNanos(1)).userCount()).isZero();
        assertThat(tenant.holdingsAt(ADMIN, begin).userCount()).isEqualTo(4);
        assertThat(tenant.holdingsAt(ADMIN, user(1), begin)).hasSize(1);
        assertThat(tenant.holdingsAt(ADMIN, user(1), begin.plus(Duration.ofHours(1))))
                .hasSize(2);
        assertThat(tenant.holdingsAt(ADMIN, begin.plus(Duration.ofHours(2))).userCount())
                .isEqualTo(1);
        assertThat(tenant.holdingsAt(ADMIN, begin.plus(Duration.ofHours(9))))
                .isEqualTo(StoreCheck.holdings(contoso.store, ID));
    }
}
