package dev.perseat.licensing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.NewTenant;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules S5, S6, S8, S10 and S14 of {@link LicenseStore} as tests, and what its pages and queries give: a part of {@link
 * LicenseStoreContract}.
 *
 * @since 0.1
 */
public abstract class StoreReadingRules extends StoreCommitRules {
    private static final int HISTORIES = 12;
    private static final int COMMITS = 25;
    private static final int MOST_USERS = 1_000;
    private static final OperationId FIRST = OperationId.of(1);

    StoreReadingRules() {}

    /** A store that is not the one under test. */
    private static LicenseStore another() {
        return new InMemoryLicenseStore(Clock.fixed(StoreScript.BEGIN, ZoneOffset.UTC));
    }

    /** Runs generated histories, each in a tenant of its own, and looks at what is stored after each commit. */
    static void overHistories(LicenseStore store, String name, BiConsumer<LicenseStore, StoreModel> look) {
        for (long seed = 0; seed < HISTORIES; seed++) {
            StoreHistory history = new StoreHistory(store, name + "-" + seed, seed);
            for (int i = 0; i < COMMITS; i++) {
                look(store, history, look, seed + ", commit " + i);
                history.next();
            }
            look(store, history, look, seed + " at its end");
        }
    }

    private static void look(
            LicenseStore store, StoreHistory history, BiConsumer<LicenseStore, StoreModel> look, String where) {
        try {
            look.accept(store, history.model());
        } catch (AssertionError e) {
            throw new AssertionError("history of seed " + where + ": " + e.getMessage(), e);
        }
    }

    /**
     * Pages: steps and operations are told in order, each once, as they are now, whatever the size of the pages.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void page_stepsAndOperations_areToldInOrder() throws Exception {
        overHistories(store(), "log", (store, model) -> {
            model.checkHead(store);
            model.checkLog(store);
        });
    }

    /**
     * Pages: none is longer than wanted, and behind the last one nothing comes.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void page_isNeverLongerThanWanted() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        IntStream.range(0, 4).forEach(any -> script.append());
        TenantId id = script.id();
        assertThat(store.steps(id, 2, 2)).isEqualTo(script.model().log().subList(2, 4));
        assertThat(store.steps(id, 5, 1)).isEmpty();
        assertThat(store.steps(id, Long.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
        assertThat(store.operations(id, OperationId.of(4), 2))
                .extracting(it -> it.id().number())
                .containsExactly(3L, 2L);
        assertThat(store.operations(id, OperationId.of(Long.MAX_VALUE), Integer.MAX_VALUE))
                .hasSize(5);
        assertThat(store.operations(id, FIRST, 1)).isEmpty();
        assertThat(store.operation(id, OperationId.of(6))).isEmpty();
        assertThat(store.audit(id, AuditQuery.all(), 1, 2))
                .isEqualTo(script.model().trail().subList(1, 3));
        assertThat(store.audit(id, AuditQuery.all(), Long.MAX_VALUE, Integer.MAX_VALUE))
                .isEmpty();
    }

    /**
     * S5: the trail has the entries in the order in which they were committed, numbered from 1.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s05_trail_isNumberedAsCommitted() throws Exception {
        overHistories(store(), "trail", (store, model) -> model.checkTrail(store));
    }

    /**
     * S5: entries that several threads commit at once are numbered without gaps, those of one commit one after the other.
     *
     * @throws Exception if the store cannot be made, or a thread fails
     */
    @Test
    public void s05_trailOfThreads_hasNoGaps() throws Exception {
        LicenseStore store = store();
        TenantId id = StoreScript.begin(store, StoreTenants.small("contoso")).id();
        int commits = 25;
        Together.run(thread -> () -> {
            for (int i = 0; i < commits; i++) {
                store.record(id, CommitId.of("t-" + thread + "-" + i), threeEntries("actor-" + thread + "-" + i));
            }
            return thread;
        });
        List<AuditRecord> trail = store.audit(id, AuditQuery.all(), 1, Integer.MAX_VALUE);
        assertThat(trail.stream().map(AuditRecord::sequence))
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 1 + 3L * Together.THREADS * commits)
                        .boxed()
                        .toList());
        for (int i = 0; i < trail.size(); i += 3) {
            assertThat(trail.subList(i, i + 3).stream().map(AuditRecord::entry))
                    .containsExactlyElementsOf(threeEntries(trail.get(i).entry().actorId()));
        }
    }

    private static List<AuditEntry> threeEntries(String actor) {
        return IntStream.range(0, 3)
                .mapToObj(i -> new AuditEntry(
                        StoreScript.BEGIN.plusSeconds(i),
                        actor,
                        Activity.SET_POLICY,
                        Target.tenant(),
                        true,
                        null,
                        List.of(),
                        List.of()))
                .toList();
    }

    /**
     * Queries: each condition, alone and with another, finds the entries that meet it, in order.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void query_findsWhatMeetsEveryCondition() throws Exception {
        LicenseStore store = store();
        for (long seed = 0; seed < 4; seed++) {
            StoreHistory history = new StoreHistory(store, "query-" + seed, seed);
            history.script().record(StoreQueries.entries(history.script()));
            StoreModel model = history.run(2 * COMMITS).model();
            for (AuditQuery query : StoreQueries.all(model)) {
                assertThat(model.found(store, query))
                        .as("%s", query)
                        .isEqualTo(model.trail().stream()
                                .filter(it -> query.matches(it.entry()))
                                .toList());
            }
        }
    }

    /**
     * S6: what is held is what replaying the trail gives.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s06_holdings_areTheTrailReplayed() throws Exception {
        overHistories(store(), "held", (store, model) -> {
            model.checkHoldings(store);
            try (StoredTenant tenant = store.open(model.id())) {
                model.checkHoldings(tenant);
            }
        });
    }

    /**
     * S6: an entry changes what the user holds, whatever it came with, and nothing of what others hold.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s06_entryOfAStep_changesWhatIsHeld() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        script.apply(script.batch(
                script.holds(FIRST, "alice", "SUITE", "MAIL"), script.holds(FIRST, "bob", "VISIO", "DRAW")));
        StepCommit step = script.step(List.of());
        List<AuditEntry> entries = new ArrayList<>(step.audit());
        entries.add(script.loses(step.operation().id(), "alice", "SUITE"));
        script.append(new StepCommit(
                step.commitId(), step.tenantId(), step.operation(), List.of(), null, List.of(), entries));
        script.check();
        assertThat(store.holdings(script.id(), List.of(UserId.of("alice"), UserId.of("bob"))))
                .containsOnlyKeys(UserId.of("bob"));
    }

    /**
     * S6: an entry with changes cannot be only recorded, since it would not be made to what is held.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s06_entryThatIsOnlyRecorded_hasNoChanges() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        AuditEntry entry = script.holds(FIRST, "alice", "SUITE", "MAIL");
        assertFails(Reason.REFUSED, () -> store.record(script.id(), script.commitId(), List.of(entry)));
        script.check();
    }

    /**
     * S6: a postponed change is kept until an entry of the same operation and user comes, or a later one takes its place.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s06_postponedChange_endsWithItsEntry() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        OperationId second = script.append().operation().id();
        postpone(script, second, "bob", "first reason");
        postpone(script, FIRST, "bob", "first reason");
        postpone(script, FIRST, "alice", "first reason");
        postpone(script, FIRST, "bob", "second reason");
        script.check();
        script.closeAll();
        script.check();
        script.apply(script.batch(script.holds(FIRST, "bob", "SUITE", "MAIL")));
        script.check();
        try (StoredTenant tenant = store.open(script.id())) {
            assertThat(tenant.postponed()).hasSize(2);
        }
    }

    private static void postpone(StoreScript script, OperationId cause, String user, String reason) {
        AuditEntry entry = script.holds(cause, user, "VISIO", "DRAW");
        PostponedChange postponed =
                new PostponedChange(cause, new UserChange(UserId.of(user), entry.changes()), reason);
        BatchCommit plain = script.batch();
        script.apply(new BatchCommit(
                plain.commitId(), plain.lease(), List.of(), List.of(), List.of(postponed), plain.closedVersion()));
    }

    /**
     * Holdings: of as many users as may be asked for at once, those who hold something are told, by id.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void page_holdingsOfManyUsers_areToldById() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        List<AuditEntry> entries = new ArrayList<>();
        List<UserId> users = new ArrayList<>();
        for (int i = MOST_USERS; i > 0; i--) {
            users.add(UserId.of("user-" + i));
            if (i % 2 == 0) {
                entries.add(script.holds(FIRST, "user-" + i, "SUITE", "MAIL"));
            }
        }
        script.apply(script.batch(entries.toArray(new AuditEntry[0])));
        assertThat(new ArrayList<>(store.holdings(script.id(), users).keySet()))
                .isEqualTo(users.stream()
                        .filter(user -> !script.model().held(user).isEmpty())
                        .sorted()
                        .toList());
        assertThat(store.holdings(script.id(), List.of())).isEmpty();
        List<HeldLicense> held = script.model().held(UserId.of("user-2"));
        assertThat(store.holdings(script.id(), List.of(UserId.of("user-1"), UserId.of("user-2"), UserId.of("user-2"))))
                .containsOnlyKeys(UserId.of("user-2"))
                .containsValue(held);
    }

    /**
     * S8: what is opened stays one moment, whatever is committed while it is read.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s08_opened_staysOneMoment() throws Exception {
        LicenseStore store = store();
        for (long seed = 0; seed < HISTORIES; seed++) {
            StoreHistory history = new StoreHistory(store, "moment-" + seed, seed).run(COMMITS);
            StoreHistory twin = new StoreHistory(another(), "moment-" + seed, seed).run(COMMITS);
            try (StoredTenant tenant = store.open(history.script().id())) {
                assertThat(tenant.head()).isEqualTo(twin.model().head());
                history.run(COMMITS);
                history.script().closeAll();
                twin.model().check(tenant);
                history.run(2);
                twin.model().check(tenant);
            }
            history.model().check(store);
        }
    }

    /**
     * S8: a stream of what is opened can be given up, closing twice is harmless, and nothing runs out by it.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s08_opened_canBeGivenUp() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        for (int i = 0; i < 300; i++) {
            StoredTenant tenant = store.open(script.id());
            readFirst(tenant);
            tenant.close();
        }
        script.check();
    }

    /** Closes the stream before its end, and then the tenant. */
    private static void readFirst(StoredTenant opened) {
        try (StoredTenant tenant = opened;
                Stream<?> users = tenant.users()) {
            Iterator<?> first = users.iterator();
            assertThat(first.hasNext()).isTrue();
        }
    }

    /**
     * S10: two tenants with the same ids everywhere, of users, operations and commits, are two.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s10_tenants_areKeptApart() throws Exception {
        LicenseStore store = store();
        StoreHistory one = new StoreHistory(store, "contoso", 3);
        StoreHistory other = new StoreHistory(store, "Contoso", 4);
        for (int i = 0; i < COMMITS; i++) {
            one.next();
            one.model().check(store);
            other.model().check(store);
            other.next();
        }
        one.model().check(store);
        other.model().check(store);
    }

    /**
     * S10: the lease of one tenant says nothing of another.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s10_leases_areKeptApart() throws Exception {
        LicenseStore store = store();
        StoreScript one = StoreScript.begin(store, StoreTenants.small("contoso"));
        StoreScript other = StoreScript.begin(store, StoreTenants.small("Contoso"));
        store.release(store.acquire(one.id(), "third holder", StoreScript.LONG).orElseThrow());
        Lease lease = store.acquire(one.id(), "second holder", StoreScript.LONG).orElseThrow();
        assertThat(store.acquire(other.id(), "fourth holder", StoreScript.LONG)).isPresent();
        store.release(new Lease(other.id(), lease.holder(), lease.token(), lease.until()));
        assertThat(store.acquire(one.id(), "fifth holder", StoreScript.LONG)).isEmpty();
    }

    /**
     * S14: a tenant that is not there is unknown to every method.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s14_unknownTenant_isSaidByEveryMethod() throws Exception {
        LicenseStore store = store();
        assertThat(store.tenants()).isEmpty();
        StoreScript.begin(store, StoreTenants.small("contoso"));
        StoreScript elsewhere = StoreScript.begin(another(), StoreTenants.small("elsewhere"));
        TenantId id = elsewhere.id();
        Lease lease = new Lease(id, "holder", 1, Instant.MAX);
        BatchCommit batch = elsewhere.batch();
        StepCommit step = elsewhere.step(List.of());
        assertFails(Reason.UNKNOWN_TENANT, () -> store.head(id));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.open(id).close());
        assertFails(Reason.UNKNOWN_TENANT, () -> store.steps(id, 0, 1));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.append(step));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.apply(batch));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.record(id, elsewhere.commitId(), List.of()));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.committed(id, CommitId.of("create")));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.acquire(id, "holder", StoreScript.LONG));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.release(lease));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.holdings(id, List.of(UserId.of("alice"))));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.holdings(id, List.of()));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.operation(id, FIRST));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.operations(id, null, 1));
        assertFails(Reason.UNKNOWN_TENANT, () -> store.audit(id, AuditQuery.all(), 0, 1));
        assertThat(store.tenants()).containsExactly(TenantId.of("contoso"));
    }

    /**
     * S14: a tenant that is there is not created anew, and stays as it is.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s14_tenantThatExists_staysAsItIs() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        NewTenant again = new NewTenant(
                CommitId.of("another"),
                StoreTenants.renamed(StoreTenants.small("other"), "contoso"),
                script.model().holdings(),
                null,
                script.newTenant().operation());
        script.append();
        assertFails(Reason.TENANT_EXISTS, () -> store.create(again));
        script.check();
        assertThat(store.tenants()).containsExactly(script.id());
    }

    /**
     * A store that is reopened has everything.
     *
     * @throws Exception if the store cannot be made or reopened
     */
    @Test
    public void s01_reopenedStore_hasEverything() throws Exception {
        LicenseStore store = store();
        StoreModel model =
                new StoreHistory(store, "contoso", 7).run(2 * COMMITS).model();
        model.check(store);
        model.check(reopened(store));
    }
}
