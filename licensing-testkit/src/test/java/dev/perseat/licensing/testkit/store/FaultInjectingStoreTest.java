package dev.perseat.licensing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FaultInjectingStoreTest {
    private final LicenseStore right = new InMemoryLicenseStore(new ManualClock());
    private final StoreScript script = StoreScript.begin(right, StoreTenants.small("contoso"));
    private final StepCommit step = script.step(List.of());
    private final BatchCommit batch = script.batch(script.holds(OperationId.of(1), "alice", "SUITE", "MAIL"));

    @Test
    void unavailable_storesNothing_andMayBeToldAgain() {
        FaultInjectingStore store = failingAt(1, Fault.UNAVAILABLE);
        StoreRules.assertFails(Reason.UNAVAILABLE, () -> store.append(step));
        assertThat(right.head(script.id()).version()).isEqualTo(1);
        store.append(step);
        assertThat(right.head(script.id()).version()).isEqualTo(2);
        assertThat(store.commits()).isEqualTo(2);
    }

    @Test
    void answerLost_storesEverything_andMayBeToldAgain() {
        FaultInjectingStore store = failingAt(1, Fault.ANSWER_LOST);
        StoreRules.assertFails(Reason.UNAVAILABLE, () -> store.append(step));
        assertThat(store.committed(script.id(), step.commitId())).contains(OperationId.of(2));
        store.append(step);
        assertThat(right.head(script.id()).version()).isEqualTo(2);
    }

    @Test
    void stale_isOfStepsOnly() {
        FaultInjectingStore store =
                new FaultInjectingStore(right, FaultSchedule.of(Map.of(1L, Fault.STALE, 2L, Fault.STALE)));
        StoreRules.assertFails(Reason.STALE, () -> store.append(step));
        store.apply(batch);
        assertThat(right.head(script.id()).version()).isEqualTo(1);
        assertThat(store.holdings(script.id(), List.of(UserId.of("alice")))).hasSize(1);
    }

    @Test
    void fenced_isOfBatchesOnly() {
        FaultInjectingStore store =
                new FaultInjectingStore(right, FaultSchedule.of(Map.of(1L, Fault.FENCED, 2L, Fault.FENCED)));
        StoreRules.assertFails(Reason.FENCED, () -> store.apply(batch));
        store.append(step);
        assertThat(right.holdings(script.id(), List.of(UserId.of("alice")))).isEmpty();
        assertThat(right.head(script.id()).version()).isEqualTo(2);
    }

    @Test
    void killedBefore_storesNothing() {
        FaultInjectingStore store = failingAt(1, Fault.KILLED_BEFORE);
        assertKilled(() -> store.append(step));
        assertThat(right.head(script.id()).version()).isEqualTo(1);
    }

    @Test
    void killedAfter_storesEverything() {
        FaultInjectingStore store = failingAt(1, Fault.KILLED_AFTER);
        assertKilled(() -> store.append(step));
        assertThat(right.head(script.id()).version()).isEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> killed_everyLaterCallDies() {
        FaultInjectingStore store = failingAt(1, Fault.KILLED_BEFORE);
        Lease lease = script.lease();
        StoredTenant opened = store.open(script.id());
        assertKilled(() -> store.append(step));
        List<ThrowingCallable> calls = List.of(
                store::tenants,
                () -> store.create(script.newTenant()),
                () -> store.head(script.id()),
                () -> store.open(script.id()),
                () -> store.steps(script.id(), 0, 1),
                () -> store.append(step),
                () -> store.apply(batch),
                () -> store.record(script.id(), CommitId.of("x"), List.of()),
                () -> store.committed(script.id(), CommitId.of("x")),
                () -> store.acquire(script.id(), "holder", StoreScript.LONG),
                () -> store.release(lease),
                () -> store.holdings(script.id(), List.of()),
                () -> store.operation(script.id(), OperationId.of(1)),
                () -> store.operations(script.id(), null, 1),
                () -> store.audit(script.id(), AuditQuery.all(), 0, 1),
                opened::head,
                opened::users,
                opened::postponed);
        assertThatCode(opened::close).doesNotThrowAnyException();
        assertThat(store.commits()).isEqualTo(1);
        return DynamicTest.stream(calls.stream(), call -> "call", FaultInjectingStoreTest::assertKilled);
    }

    @Test
    void hook_isCalledBeforeEachCommit_andMayPreventIt() {
        List<Long> numbers = new ArrayList<>();
        FaultInjectingStore store = new FaultInjectingStore(right, FaultSchedule.none(), number -> {
            numbers.add(number);
            if (number == 2) {
                throw new IllegalStateException("prevented");
            }
        });
        store.append(step);
        assertThatThrownBy(() -> store.apply(batch)).hasMessage("prevented");
        assertThat(numbers).containsExactly(1L, 2L);
        assertThat(right.holdings(script.id(), List.of(UserId.of("alice")))).isEmpty();
    }

    @Test
    void seeded_sameSeed_sameFaults_ofTheKindsNamed() {
        FaultSchedule schedule = FaultSchedule.seeded(7, 0.25, Fault.UNAVAILABLE, Fault.ANSWER_LOST);
        FaultSchedule again = FaultSchedule.seeded(7, 0.25, Fault.UNAVAILABLE, Fault.ANSWER_LOST);
        List<Optional<Fault>> faults =
                LongStream.rangeClosed(1, 4_000).mapToObj(schedule::at).toList();
        assertThat(faults)
                .isEqualTo(LongStream.rangeClosed(1, 4_000).mapToObj(again::at).toList());
        assertThat(new TreeSet<>(faults.stream().flatMap(Optional::stream).toList()))
                .containsExactly(Fault.UNAVAILABLE, Fault.ANSWER_LOST);
        assertThat(faults.stream().filter(Optional::isPresent).count()).isBetween(850L, 1_150L);
    }

    @Test
    void seeded_rateOfOne_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultSchedule.seeded(7, 1, Fault.UNAVAILABLE))
                .withMessageContaining("1.0");
    }

    @Test
    void refusing_userIsAcceptedOnceTakenOut() {
        Set<UserId> poisoned = new TreeSet<>(Set.of(UserId.of("alice")));
        LicenseStore store = new RefusingStore(right, RefusingStore.changesOf(poisoned));
        StoreRules.assertFails(Reason.REFUSED, () -> store.apply(batch));
        assertThat(right.holdings(script.id(), List.of(UserId.of("alice")))).isEmpty();
        poisoned.clear();
        store.apply(batch);
        assertThat(right.holdings(script.id(), List.of(UserId.of("alice")))).hasSize(1);
    }

    private FaultInjectingStore failingAt(long commit, Fault fault) {
        return new FaultInjectingStore(right, FaultSchedule.of(commit, fault));
    }

    private static void assertKilled(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(StoreKilled.class).hasMessageContaining("commit 1");
    }
}
