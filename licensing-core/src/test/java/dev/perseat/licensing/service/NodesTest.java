package dev.perseat.licensing.service;

import static dev.perseat.licensing.service.Contoso.ADMIN;
import static dev.perseat.licensing.service.Contoso.ASSIGN;
import static dev.perseat.licensing.service.Contoso.ID;
import static dev.perseat.licensing.service.Contoso.OFFICE;
import static dev.perseat.licensing.service.Contoso.VISIO;
import static dev.perseat.licensing.service.Contoso.assign;
import static dev.perseat.licensing.service.Contoso.give;
import static dev.perseat.licensing.service.Contoso.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.testkit.service.StoreCheck;
import dev.perseat.licensing.testkit.store.Fault;
import dev.perseat.licensing.testkit.store.FaultInjectingStore;
import dev.perseat.licensing.testkit.store.FaultSchedule;
import dev.perseat.licensing.testkit.store.StoreKilled;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Several services, or one after the other, on one store: leases, takeovers and clocks. */
class NodesTest {
    private static final int USERS = 7;
    private static final OperationId ASSIGNMENT = OperationId.of(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Contoso contoso = new Contoso(USERS);

    @Test
    void close_workLeft_isGoneOnWithByTheNext() {
        Licensing first = contoso.open(contoso.manual());
        TenantLicensing tenant = contoso.created(first);
        tenant.submit(ADMIN, ASSIGN);
        first.close();
        first.close();
        contoso.executor.runAll();
        assertThat(contoso.written()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> first.tenant(ID));
        contoso.open(contoso.inline()).close();
        assertThat(contoso.written()).hasSize(USERS);
        contoso.check();
    }

    @Test
    void close_whileABatchIsOnItsWay_endsAfterIt() {
        Licensing[] licensing = new Licensing[1];
        LicenseStore store = HookedStore.beforeBatch(contoso.store, batch -> {
            if (batch == 3) {
                licensing[0].close();
            }
        });
        licensing[0] = contoso.open(store, contoso.manual());
        contoso.created(licensing[0]).submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        assertThat(contoso.written()).hasSize(4);
        contoso.open(contoso.inline()).close();
        contoso.check();
    }

    @Test
    void submit_leaseHeldByADeadNode_takenOverWhenItHasRunOut() throws InterruptedException {
        LicenseStore mortal = new FaultInjectingStore(contoso.store, FaultSchedule.of(4, Fault.KILLED_AFTER));
        TenantLicensing dying = contoso.created(contoso.open(mortal, contoso.inline()));
        assertThat(catchThrowable(() -> dying.submit(ADMIN, ASSIGN))).isInstanceOf(StoreKilled.class);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Licensing heir = contoso.open(contoso.manual().executor(threads))) {
            OperationId later =
                    heir.tenant(ID).submit(ADMIN, give(user(1), VISIO)).id();
            assertThat(heir.tenant(ID).await(later, Duration.ofMillis(20)).status())
                    .isEqualTo(OperationStatus.QUEUED);
            contoso.clock.move(Duration.ofSeconds(31));
            assertThat(heir.tenant(ID).await(ASSIGNMENT, PATIENCE).status()).isEqualTo(OperationStatus.COMPLETED);
            assertThat(heir.tenant(ID).await(later, PATIENCE).status()).isEqualTo(OperationStatus.COMPLETED);
        } finally {
            threads.shutdown();
        }
        contoso.check();
    }

    @Test
    void await_whatADeadNodeHasBegun_isFinishedHere() throws InterruptedException, ExecutionException {
        LicenseStore mortal = new FaultInjectingStore(contoso.store, FaultSchedule.of(4, Fault.KILLED_AFTER));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Licensing heir = contoso.open(contoso.manual().executor(thread))) {
            thread.submit(() -> {}).get(); // It has looked for what is left undone, and there is nothing yet.
            TenantLicensing dying = contoso.created(contoso.open(mortal, contoso.inline()));
            assertThat(catchThrowable(() -> dying.submit(ADMIN, ASSIGN))).isInstanceOf(StoreKilled.class);
            contoso.clock.move(Duration.ofSeconds(31));
            assertThat(heir.tenant(ID).await(ASSIGNMENT, PATIENCE).status()).isEqualTo(OperationStatus.COMPLETED);
        } finally {
            thread.shutdown();
        }
        contoso.check();
    }

    @Test
    void await_processedElsewhere_seesTheEnd() throws InterruptedException {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.manual()));
        ManualExecutor never = new ManualExecutor();
        try (Licensing other = contoso.open(contoso.manual().executor(never))) {
            Operation accepted = tenant.submit(ADMIN, ASSIGN);
            TenantLicensing there = other.tenant(ID);
            assertThat(there.await(accepted.id(), Duration.ZERO).status()).isEqualTo(OperationStatus.QUEUED);
            assertThat(there.await(accepted.id(), Duration.ofMillis(5)).status())
                    .isEqualTo(OperationStatus.QUEUED);
            contoso.executor.runAll();
            assertThat(there.await(accepted.id(), Duration.ofSeconds(Long.MAX_VALUE))
                            .status())
                    .isEqualTo(OperationStatus.COMPLETED);
        }
    }

    @Test
    void process_leaseLostBetweenTwoBatches_nothingIsWrittenTwice() {
        LicenseStore store = HookedStore.afterBatch(contoso.store, batch -> {
            if (batch == 2) {
                contoso.clock.move(Duration.ofDays(1));
                LicenseStore mortal = new FaultInjectingStore(contoso.store, FaultSchedule.of(1, Fault.KILLED_AFTER));
                assertThat(catchThrowable(() -> contoso.open(mortal, contoso.inline())))
                        .isInstanceOf(StoreKilled.class);
                contoso.clock.move(Duration.ofDays(1));
            }
        });
        TenantLicensing tenant = contoso.created(contoso.open(store, contoso.manual()));
        tenant.submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        assertThat(tenant.operation(ADMIN, ASSIGNMENT).status()).isEqualTo(OperationStatus.COMPLETED);
        contoso.check();
    }

    @Test
    void process_dies_isGoneOnWithWhenSomethingElseIsAsked() {
        boolean[] dies = {true};
        LicenseStore store = HookedStore.beforeBatch(contoso.store, batch -> {
            if (batch == 3 && dies[0]) {
                dies[0] = false;
                throw new StackOverflowError("as planned");
            }
        });
        TenantLicensing tenant = contoso.created(contoso.open(store, contoso.manual()));
        tenant.submit(ADMIN, ASSIGN);
        assertThat(catchThrowable(contoso.executor::runAll)).isInstanceOf(StackOverflowError.class);
        tenant.submit(ADMIN, give(user(1), VISIO));
        contoso.executor.runAll();
        assertThat(tenant.operation(ADMIN, ASSIGNMENT).status()).isEqualTo(OperationStatus.COMPLETED);
        contoso.check();
    }

    @Test
    void process_leaseLostWhileABatchIsOnItsWay_nothingIsWrittenTwice() throws InterruptedException {
        LicenseStore store = HookedStore.beforeBatch(contoso.store, batch -> {
            if (batch == 3) {
                contoso.finishElsewhere();
            }
        });
        TenantLicensing tenant = contoso.created(contoso.open(store, contoso.inline()));
        tenant.submit(ADMIN, ASSIGN);
        tenant.await(ASSIGNMENT, PATIENCE);
        contoso.check();
    }

    @Test
    void process_longerThanALease_renewsItInTime() {
        LicenseStore store = HookedStore.afterBatch(contoso.store, batch -> contoso.clock.move(Duration.ofSeconds(11)));
        Licensing licensing = contoso.open(store, contoso.manual().batchSize(1));
        TenantLicensing tenant = contoso.created(licensing);
        tenant.submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        assertThat(tenant.operation(ADMIN, ASSIGNMENT).status()).isEqualTo(OperationStatus.COMPLETED);
        contoso.check();
    }

    @Test
    void submit_answerLostForGood_stepIsProcessedNevertheless() {
        LicenseStore store = new FaultInjectingStore(contoso.store, FaultSchedule.of(3, Fault.ANSWER_LOST));
        TenantLicensing tenant =
                contoso.created(contoso.open(store, contoso.manual().attempts(1)));
        assertThat(catchThrowable(() -> tenant.submit(ADMIN, ASSIGN))).isInstanceOf(LicenseStoreException.class);
        contoso.executor.runAll();
        assertThat(tenant.operation(ADMIN, ASSIGNMENT).status()).isEqualTo(OperationStatus.COMPLETED);
        contoso.check();
    }

    @Test
    void submit_answerLostAndThenStale_isStoredOnce() {
        LicenseStore store = new FaultInjectingStore(
                contoso.store, FaultSchedule.of(Map.of(3L, Fault.ANSWER_LOST, 4L, Fault.STALE)));
        TenantLicensing tenant = contoso.created(contoso.open(store, contoso.manual()));
        assertThat(tenant.submit(ADMIN, ASSIGN).id()).isEqualTo(ASSIGNMENT);
        contoso.executor.runAll();
        contoso.check();
    }

    @Test
    void holdingsAt_clocksOfNodesDiffer_everyMomentIsAnswered() {
        Instant begin = contoso.clock.instant();
        TenantLicensing tenant = contoso.created(contoso.open(contoso.inline()));
        contoso.clock.move(Duration.ofHours(1));
        tenant.submit(ADMIN, give(user(1), OFFICE));
        contoso.clock.move(Duration.ofMinutes(-30));
        tenant.submit(ADMIN, new LicenseCommand.ChangeUserLicenses(user(1), LicenseChange.remove(OFFICE)));
        tenant.submit(ADMIN, assign(VISIO));
        for (int minutes = 0; minutes <= 120; minutes += 15) {
            Instant at = begin.plus(Duration.ofMinutes(minutes));
            assertThat(tenant.holdingsAt(ADMIN, at).of(user(1))).isEqualTo(tenant.holdingsAt(ADMIN, user(1), at));
        }
        assertThat(tenant.holdingsAt(ADMIN, begin.plus(Duration.ofHours(2))))
                .isEqualTo(StoreCheck.holdings(contoso.store, ID));
        contoso.check();
    }

    @Test
    void submit_clockGoesBack_elapsedIsNotNegative() {
        LicenseStore store = HookedStore.afterBatch(contoso.store, batch -> contoso.clock.move(Duration.ofSeconds(-7)));
        TenantLicensing tenant = contoso.created(contoso.open(store, contoso.manual()));
        tenant.submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        Operation ended = tenant.operation(ADMIN, ASSIGNMENT);
        assertThat(ended.elapsed(contoso.clock.instant())).isEqualTo(Duration.ZERO);
        tenant.submit(ADMIN, new LicenseCommand.ReprocessUser(user(1)));
        contoso.executor.runAll();
        contoso.check();
    }
}
