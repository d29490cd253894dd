package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.NewTenant;
import dev.perseat.licensing.store.StepCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Commits to one tenant of a store, one after the other, and beside it the {@link StoreModel} of what the store has to say
 * after them. The ids of commits are the same in every script.
 */
final class StoreScript {
    static final Actor ADMIN = Actor.of("admin@contoso.example", Role.LICENSE_ADMINISTRATOR);
    static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00.123456Z");
    static final Duration LONG = Duration.ofHours(1);

    private final LicenseStore store;
    private final NewTenant newTenant;
    private final StoreModel model;
    private int commits;
    private Instant now = BEGIN;

    private StoreScript(LicenseStore store, TenantSnapshot snapshot, Holdings holdings) {
        this.store = store;
        this.newTenant = newTenant(snapshot, holdings);
        this.model = new StoreModel(newTenant);
    }

    /** Creates a tenant in which nobody holds anything. */
    static StoreScript begin(LicenseStore store, TenantSnapshot snapshot) {
        return begin(store, snapshot, Holdings.empty());
    }

    static StoreScript begin(LicenseStore store, TenantSnapshot snapshot, Holdings holdings) {
        StoreScript script = new StoreScript(store, snapshot, holdings);
        store.create(script.newTenant);
        return script;
    }

    /** A tenant in which nobody holds anything; not committed yet. */
    static NewTenant newTenant(TenantSnapshot snapshot) {
        return newTenant(snapshot, Holdings.empty());
    }

    private static NewTenant newTenant(TenantSnapshot snapshot, Holdings holdings) {
        Operation operation =
                Operation.queued(OperationId.of(1), Activity.IMPORT_TENANT, Target.tenant(), ADMIN, BEGIN);
        return new NewTenant(CommitId.of("create"), snapshot, holdings, "token-0", operation);
    }

    TenantId id() {
        return model.id();
    }

    StoreModel model() {
        return model;
    }

    /** What the tenant was created with. */
    NewTenant newTenant() {
        return newTenant;
    }

    /** A moment later than all before. */
    Instant tick() {
        now = now.plusNanos(1_000_001_000);
        return now;
    }

    CommitId commitId() {
        commits++;
        return CommitId.of("c-" + commits);
    }

    Lease lease() {
        return store.acquire(id(), "first holder", LONG).orElseThrow();
    }

    Operation nextOperation() {
        OperationId id = OperationId.of(model.head().version() + 1);
        return Operation.queued(id, Activity.CHANGE_DIRECTORY, Target.of(GroupId.of("sales")), ADMIN, tick());
    }

    /** The next step, with one entry of the trail; not committed yet. */
    StepCommit step(List<TenantChange> changes) {
        Operation operation = nextOperation();
        AuditEntry entry = AuditEntry.of(tick(), ADMIN.id(), Activity.CHANGE_DIRECTORY, operation, List.of());
        return new StepCommit(commitId(), id(), operation, changes, null, List.of(), List.of(entry));
    }

    /** A part of the effect that closes nothing; not committed yet. */
    BatchCommit batch(AuditEntry... entries) {
        return batch(model.head().closedVersion(), entries);
    }

    BatchCommit batch(long closedVersion, AuditEntry... entries) {
        return new BatchCommit(commitId(), lease(), Arrays.asList(entries), List.of(), List.of(), closedVersion);
    }

    StepCommit append(TenantChange... changes) {
        return append(step(List.of(changes)));
    }

    StepCommit append(StepCommit commit) {
        store.append(commit);
        model.append(commit);
        return commit;
    }

    BatchCommit apply(BatchCommit commit) {
        store.apply(commit);
        model.apply(commit);
        return commit;
    }

    /** Closes all steps. */
    void closeAll() {
        apply(batch(model.head().version()));
    }

    CommitId record(List<AuditEntry> entries) {
        CommitId commitId = commitId();
        store.record(id(), commitId, entries);
        model.record(commitId, entries);
        return commitId;
    }

    AuditEntry refusal() {
        return AuditEntry.refused(
                tick(), ADMIN, Activity.SET_GROUP_LICENSE, Target.of(GroupId.of("sales")), "the role is missing");
    }

    /** An entry by which a user holds a SKU directly with these plans, whatever it was before. */
    AuditEntry holds(OperationId cause, String user, String sku, String... plans) {
        SortedSet<ServicePlanId> after = new TreeSet<>();
        Arrays.stream(plans).forEach(plan -> after.add(ServicePlanId.of(plan)));
        return changed(cause, user, new HoldingChange(direct(), SkuId.of(sku), before(user, sku), after));
    }

    /** An entry by which a user does not hold a SKU directly any more. */
    AuditEntry loses(OperationId cause, String user, String sku) {
        return changed(cause, user, new HoldingChange(direct(), SkuId.of(sku), before(user, sku), null));
    }

    private AuditEntry changed(OperationId cause, String user, HoldingChange change) {
        return AuditEntry.of(tick(), cause, new UserChange(UserId.of(user), List.of(change)));
    }

    private static AssignmentSource direct() {
        return AssignmentSource.direct();
    }

    private @Nullable SortedSet<ServicePlanId> before(String user, String sku) {
        return model.held(UserId.of(user)).stream()
                .filter(it -> it.source().isDirect() && it.skuId().value().equals(sku))
                .map(HeldLicense::enabledPlans)
                .findFirst()
                .orElse(null);
    }

    void check() {
        model.check(store);
    }
}
