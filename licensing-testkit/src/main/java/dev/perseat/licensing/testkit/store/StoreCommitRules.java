package dev.perseat.licensing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Progress;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.NewTenant;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules S1 to S3 and S12 of {@link LicenseStore} as tests: a part of {@link LicenseStoreContract}.
 *
 * @since 0.1
 */
public abstract class StoreCommitRules extends StoreLeaseRules {
    private static final int COMMITS = 60;
    private static final List<UserId> PAIR = List.of(UserId.of("alice"), UserId.of("bob"));

    StoreCommitRules() {}

    /**
     * S1: of a commit that is refused, nothing is stored.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s01_refusedCommit_leavesNothing() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        script.append();
        Operation unknown = Operation.queued(
                OperationId.of(9),
                script.nextOperation().activity(),
                script.nextOperation().target(),
                StoreScript.ADMIN,
                script.tick());
        BatchCommit batch = script.batch(1, script.holds(OperationId.of(1), "alice", "SUITE", "MAIL"));
        StepCommit step = script.step(List.of());
        assertFails(Reason.REFUSED, () -> store.apply(with(batch, List.of(unknown), 1)));
        script.check();
        assertFails(Reason.REFUSED, () -> store.apply(with(batch, List.of(), 3)));
        script.check();
        assertFails(
                Reason.REFUSED,
                () -> store.append(new StepCommit(
                        step.commitId(),
                        step.tenantId(),
                        step.operation(),
                        List.of(),
                        "token",
                        List.of(unknown),
                        step.audit())));
        script.check();
        script.append(step);
        script.apply(batch);
        script.check();
    }

    private static BatchCommit with(BatchCommit batch, List<Operation> operations, long closedVersion) {
        return new BatchCommit(
                batch.commitId(), batch.lease(), batch.audit(), operations, batch.postponed(), closedVersion);
    }

    /**
     * S1: whoever reads while something is committed sees all of it or nothing.
     *
     * @throws Exception if the store cannot be made, or a thread fails
     */
    @Test
    public void s01_commit_isSeenAsAWhole() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        AtomicBoolean done = new AtomicBoolean();
        List<Callable<Integer>> tasks = new ArrayList<>();
        tasks.add(() -> {
            try {
                return commitPairs(script);
            } finally {
                done.set(true);
            }
        });
        tasks.add(() -> readUntil(done, () -> readOpen(store, script)));
        tasks.add(() -> readUntil(done, () -> readHoldings(store, script)));
        tasks.add(() -> readUntil(done, () -> readTrail(store, script)));
        Together.run(tasks);
        script.check();
    }

    /** Two users always hold the same, and the progress tells how often it was changed. */
    private static int commitPairs(StoreScript script) {
        OperationId first = OperationId.of(1);
        Operation operation = script.newTenant().operation().started(script.tick(), COMMITS);
        for (int i = 1; i <= COMMITS; i++) {
            BatchCommit batch = script.batch(
                    script.holds(first, "alice", "SUITE", "plan-" + i),
                    script.holds(first, "bob", "SUITE", "plan-" + i));
            operation = operation.with(new Progress(COMMITS, i, i, 0));
            script.apply(with(batch, List.of(operation), 0));
        }
        return COMMITS;
    }

    private static int readUntil(AtomicBoolean done, Runnable reading) {
        int readings = 0;
        do {
            reading.run();
            readings++;
        } while (!done.get());
        return readings;
    }

    private static void readOpen(LicenseStore store, StoreScript script) {
        try (StoredTenant tenant = store.open(script.id())) {
            Step step = tenant.openSteps().get(0);
            long commits = step.operation().progress().processed();
            assertThat(tenant.applied()).hasSize((int) commits * 2);
            List<StoredTenant.Holding> held = tenant.holdings().toList();
            assertThat(held).hasSize(commits == 0 ? 0 : 2);
            for (StoredTenant.Holding holding : held) {
                assertThat(holding.licenses().get(0).enabledPlans())
                        .containsExactly(ServicePlanId.of("plan-" + commits));
            }
        }
    }

    private static void readHoldings(LicenseStore store, StoreScript script) {
        SortedMap<UserId, List<HeldLicense>> held = store.holdings(script.id(), PAIR);
        assertThat(held.get(PAIR.get(0)))
                .as("held by one of two who always hold the same")
                .isEqualTo(held.get(PAIR.get(1)));
    }

    private static void readTrail(LicenseStore store, StoreScript script) {
        List<AuditRecord> trail = store.audit(script.id(), AuditQuery.all(), 0, 2 * COMMITS + 1);
        assertThat(trail.size() % 2).as("one entry, and two of each commit").isEqualTo(1);
    }

    /**
     * S2: every commit of a history told again at its end, the last one first, and then in order, changes nothing; though
     * the steps are stale, and the lease is another's by then.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s02_commitsToldAgain_changeNothing() throws Exception {
        LicenseStore store = store();
        for (long seed = 0; seed < 5; seed++) {
            StoreHistory history = new StoreHistory(store, "again-" + seed, seed).run(COMMITS);
            StoreScript script = history.script();
            store.release(script.lease());
            assertThat(store.acquire(script.id(), "second holder", StoreScript.LONG))
                    .isPresent();
            List<Consumer<LicenseStore>> told = new ArrayList<>(history.told());
            told.addAll(history.told());
            Collections.reverse(told.subList(0, COMMITS + 1));
            told.forEach(commit -> commit.accept(store));
            script.check();
        }
    }

    /**
     * S2: a commit told again at once changes nothing.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s02_commitToldTwice_isStoredOnce() throws Exception {
        LicenseStore store = store();
        StoreHistory history = new StoreHistory(store, "contoso", 1);
        for (int i = 0; i < COMMITS; i++) {
            history.next();
            history.told().get(history.told().size() - 1).accept(store);
        }
        history.model().check(store);
    }

    /**
     * S2: the same step told by several threads at once is stored once, and each of them succeeds.
     *
     * @throws Exception if the store cannot be made, or a thread fails
     */
    @Test
    public void s02_commitToldByThreadsAtOnce_isStoredOnce() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        for (int i = 0; i < 10; i++) {
            StepCommit step = script.step(List.of());
            Together.run(thread -> () -> tell(() -> store.append(step)));
            script.model().append(step);
            BatchCommit batch = script.batch(script.holds(step.operation().id(), "alice", "SUITE", "plan-" + i));
            Together.run(thread -> () -> tell(() -> store.apply(batch)));
            script.model().apply(batch);
            CommitId recorded = script.commitId();
            List<AuditEntry> refusal = List.of(script.refusal());
            Together.run(thread -> () -> tell(() -> store.record(script.id(), recorded, refusal)));
            script.model().record(recorded, refusal);
        }
        script.check();
    }

    /**
     * S2, S1: the same new tenant told by several threads at once is stored once.
     *
     * @throws Exception if the store cannot be made, or a thread fails
     */
    @Test
    public void s02_tenantToldByThreadsAtOnce_isStoredOnce() throws Exception {
        LicenseStore store = store();
        NewTenant tenant = StoreScript.newTenant(StoreTenants.small("contoso"));
        Together.run(thread -> () -> tell(() -> store.create(tenant)));
        assertThat(store.tenants()).containsExactly(tenant.snapshot().tenant().id());
        new StoreModel(tenant).check(store);
    }

    private static boolean tell(Runnable commit) {
        commit.run();
        return true;
    }

    /**
     * S3: a step that does not follow the last one is refused, and changes nothing, not even the token.
     *
     * @throws Exception if the store cannot be made
     */
    @Test
    public void s03_stepThatDoesNotFollow_isStale() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        script.append();
        script.append();
        for (long number : List.of(1L, 2L, 3L, 5L, 100L)) {
            StepCommit right = script.step(List.of());
            Operation operation = Operation.queued(
                    OperationId.of(number),
                    right.operation().activity(),
                    right.operation().target(),
                    StoreScript.ADMIN,
                    right.operation().requestedAt());
            StepCommit wrong = new StepCommit(
                    right.commitId(), right.tenantId(), operation, List.of(), "lost", List.of(), right.audit());
            assertFails(Reason.STALE, () -> store.append(wrong));
            assertThat(store.committed(script.id(), wrong.commitId())).isEmpty();
            script.check();
        }
        script.append();
        script.check();
    }

    /**
     * S3: of steps with the same number told by several threads at once, one is stored, and the others are told so.
     *
     * @throws Exception if the store cannot be made, or a thread fails
     */
    @Test
    public void s03_stepsOfThreads_areStoredOneByOne() throws Exception {
        LicenseStore store = store();
        StoreScript script = StoreScript.begin(store, StoreTenants.small("contoso"));
        for (int i = 0; i < 20; i++) {
            List<StepCommit> steps = Stream.generate(() -> script.step(List.of()))
                    .limit(Together.THREADS)
                    .toList();
            List<Boolean> stored = Together.run(thread -> () -> isStored(store, steps.get(thread)));
            assertThat(stored).containsOnlyOnce(true);
            script.model().append(steps.get(stored.indexOf(true)));
        }
        script.check();
    }

    private static boolean isStored(LicenseStore store, StepCommit step) {
        try {
            store.append(step);
            return true;
        } catch (LicenseStoreException e) {
            assertThat(e.reason()).isEqualTo(Reason.STALE);
            return false;
        }
    }

    /**
     * S12: several threads, each with a tenant of its own, do not disturb each other.
     *
     * @throws Exception if the store cannot be made, or a thread fails
     */
    @Test
    public void s12_threads_doNotDisturbEachOther() throws Exception {
        LicenseStore store = store();
        List<StoreHistory> histories =
                Together.run(thread -> () -> new StoreHistory(store, "thread-" + thread, thread).run(COMMITS));
        for (StoreHistory history : histories) {
            history.model().check(store);
        }
        assertThat(store.tenants()).isSorted().hasSize(Together.THREADS);
    }
}
