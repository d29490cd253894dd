package dev.perseat.licensing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The rules S1 to S15 of {@link LicenseStore} as tests, whose names begin with the rule; {@code page} and {@code query} begin
 * those of what the methods themselves promise. A subclass says how a store is made, how it is opened again, and how its
 * clock is moved. S13, what a commit costs, cannot be seen from here.
 *
 * <p>Much is tested over generated histories: after each commit, the store has to say what a plain model says.
 *
 * @since 0.1
 */
public abstract class LicenseStoreContract extends StoreTenantRules {
    private static final OperationId FIRST = OperationId.of(1);

    /** For subclasses. */
    protected LicenseStoreContract() {}

    /**
     * S11: every text of a tenant is read as it was told, from the log and from the tenant, or its step is refused.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s11_textsOfTheTenant_areKeptOrRefused() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        for (Map.Entry<String, Function<String, TenantChange>> place :
                StoreTexts.places().entrySet()) {
            for (String text : StoreTexts.odd()) {
                StepCommit step = script.step(List.of(place.getValue().apply(text)));
                keptOrRefused(script, place.getKey(), text, () -> script.append(step));
                script.closeAll();
                lookAtTenant(store, script, place.getKey(), text);
            }
        }
        script.check();
    }

    private static void lookAtTenant(LicenseStore store, StoreScript script, String place, String text) {
        try (StoredTenant tenant = store.open(script.id())) {
            script.model().checkTenant(tenant);
        } catch (AssertionError e) {
            throw new AssertionError(place + " '" + StoreTexts.escaped(text) + "': " + e.getMessage(), e);
        }
    }

    /**
     * S11: every text of the trail, of a token, and of a postponed change is read as it was told, or its commit is refused.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s11_textsOfCommits_areKeptOrRefused() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        for (String text : StoreTexts.odd()) {
            keptOrRefused(script, "actor", text, () -> script.record(List.of(entry(text, "name", "old", "new"))));
            keptOrRefused(script, "property", text, () -> script.record(List.of(entry("actor", text, "old", "new"))));
            keptOrRefused(script, "old value", text, () -> script.record(List.of(entry("actor", "name", text, "new"))));
            keptOrRefused(script, "new value", text, () -> script.record(List.of(entry("actor", "name", "old", text))));
            keptOrRefused(script, "reason", text, () -> script.apply(postponing(script, text)));
            keptOrRefused(script, "token", text, () -> script.append(withToken(script.step(List.of()), text)));
            script.check();
        }
    }

    private static void keptOrRefused(StoreScript script, String place, String text, Runnable commit) {
        try {
            commit.run();
        } catch (LicenseStoreException e) {
            assertThat(e.reason())
                    .as("%s '%s'", place, StoreTexts.escaped(text))
                    .isEqualTo(Reason.REFUSED);
            script.check();
        }
    }

    private static AuditEntry entry(String actor, String name, String oldValue, String newValue) {
        List<ModifiedProperty> properties = List.of(new ModifiedProperty(name, oldValue, newValue));
        return new AuditEntry(
                StoreScript.BEGIN, actor, Activity.SET_POLICY, Target.tenant(), true, null, List.of(), properties);
    }

    private static BatchCommit postponing(StoreScript script, String reason) {
        AuditEntry entry = script.holds(FIRST, "bob", "VISIO", "DRAW");
        BatchCommit plain = script.batch();
        return new BatchCommit(
                plain.commitId(),
                plain.lease(),
                List.of(),
                List.of(),
                List.of(new PostponedChange(FIRST, new UserChange(UserId.of("bob"), entry.changes()), reason)),
                plain.closedVersion());
    }

    private static StepCommit withToken(StepCommit step, String token) {
        return new StepCommit(
                step.commitId(), step.tenantId(), step.operation(), step.changes(), token, List.of(), step.audit());
    }

    /**
     * S11: ids that differ by case, blanks or code units are different, and everything that is sorted by id is sorted by
     * code units.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s11_ids_areOrderedByCodeUnits() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, withIds(StoreTenants.small("contoso")));
        List<AuditEntry> entries = new ArrayList<>();
        for (String id : StoreTexts.ids()) {
            entries.add(script.holds(FIRST, id, "SUITE", "MAIL"));
        }
        script.apply(script.batch(entries.toArray(new AuditEntry[0])));
        script.check();
        for (String id : StoreTexts.ids()) {
            AuditQuery query = AuditQuery.all().about(Target.of(UserId.of(id)));
            assertThat(store.audit(script.id(), query, 0, 9))
                    .as(StoreTexts.escaped(id))
                    .hasSize(1);
            assertThat(store.holdings(script.id(), List.of(UserId.of(id)))).containsOnlyKeys(UserId.of(id));
            script.append(new TenantChange.UserRemoved(UserId.of(id)), new TenantChange.GroupRemoved(GroupId.of(id)));
            script.closeAll();
            lookAtTenant(store, script, "id", id);
        }
        script.check();
    }

    private static TenantSnapshot withIds(TenantSnapshot snapshot) {
        TenantSnapshot.Builder builder = snapshot.toBuilder();
        for (String id : StoreTexts.ids()) {
            builder.user(User.builder(UserId.of(id)).build()).group(Group.of(GroupId.of(id)));
            builder.member(GroupId.of(id), UserId.of(id)).member(GroupId.of(id), GroupId.of("sales"));
        }
        return builder.build();
    }

    /**
     * S11: tenants, too, are compared and ordered by code units.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s11_tenants_areOrderedByCodeUnits() throws Exception {
        LicenseStore store = store();
        List<TenantId> ids = StoreTexts.ids().stream().map(TenantId::of).toList();
        ids.forEach(id -> StoreScript.begin(store, StoreTenants.small(id.value())));
        assertThat(store.tenants()).isEqualTo(ids.stream().sorted().toList());
    }

    /**
     * S15: a time is read as it was told, or cut off behind the microsecond.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s15_times_areNeverRoundedUp() throws Exception {
        LicenseStore store = store();
        TenantId id = StoreScript.begin(store, StoreTenants.small("contoso")).id();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("Contoso"));
        List<Instant> times = List.of(
                Instant.parse("2026-12-31T23:59:59.999999999Z"),
                Instant.parse("2026-03-01T00:00:00.000000999Z"),
                Instant.parse("2026-03-29T01:30:00.123456Z"),
                Instant.parse("2026-10-25T00:30:00.123456789Z"),
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                Instant.EPOCH);
        for (Instant time : times) {
            AuditEntry entry = new AuditEntry(
                    time, "actor", Activity.SET_POLICY, Target.tenant(), true, null, List.of(), List.of());
            long last = store.audit(id, AuditQuery.all(), 0, 99).size();
            store.record(id, script.commitId(), List.of(entry));
            List<AuditRecord> read = store.audit(id, AuditQuery.all(), last, 9);
            assertKept(time, read.get(0).entry().at());
            assertOperation(store, id, time);
        }
    }

    private static void assertOperation(LicenseStore store, TenantId id, Instant time) {
        OperationId next = OperationId.of(store.head(id).version() + 1);
        Operation operation = Operation.queued(next, Activity.SET_POLICY, Target.tenant(), StoreScript.ADMIN, time)
                .started(time, 1)
                .ended(OperationStatus.CANCELLED, time);
        store.append(new StepCommit(CommitId.of("s-" + next), id, operation, List.of(), null, List.of(), List.of()));
        Operation read = store.operation(id, next).orElseThrow();
        assertKept(time, read.requestedAt());
        assertKept(time, read.startedAt());
        assertKept(time, read.finishedAt());
    }

    private static void assertKept(Instant time, @Nullable Instant read) {
        assertThat(read).isNotNull();
        assertThat(Duration.between(read, time)).isBetween(Duration.ZERO, Duration.ofNanos(999));
    }
}
