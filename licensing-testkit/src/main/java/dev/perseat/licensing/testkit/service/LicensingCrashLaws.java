package dev.perseat.licensing.testkit.service;

import static dev.perseat.licensing.testkit.service.StoreCheck.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.RequestId;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.CommandGenerator;
import dev.perseat.licensing.testkit.store.Fault;
import dev.perseat.licensing.testkit.store.FaultInjectingStore;
import dev.perseat.licensing.testkit.store.FaultSchedule;
import dev.perseat.licensing.testkit.store.StoreKilled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Wherever a service dies, before or after any commit, the next one goes on, and all comes to what it would have come to:
 * the same holdings, the same operations, and the same trail, times aside.
 *
 * <p>Runs over a quarter of {@code -Dperseat.histories} histories, which is 100 unless said otherwise, from {@code
 * -Dperseat.firstHistory}; in each of them every commit is a place to die.
 *
 * @since 0.1
 */
public abstract class LicensingCrashLaws implements LicensingUnderTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int TIMES = 6;

    /** To be extended. */
    protected LicensingCrashLaws() {}

    /** The service dies once. */
    @Test
    protected void crash_beforeAndAfterEveryCommit_changesNothing() {
        Histories.forEach(25, seed -> {
            Story story = story(seed);
            Outcome undisturbed = story.run(List.of());
            new StoreCheck(story.start, undisturbed.store).check();
            for (long commit = 1; commit <= undisturbed.commits; commit++) {
                for (Fault fault : List.of(Fault.KILLED_BEFORE, Fault.KILLED_AFTER)) {
                    checkSame(undisturbed, story.run(List.of(FaultSchedule.of(commit, fault))), fault + " " + commit);
                }
            }
        });
    }

    /** The service that goes on dies as well, at once or a little later. */
    @Test
    protected void crash_whileGoingOn_changesNothing() {
        Histories.forEach(8, seed -> {
            Story story = story(seed);
            Outcome undisturbed = story.run(List.of());
            for (long commit = 1; commit <= undisturbed.commits; commit++) {
                FaultSchedule first = FaultSchedule.of(commit, Fault.KILLED_AFTER);
                FaultSchedule second = FaultSchedule.of(1 + commit % 2, Fault.KILLED_AFTER);
                FaultSchedule third = FaultSchedule.of(1, Fault.KILLED_BEFORE);
                checkSame(undisturbed, story.run(List.of(first, second, third)), "three crashes from " + commit);
            }
        });
    }

    private Story story(long seed) {
        CalculationCase start = Histories.start(seed);
        return new Story(start, commands(start, seed), 1 + (int) (seed % 3));
    }

    /** Finds commands by having them done. */
    private List<LicenseCommand> commands(CalculationCase start, long seed) {
        SteppedClock clock = new SteppedClock(BEGIN);
        LicenseStore store = newStore(clock);
        List<LicenseCommand> commands = new ArrayList<>();
        try (Licensing licensing = licensing(store, ServiceOptions.inline(clock))) {
            licensing.create(ADMIN, start.snapshot(), start.holdings());
            Submitter submitter =
                    new Submitter(licensing.tenant(start.snapshot().tenant().id()), "found");
            CommandGenerator generator = CommandGenerator.of(seed);
            LogReader log = new LogReader(start.snapshot(), store);
            for (int time = 0; time < TIMES; time++) {
                log.readOn();
                for (LicenseCommand command : generator.nextCommands(log.snapshot(), log.version())) {
                    commands.add(command);
                    submitter.submit(command);
                }
            }
        }
        return commands;
    }

    private static void checkSame(Outcome expected, Outcome is, String where) {
        assertThat(is.crashes).as("crashes, %s", where).isPositive();
        assertThat(is.holdings()).as("holdings, %s", where).isEqualTo(expected.holdings());
        assertThat(is.trail()).as("trail, %s", where).isEqualTo(expected.trail());
        assertThat(is.operations()).as("operations, %s", where).isEqualTo(expected.operations());
    }

    /** A tenant and what is to be done, by services of which each may die. */
    private final class Story {
        private final CalculationCase start;
        private final List<LicenseCommand> commands;
        private final int batchSize;

        Story(CalculationCase start, List<LicenseCommand> commands, int batchSize) {
            this.start = start;
            this.commands = commands;
            this.batchSize = batchSize;
        }

        /** Has it done, each service dying as it is scheduled, and the last one not at all. */
        Outcome run(List<FaultSchedule> lives) {
            SteppedClock clock = new SteppedClock(BEGIN);
            LicenseStore right = newStore(clock);
            int done = -1;
            for (int life = 0; ; life++) {
                FaultSchedule schedule = life < lives.size() ? lives.get(life) : FaultSchedule.none();
                FaultInjectingStore store = new FaultInjectingStore(right, schedule);
                try (Licensing licensing = open(store, clock)) {
                    for (; done < commands.size(); done++) {
                        doOne(licensing, done);
                    }
                    return new Outcome(right, start.snapshot().tenant().id(), store.commits(), life);
                } catch (StoreKilled e) {
                    clock.move(LEASE.plusSeconds(1));
                }
            }
        }

        private Licensing open(LicenseStore store, SteppedClock clock) {
            return licensing(
                    store, ServiceOptions.inline(clock).batchSize(batchSize).leaseDuration(LEASE));
        }

        private void doOne(Licensing licensing, int number) {
            TenantId id = start.snapshot().tenant().id();
            if (number < 0) {
                if (!licensing.tenants().contains(id)) {
                    licensing.create(ADMIN, start.snapshot(), start.holdings());
                }
                return;
            }
            TenantLicensing tenant = licensing.tenant(id);
            try {
                tenant.submit(ADMIN, commands.get(number), RequestId.of("request-" + number));
            } catch (CommandRefusedException e) {
                assertThat(e.refusals()).isNotEmpty();
            }
        }
    }

    /** What it has come to. */
    private record Outcome(LicenseStore store, TenantId tenant, long commits, int crashes) {
        Holdings holdings() {
            return StoreCheck.holdings(store, tenant);
        }

        List<AuditEntry> trail() {
            return StoreCheck.trail(store, tenant).stream()
                    .map(AuditRecord::entry)
                    .map(it -> new AuditEntry(
                            BEGIN,
                            it.actorId(),
                            it.activity(),
                            it.target(),
                            it.refused(),
                            it.cause(),
                            it.changes(),
                            it.properties()))
                    .toList();
        }

        List<Operation> operations() {
            return store.operations(tenant, null, Integer.MAX_VALUE).stream()
                    .map(it -> new Operation(
                            it.id(),
                            it.activity(),
                            it.target(),
                            it.actorId(),
                            BEGIN,
                            it.status(),
                            it.startedAt() == null ? null : BEGIN,
                            it.finishedAt() == null ? null : BEGIN,
                            it.progress()))
                    .toList();
        }
    }
}
