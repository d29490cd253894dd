package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
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
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.NewTenant;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** A tenant with something in every table and of every kind, told to a store, and all that the store then says of it. */
final class SmallWorld {
    static final TenantId ID = TenantId.of("contoso");

    private static final Instant TIME = Instant.parse("2026-11-25T08:30:00.123456Z");
    private static final Actor ADMIN = Actor.of("admin@contoso", Role.GLOBAL_ADMINISTRATOR);
    private static final ServicePlanId MAIL = ServicePlanId.of("mail");
    private static final ServicePlanId ARCHIVE = ServicePlanId.of("archive");
    private static final SkuId SUITE = SkuId.of("suite");
    private static final GroupId SALES = GroupId.of("sales");
    private static final GroupId STAFF = GroupId.of("staff");
    private static final UserId ANN = UserId.of("ann");
    private static final UserId BOB = UserId.of("bob \uD83D\uDE00 \u00E9");
    private static final UserId LONG = UserId.of("\u4E16".repeat(1_024));

    private SmallWorld() {}

    static TenantSnapshot snapshot() {
        return TenantSnapshot.builder(new Tenant(ID, "Contoso", UsageLocation.of("NO")))
                .servicePlan(ServicePlan.builder(MAIL)
                        .prohibitedIn(UsageLocation.of("CU"))
                        .build())
                .servicePlan(ServicePlan.builder(ARCHIVE)
                        .requires(PlanRequirement.anyOf(MAIL))
                        .build())
                .sku(Sku.of(SUITE, "SUITE", List.of(MAIL, ARCHIVE)))
                .subscription(Subscription.of(SUITE, 25))
                .group(Group.of(SALES).withLicenses(List.of(License.of(SUITE, ARCHIVE))))
                .group(Group.of(STAFF))
                .user(User.builder(ANN)
                        .usageLocation(UsageLocation.of("SE"))
                        .attribute("city", "Oslo\u0000")
                        .build())
                .user(User.builder(BOB)
                        .directLicense(License.of(SUITE))
                        .proxyAddresses(List.of("bob@x"))
                        .build())
                .user(User.builder(LONG).build())
                .member(SALES, ANN)
                .member(STAFF, SALES)
                .member(STAFF, LONG)
                .build();
    }

    static void tell(LicenseStore store) {
        Holdings holdings = Holdings.builder()
                .add(BOB, held(AssignmentSource.direct(), MAIL, ARCHIVE))
                .add(LONG, held(AssignmentSource.group(STAFF), MAIL))
                .build();
        Operation imported = operation(1, Activity.IMPORT_TENANT, Target.tenant());
        store.create(new NewTenant(CommitId.of("create"), snapshot(), holdings, "token-1", imported));
        append(
                store,
                operation(2, Activity.SET_GROUP_LICENSE, Target.of(SALES)),
                List.of(
                        new TenantChange.GroupSet(Group.of(SALES).withLicenses(List.of(License.of(SUITE)))),
                        new TenantChange.SubscriptionSet(Subscription.of(SUITE, 30))),
                null);
        Lease lease = store.acquire(ID, "node-1", Duration.ofSeconds(30)).orElseThrow();
        Operation done = imported.started(TIME, 2).ended(OperationStatus.COMPLETED, TIME.plusSeconds(1));
        UserChange ann = new UserChange(ANN, List.of(added(AssignmentSource.group(SALES), MAIL)));
        UserChange bob = new UserChange(BOB, List.of(added(AssignmentSource.group(SALES), MAIL, ARCHIVE)));
        store.apply(new BatchCommit(
                CommitId.of("batch-1"),
                lease,
                List.of(AuditEntry.of(TIME, OperationId.of(1), ann)),
                List.of(done),
                List.of(new PostponedChange(OperationId.of(1), bob, "no room")),
                2));
        store.release(lease);
        append(
                store,
                operation(3, Activity.CHANGE_DIRECTORY, Target.tenant()),
                List.of(
                        new TenantChange.UserRemoved(LONG),
                        new TenantChange.MembershipAdded(Membership.of(SALES, BOB)),
                        new TenantChange.MembershipRemoved(Membership.of(STAFF, SALES))),
                "token-2");
        store.record(
                ID,
                CommitId.of("refused"),
                List.of(AuditEntry.refused(
                        TIME.plusSeconds(9), ADMIN, Activity.SET_USER_LICENSE, Target.of(ANN), "not allowed")));
    }

    private static void append(LicenseStore store, Operation operation, List<TenantChange> changes, String token) {
        AuditEntry entry = AuditEntry.of(
                TIME,
                ADMIN.id(),
                operation.activity(),
                operation,
                List.of(new ModifiedProperty("licenses", "", "suite")));
        store.append(new StepCommit(
                CommitId.of("step-" + operation.id()), ID, operation, changes, token, List.of(), List.of(entry)));
    }

    private static Operation operation(long number, Activity activity, Target target) {
        return Operation.queued(OperationId.of(number), activity, target, ADMIN, TIME.plusSeconds(number));
    }

    private static HeldLicense held(AssignmentSource source, ServicePlanId... plans) {
        return HeldLicense.of(source, SUITE, List.of(plans));
    }

    private static HoldingChange added(AssignmentSource source, ServicePlanId... plans) {
        return new HoldingChange(source, SUITE, null, new TreeSet<>(List.of(plans)));
    }

    /** Everything that a store says of the tenant. */
    static List<Object> view(LicenseStore store) {
        List<Object> view = new ArrayList<>(List.of(store.tenants(), store.head(ID), store.steps(ID, 0, 99)));
        view.add(store.audit(ID, AuditQuery.all(), 0, 99));
        view.add(store.holdings(ID, List.of(ANN, BOB, LONG)));
        view.add(store.committed(ID, CommitId.of("step-op-3")));
        try (StoredTenant tenant = store.open(ID)) {
            view.addAll(List.of(tenant.head(), tenant.tenant(), tenant.policy(), tenant.servicePlans(), tenant.skus()));
            view.addAll(List.of(
                    tenant.subscriptions(),
                    tenant.groups().toList(),
                    tenant.users().toList()));
            view.add(tenant.memberships()
                    .sorted(Comparator.comparing(Membership::toString))
                    .toList());
            view.addAll(List.of(
                    tenant.holdings().toList(),
                    tenant.openSteps(),
                    tenant.applied().toList()));
            view.add(tenant.postponed());
        }
        return view;
    }
}
