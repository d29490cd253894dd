package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.AccessDeniedException;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.StepCommit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one command into the log: it is decided on the log as it is, and added as the next step; if somebody else was
 * faster, the store says so, and it is decided again. Or it is refused, and only that is stored.
 */
final class Submission {
    /** So often in a row somebody else is faster only if the store is broken. */
    private static final int MOST_ATTEMPTS = 10_000;

    private static final String REASON = "reason";

    /** Keeps the commits of refusals apart from those of requests. */
    private static final String REFUSAL = "refused-";

    private final ServiceSettings settings;
    private final LicenseStore store;
    private final TenantId tenant;
    private final Actor actor;
    private final LicenseCommand command;
    private final CommitId id;

    /** Whether the request may have been submitted before. */
    private final boolean repeated;

    private final Synchronization.@Nullable Fetched fetched;

    /**
     * Begins.
     *
     * @param requested the id of the request, or null if it has none
     * @param fetched what the command goes back to if it tells what was fetched from a directory, or null
     */
    Submission(
            ServiceSettings settings,
            TenantId tenant,
            Actor actor,
            LicenseCommand command,
            @Nullable CommitId requested,
            Synchronization.@Nullable Fetched fetched) {
        this.settings = settings;
        this.tenant = tenant;
        this.actor = actor;
        this.command = command;
        this.fetched = fetched;
        store = settings.store();
        repeated = requested != null;
        id = requested == null ? settings.commitIds().get() : requested;
    }

    void requirePermission() {
        if (!settings.accessPolicy().permits(actor, tenant, command.permission())) {
            String reason = "no permission " + command.permission();
            refuse(AuditEntry.refused(now(), actor, command.activity(), command.target(), reason));
            throw new AccessDeniedException(actor, tenant, command.permission());
        }
    }

    /**
     * Adds the step, and returns its operation, or that of an earlier attempt; or nothing, if somebody else has taken in
     * meanwhile what was fetched.
     *
     * @param latest reads the log to its end
     * @param operations reads an operation from the store
     */
    Optional<Operation> append(Supplier<TenantReplica> latest, Function<OperationId, Operation> operations) {
        for (int attempt = 1; ; attempt++) {
            TenantReplica current = latest.get();
            // A store that lost its answer may have called the next attempt stale.
            Optional<Operation> earlier = repeated || attempt > 1 ? earlier() : Optional.empty();
            if (earlier.isPresent() || isOutdated(current)) {
                return earlier;
            }
            StepCommit commit = commit(decide(current, operations), current.knownVersion() + 1);
            try {
                settings.retry().run(() -> store.append(commit));
                return Optional.of(commit.operation());
            } catch (LicenseStoreException e) {
                if (e.reason() == Reason.REFUSED) {
                    throw refused(List.of(new Refusal.NotStorable(String.valueOf(e.getMessage()))));
                } else if (e.reason() != Reason.STALE || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private boolean isOutdated(TenantReplica current) {
        return fetched != null && fetched.next() != null && !Objects.equals(fetched.since(), current.directoryToken);
    }

    private Plan decide(TenantReplica current, Function<OperationId, Operation> operations) {
        Plan plan = new CommandPlanner(current, settings.calculator(), operations, now()).plan(command);
        if (plan.isRefused()) {
            throw refused(plan.refusals());
        }
        return plan;
    }

    private Optional<Operation> earlier() {
        return settings.retry().call(() -> store.committed(tenant, id).flatMap(it -> store.operation(tenant, it)));
    }

    private StepCommit commit(Plan plan, long number) {
        Instant now = now();
        Operation operation = Operation.queued(OperationId.of(number), command.activity(), plan.target(), actor, now);
        AuditEntry entry = AuditEntry.of(now, actor.id(), command.activity(), operation, plan.properties());
        String token = fetched == null ? null : fetched.next();
        return new StepCommit(id, tenant, operation, plan.changes(), token, plan.cancelled(), List.of(entry));
    }

    private CommandRefusedException refused(List<Refusal> refusals) {
        List<ModifiedProperty> reasons = refusals.stream()
                .map(refusal -> new ModifiedProperty(REASON, "", refusal.message()))
                .toList();
        refuse(new AuditEntry(now(), actor.id(), command.activity(), command.target(), true, null, List.of(), reasons));
        return new CommandRefusedException(command.activity(), refusals);
    }

    /** Records a refusal, once for each request; a request that was refused may be accepted another time. */
    private void refuse(AuditEntry entry) {
        CommitId commitId = CommitId.of(REFUSAL + id);
        settings.retry().run(() -> store.record(tenant, commitId, List.of(entry)));
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
