package dev.perseat.licensing.testkit.service;

import static dev.perseat.licensing.testkit.service.StoreCheck.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.CommandGenerator;
import dev.perseat.licensing.testkit.store.Fault;
import dev.perseat.licensing.testkit.store.FaultInjectingStore;
import dev.perseat.licensing.testkit.store.FaultSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Whatever commands and changes of the directory come, in one thread or several, to one service or several on one store,
 * however often the store fails: when every operation has ended, store, trail and service agree with the calculator.
 *
 * <p>Runs over {@code -Dperseat.histories} histories, 100 unless said otherwise, from {@code -Dperseat.firstHistory}.
 *
 * @since 0.1
 */
public abstract class LicensingHistoryLaws implements LicensingUnderTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MOST_TIMES = 12;

    /** To be extended. */
    protected LicensingHistoryLaws() {}

    /**
     * Says how long an operation may take to end, at most; a failure takes as long.
     *
     * @return a minute, unless overridden
     */
    protected Duration patience() {
        return Duration.ofMinutes(1);
    }

    /** One thread, and a store that never fails: each command is previewed first. */
    @Test
    protected void commands_oneAfterTheOther_comeToTheLawAndDoWhatTheirPreviewSays() {
        Histories.forEach(100, seed -> {
            CalculationCase start = Histories.start(seed);
            SteppedClock clock = new SteppedClock(BEGIN);
            LicenseStore store = newStore(clock);
            try (Licensing licensing =
                    licensing(store, ServiceOptions.inline(clock).batchSize(1 + (int) (seed % 3)))) {
                licensing.create(ADMIN, start.snapshot(), start.holdings());
                TenantLicensing tenant =
                        licensing.tenant(start.snapshot().tenant().id());
                PreviewCheck check = new PreviewCheck(start, store, tenant);
                CommandGenerator generator = CommandGenerator.of(seed);
                LogReader log = new LogReader(start.snapshot(), store);
                for (int time = 0; time < MOST_TIMES; time++) {
                    log.readOn();
                    generator.nextCommands(log.snapshot(), log.version()).forEach(check::submit);
                }
                check(start, store, tenant);
            }
            checkAfresh(start, store, clock);
        });
    }

    /** One thread, and a store that fails in every way that it may. */
    @Test
    protected void commands_storeFails_comeToTheLaw() {
        Histories.forEach(100, seed -> {
            FaultSchedule faults =
                    FaultSchedule.seeded(seed, 0.25, Fault.UNAVAILABLE, Fault.ANSWER_LOST, Fault.STALE, Fault.FENCED);
            run(seed, new Crew(1, 1, faults));
        });
    }

    /** Several threads ask one service, the store fails now and then. */
    @Test
    protected void commands_severalThreads_comeToTheLaw() {
        Histories.forEach(60, seed -> {
            FaultSchedule faults = FaultSchedule.seeded(
                    seed, seed % 2 * 0.1, Fault.UNAVAILABLE, Fault.ANSWER_LOST, Fault.STALE, Fault.FENCED);
            run(seed, new Crew(1, 2 + (int) (seed % 3), faults));
        });
    }

    /** Two services have the same store. */
    @Test
    protected void commands_twoServicesRace_comeToTheLaw() {
        Histories.forEach(60, seed -> run(seed, new Crew(2, 1 + (int) (seed % 2), FaultSchedule.none())));
    }

    /** Four services have the same store, which fails now and then. */
    @Test
    protected void commands_fourServicesRace_comeToTheLaw() {
        Histories.forEach(40, seed -> {
            FaultSchedule faults = FaultSchedule.seeded(seed, seed % 2 * 0.05, Fault.UNAVAILABLE, Fault.ANSWER_LOST);
            run(seed, new Crew(4, 1, faults));
        });
    }

    /**
     * Who gives commands.
     *
     * @param services how many services there are
     * @param threads how many threads ask each of them
     * @param faults how the store fails; the others have a store that does not
     */
    private record Crew(int services, int threads, FaultSchedule faults) {}

    private void run(long seed, Crew crew) {
        CalculationCase start = Histories.start(seed);
        SteppedClock clock = new SteppedClock(BEGIN);
        LicenseStore store = newStore(clock);
        ExecutorService threads = Executors.newFixedThreadPool(crew.services() * crew.threads() + 2);
        List<Licensing> services = new ArrayList<>();
        try {
            ServiceOptions options = ServiceOptions.inline(clock)
                    .executor(threads)
                    .attempts(crew.services() * crew.threads() == 1 ? 2 : 20)
                    .leaseDuration(Duration.ofDays(1))
                    .batchSize(1 + new SplittableRandom(seed).nextInt(3));
            for (int k = 0; k < crew.services(); k++) {
                services.add(licensing(new FaultInjectingStore(store, crew.faults()), options));
            }
            create(services.get(0), start);
            List<Submitter> submitters = submitAll(seed, crew, services, threads, start, store);
            TenantId id = start.snapshot().tenant().id();
            awaitAll(services.get(services.size() - 1).tenant(id), store, id);
            submitters.forEach(it -> checkStored(it.accepted(), store, id));
            check(start, store, services.get(0).tenant(id));
        } finally {
            services.forEach(Licensing::close);
            threads.shutdownNow();
        }
        checkAfresh(start, store, clock);
    }

    private static void create(Licensing licensing, CalculationCase start) {
        TenantId id = start.snapshot().tenant().id();
        while (!licensing.tenants().contains(id)) {
            try {
                licensing.create(ADMIN, start.snapshot(), start.holdings());
            } catch (LicenseStoreException e) {
                assertThat(e.reason()).isEqualTo(LicenseStoreException.Reason.UNAVAILABLE);
            }
        }
    }

    private static List<Submitter> submitAll(
            long seed,
            Crew crew,
            List<Licensing> services,
            ExecutorService threads,
            CalculationCase start,
            LicenseStore store) {
        List<Submitter> submitters = new ArrayList<>();
        List<Future<?>> running = new ArrayList<>();
        TenantId id = start.snapshot().tenant().id();
        int count = crew.services() * crew.threads();
        for (int k = 0; k < count; k++) {
            Submitter submitter =
                    new Submitter(services.get(k % crew.services()).tenant(id), "thread-" + k);
            submitters.add(submitter);
            CommandGenerator generator = CommandGenerator.of(seed * 10 + k);
            running.add(threads.submit(
                    () -> submitter.submitAll(generator, start.snapshot(), store, Math.max(3, MOST_TIMES / count))));
        }
        running.forEach(LicensingHistoryLaws::join);
        return submitters;
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a thread failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitAll(TenantLicensing tenant, LicenseStore store, TenantId id) {
        try {
            for (Operation operation : store.operations(id, null, Integer.MAX_VALUE)) {
                Operation ended = tenant.await(operation.id(), patience());
                assertThat(ended.status().isEnded()).as("%s has ended", ended).isTrue();
            }
            awaitClosed(tenant, store, id);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * When the last operation has ended, steps may be left to close: a service that lost an answer goes once more through
     * changes that were left out because they take each other back. Waiting for an operation has it go on.
     */
    private void awaitClosed(TenantLicensing tenant, LicenseStore store, TenantId id) throws InterruptedException {
        long begin = System.nanoTime();
        Head head = store.head(id);
        while (head.closedVersion() < head.version()
                && System.nanoTime() - begin < patience().toNanos()) {
            tenant.await(OperationId.of(head.version()), Duration.ZERO);
            Thread.onSpinWait();
            head = store.head(id);
        }
    }

    /** What was accepted is in the log, under the number that was told, and nothing else has that number. */
    private static void checkStored(List<Operation> accepted, LicenseStore store, TenantId id) {
        for (Operation operation : accepted) {
            assertThat(store.operation(id, operation.id()))
                    .hasValueSatisfying(it -> assertThat(
                                    Operation.queued(it.id(), it.activity(), it.target(), ADMIN, it.requestedAt()))
                            .as("what is stored as %s", operation.id())
                            .isEqualTo(Operation.queued(
                                    operation.id(),
                                    operation.activity(),
                                    operation.target(),
                                    ADMIN,
                                    operation.requestedAt())));
        }
        assertThat(accepted).as("operations accepted").extracting(Operation::id).doesNotHaveDuplicates();
    }

    private static void check(CalculationCase start, LicenseStore store, TenantLicensing tenant) {
        StoreCheck check = new StoreCheck(start, store);
        check.check();
        check.checkLooks(tenant);
    }

    /** Another service, which knows only what is stored, tells the same, and finds nothing left to do. */
    private void checkAfresh(CalculationCase start, LicenseStore store, SteppedClock clock) {
        TenantId id = start.snapshot().tenant().id();
        int entries = StoreCheck.trail(store, id).size();
        clock.move(Duration.ofDays(2));
        try (Licensing licensing = licensing(store, ServiceOptions.inline(clock))) {
            new StoreCheck(start, store).checkLooks(licensing.tenant(id));
        }
        assertThat(StoreCheck.trail(store, id)).as("entries of the trail").hasSize(entries);
    }
}
