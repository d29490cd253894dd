package dev.perseat.licensing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.PrepaidUnits;
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
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.StoredTenant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The rule S7 of {@link LicenseStore} as tests: a part of {@link LicenseStoreContract}.
 *
 * @since 0.1
 */
public abstract class StoreTenantRules extends StoreReadingRules {
    private static final ServicePlanId BOARD = ServicePlanId.of("BOARD");
    private static final SkuId VISIO = SkuId.of("VISIO");
    private static final SkuId NEW = SkuId.of("NEW");
    private static final UserId ALICE = UserId.of("alice");
    private static final UserId BOB = UserId.of("bob");
    private static final GroupId SALES = GroupId.of("sales");
    private static final GroupId STAFF = GroupId.of("staff");

    StoreTenantRules() {}

    /**
     * S7: whatever closes with a step is made to the tenant, as a snapshot makes it.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s07_closedTenant_isWhatTheChangesMake() throws Exception {
        overHistories(store(), "closed", (store, model) -> {
            try (StoredTenant tenant = store.open(model.id())) {
                model.checkTenant(tenant);
            }
        });
    }

    /**
     * S7: every kind of change, each in a step of its own, is made when its step is closed, and not before.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s07_everyKindOfChange_isMade() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        for (List<TenantChange> changes : everyKind()) {
            script.append(changes.toArray(new TenantChange[0]));
            script.check();
            script.closeAll();
            script.check();
        }
        assertThat(everyKind().stream()
                        .flatMap(List::stream)
                        .map(TenantChange::getClass)
                        .distinct())
                .as("kinds of change in this test")
                .hasSameSizeAs(TenantChange.class.getPermittedSubclasses());
    }

    /**
     * S7: steps that are closed together are made in order, and the open ones stay beside the tenant.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s07_stepsClosedTogether_areMadeInOrder() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        everyKind().forEach(changes -> script.append(changes.toArray(new TenantChange[0])));
        script.apply(script.batch(7));
        script.check();
        script.apply(script.batch(5));
        script.check();
        script.closeAll();
        script.check();
    }

    /**
     * S7: what the user holds is not the tenant's matter: it stays when the user is removed, until an entry takes it away.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s07_removedUser_holdsUntilAnEntrySaysOtherwise() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        OperationId first = OperationId.of(1);
        script.apply(script.batch(script.holds(first, "alice", "SUITE", "MAIL")));
        script.append(new TenantChange.UserRemoved(ALICE));
        script.closeAll();
        script.check();
        script.apply(script.batch(script.loses(OperationId.of(2), "alice", "SUITE")));
        script.check();
    }

    private static List<List<TenantChange>> everyKind() {
        return List.of(
                List.of(new TenantChange.TenantSet(
                        new Tenant(TenantId.of("contoso"), "Another name", UsageLocation.of("SE")))),
                List.of(new TenantChange.PolicySet(new LicensingPolicy(
                        LicensingPolicy.NestedGroups.TRANSITIVE,
                        LicensingPolicy.GroupFailure.PER_PRODUCT,
                        LicensingPolicy.MissingDependency.REJECT))),
                List.of(
                        new TenantChange.ServicePlanSet(board()),
                        new TenantChange.SkuSet(Sku.of(NEW, "new part", List.of(BOARD, ServicePlanId.of("MAIL"))))),
                List.of(new TenantChange.SubscriptionSet(
                        new Subscription(NEW, new PrepaidUnits(4, 3, 2, 1), CapabilityStatus.SUSPENDED))),
                List.of(new TenantChange.GroupSet(sales())),
                List.of(new TenantChange.UserSet(alice())),
                List.of(added(STAFF, SALES), added(SALES, SALES), added(SALES, STAFF)),
                List.of(new TenantChange.MembershipAdded(Membership.of(SALES, ALICE)), added(STAFF, SALES)),
                List.of(
                        new TenantChange.MembershipRemoved(Membership.of(SALES, BOB)),
                        new TenantChange.MembershipRemoved(Membership.of(SALES, STAFF)),
                        new TenantChange.MembershipRemoved(Membership.of(STAFF, BOB))),
                List.of(new TenantChange.UserRemoved(BOB), new TenantChange.UserRemoved(UserId.of("nobody"))),
                List.of(
                        new TenantChange.UserRemoved(ALICE),
                        new TenantChange.MembershipAdded(Membership.of(STAFF, ALICE)),
                        new TenantChange.UserSet(User.builder(ALICE).build())),
                List.of(new TenantChange.GroupRemoved(SALES), new TenantChange.GroupRemoved(SALES)),
                List.of(new TenantChange.SubscriptionRemoved(VISIO), new TenantChange.SkuRemoved(VISIO)),
                List.of(new TenantChange.SubscriptionRemoved(NEW)),
                List.of(
                        new TenantChange.ServicePlanRemoved(BOARD),
                        new TenantChange.SkuSet(Sku.of(NEW, "", List.of()))),
                List.of(
                        new TenantChange.SkuSet(Sku.of(VISIO, "V", List.of())),
                        new TenantChange.GroupSet(sales().withLicenses(List.of(License.of(VISIO), License.of(NEW))))),
                List.of(
                        new TenantChange.SkuRemoved(NEW),
                        new TenantChange.GroupRemoved(SALES),
                        new TenantChange.GroupSet(Group.of(SALES)),
                        new TenantChange.GroupRemoved(STAFF)));
    }

    private static TenantChange added(GroupId group, GroupId member) {
        return new TenantChange.MembershipAdded(Membership.of(group, member));
    }

    private static ServicePlan board() {
        return ServicePlan.builder(BOARD)
                .name("Board")
                .requires(PlanRequirement.anyOf(ServicePlanId.of("MAIL"), ServicePlanId.of("CHAT")))
                .requires(PlanRequirement.anyOf(ServicePlanId.of("CHAT")))
                .conflictsWith(List.of(ServicePlanId.of("DRAW")))
                .prohibitedIn(UsageLocation.of("CN"))
                .requiresUniqueProxyAddresses(true)
                .build();
    }

    /** Licences in another order than by id, which has to stay. */
    private static Group sales() {
        return new Group(
                SALES,
                "Sales",
                GroupKind.MICROSOFT_365,
                true,
                "user.department -eq \"Sales\"",
                Arrays.asList(License.of(VISIO), License.of(NEW, BOARD, ServicePlanId.of("MAIL"))));
    }

    private static User alice() {
        return User.builder(ALICE)
                .userPrincipalName("alice@contoso.example")
                .displayName("Alice")
                .usageLocation(UsageLocation.of("CH"))
                .accountEnabled(false)
                .proxyAddresses(List.of("z@contoso.example", "A@contoso.example"))
                .attribute("department", "Sales")
                .attribute("city", "")
                .directLicense(License.of(VISIO))
                .directLicense(License.of(NEW, BOARD))
                .build();
    }
}
