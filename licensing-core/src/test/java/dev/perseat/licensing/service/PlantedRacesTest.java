package dev.perseat.licensing.service;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.testkit.service.LicensingHistoryLaws;
import dev.perseat.licensing.testkit.service.ServiceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The laws of several services on one store would notice a store that lets them race. */
class PlantedRacesTest {
    /** The laws over another store, to be run by hand; not a test of its own, so that no engine finds it. */
    private static final class LawsOver extends LicensingHistoryLaws implements InMemoryLicensing {
        private final HookedStore.Hook wrong;

        LawsOver(HookedStore.Hook wrong) {
            this.wrong = wrong;
        }

        @Override
        public LicenseStore newStore(Clock clock) {
            return HookedStore.of(InMemoryLicensing.super.newStore(clock), wrong);
        }

        @Override
        public Licensing licensing(LicenseStore store, ServiceOptions options) {
            return InMemoryLicensing.super.licensing(store, options);
        }

        /** Where a step is lost, its operation never ends. */
        @Override
        protected Duration patience() {
            return Duration.ofSeconds(2);
        }

        void race() {
            commands_twoServicesRace_comeToTheLaw();
        }
    }

    /** Which step a command was decided after does not matter: it gets the next number. */
    private static Object ignoreVersion(LicenseStore right, String method, Object[] arguments, HookedStore.Call call)
            throws Throwable {
        while (true) {
            try {
                return call.run();
            } catch (LicenseStoreException e) {
                if (e.reason() != LicenseStoreException.Reason.STALE || !(arguments[0] instanceof StepCommit commit)) {
                    throw e;
                }
                Head head = right.head(commit.tenantId());
                arguments[0] = renumbered(commit, head.version() + 1);
            }
        }
    }

    private static StepCommit renumbered(StepCommit commit, long number) {
        Operation it = commit.operation();
        Operation operation = new Operation(
                OperationId.of(number),
                it.activity(),
                it.target(),
                it.actorId(),
                it.requestedAt(),
                it.status(),
                it.startedAt(),
                it.finishedAt(),
                it.progress());
        return new StepCommit(
                commit.commitId(),
                commit.tenantId(),
                operation,
                commit.changes(),
                commit.directoryToken(),
                commit.cancelled(),
                commit.audit());
    }

    /** Whoever asks has the lease, and whatever lease is shown is good. */
    private static Object ignoreFencing(LicenseStore right, String method, Object[] arguments, HookedStore.Call call)
            throws Throwable {
        if (method.equals("acquire")) {
            return Optional.of(new Lease((TenantId) arguments[0], (String) arguments[1], Long.MAX_VALUE, Instant.MAX));
        }
        return method.equals("release") ? null : call.run();
    }

    @Test
    void race_storeIgnoresTheVersion_isNoticed() {
        assertThatThrownBy(() -> new LawsOver(PlantedRacesTest::ignoreVersion).race())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void race_storeIgnoresFencing_isNoticed() {
        assertThatThrownBy(() -> new LawsOver(PlantedRacesTest::ignoreFencing).race())
                .isInstanceOf(AssertionError.class);
    }
}
