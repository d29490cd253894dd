package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.PostponedChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the next batch. Steps with few users left come first, by number, so that somebody's direct licence does not wait
 * for a group of a million; what room is left goes to the oldest of the others. A batch brings its users up to date: what
 * earlier and later open steps have decided for them is written with it, in the order of the steps. So the steps may be
 * processed out of turn, and still each user sees them in order.
 *
 * <p>What is chosen follows from the replica alone. After a crash it is the same, as long as everything before is stored.
 */
final class BatchPlanner {
    private final TenantReplica replica;
    private final int limit;
    private final Instant now;
    private final Function<Collection<UserId>, SortedMap<UserId, List<HeldLicense>>> stored;

    private final Map<Long, Integer> positions = new TreeMap<>();
    private final Set<Long> begun = new TreeSet<>();
    private final List<AuditEntry> changes = new ArrayList<>();
    private final List<Batch.Nothing> nothing = new ArrayList<>();
    private final List<PostponedChange> postponed = new ArrayList<>();

    /** By user the steps that want it verified. */
    private final Map<UserId, OpenStep> toVerify = new LinkedHashMap<>();

    /**
     * Begins to plan.
     *
     * @param limit the most users that the batch may have
     * @param now the time that entries get
     * @param stored reads what users hold in the store
     */
    BatchPlanner(
            TenantReplica replica,
            int limit,
            Instant now,
            Function<Collection<UserId>, SortedMap<UserId, List<HeldLicense>>> stored) {
        this.replica = replica;
        this.limit = limit;
        this.now = now;
        this.stored = stored;
    }

    /** Returns the next batch, or null if there is nothing to do. */
    @Nullable
    Batch plan() {
        if (replica.open.isEmpty()) {
            return null;
        }
        Set<UserId> users = choose();
        SortedMap<UserId, List<HeldLicense>> held =
                toVerify.isEmpty() ? new TreeMap<>() : stored.apply(toVerify.keySet());
        users.forEach(user -> bringUpToDate(user, held));
        return finish(List.copyOf(users), false);
    }

    /**
     * Returns a batch that gives up, for now, the change of a user, or null if somebody else is the next one user: a step
     * that has come since may be in turn first.
     */
    @Nullable
    Batch planWithout(UserId user, String reason) {
        if (limit != 1) {
            throw new IllegalStateException("one user is given up at a time");
        }
        if (!choose().equals(Set.of(user))) {
            return null;
        }
        postpone(user, reason);
        return finish(List.of(user), true);
    }

    private Set<UserId> choose() {
        Set<UserId> users = new LinkedHashSet<>();
        int room = limit;
        for (OpenStep step : inTurn()) {
            int take = Math.min(room, step.remaining());
            for (int place = step.position(); place < step.position() + take; place++) {
                users.add(step.user(place));
                if (step.verifies()) {
                    toVerify.put(step.user(place), step);
                }
            }
            room -= take;
            if (take > 0 || step.isDone()) {
                positions.put(step.version(), step.position() + take);
                begun.add(step.version());
            }
        }
        return users;
    }

    private List<OpenStep> inTurn() {
        List<OpenStep> small = new ArrayList<>();
        OpenStep large = null;
        for (OpenStep step : replica.open.values()) {
            if (step.remaining() <= limit) {
                small.add(step);
            } else if (large == null) {
                large = step;
            }
        }
        if (large != null) {
            small.add(large);
        }
        return small;
    }

    private void bringUpToDate(UserId user, SortedMap<UserId, List<HeldLicense>> held) {
        List<PostponedChange> waiting = replica.postponed.getOrDefault(user, List.of());
        List<AuditEntry> entries = new ArrayList<>();
        waiting.forEach(it -> entries.add(AuditEntry.of(now, it.operationId(), it.change())));
        SortedMap<Long, UserChange> pending = replica.pending(user);
        if (waiting.isEmpty() && Batch.Nothing.isMadeOf(pending.values())) {
            nothing.add(new Batch.Nothing(user, List.copyOf(pending.keySet())));
            begun.addAll(pending.keySet());
        } else {
            pending.forEach((step, change) -> entries.add(AuditEntry.of(now, OperationId.of(step), change)));
        }
        OpenStep verifying = toVerify.get(user);
        if (verifying != null) {
            addCorrection(user, verifying, held.getOrDefault(user, List.of()), entries);
        }
        entries.forEach(entry -> begun.add(cause(entry)));
        changes.addAll(entries);
    }

    private static long cause(AuditEntry entry) {
        OperationId cause = entry.cause();
        return cause == null ? 0 : cause.number();
    }

    private void addCorrection(UserId user, OpenStep verifying, List<HeldLicense> held, List<AuditEntry> entries) {
        List<HeldLicense> expected = held;
        for (AuditEntry entry : entries) {
            expected = HoldingChange.applied(expected, entry.changes());
        }
        List<HeldLicense> decided = replica.live.user(user).isPresent() ? replica.live.holdings(user) : List.of();
        List<HoldingChange> correction = HoldingChange.between(expected, decided);
        if (!correction.isEmpty()) {
            entries.add(AuditEntry.of(now, verifying.operation.id(), new UserChange(user, correction)));
        }
    }

    private void postpone(UserId user, String reason) {
        replica.pending(user).forEach((step, change) -> {
            postponed.add(new PostponedChange(OperationId.of(step), change, reason));
            begun.add(step);
        });
    }

    private Batch finish(List<UserId> users, boolean givenUp) {
        List<AuditEntry> entries = new ArrayList<>();
        List<AuditEntry> ends = new ArrayList<>();
        List<Operation> operations = new ArrayList<>();
        for (long version : begun) {
            OpenStep step = replica.open.get(version);
            if (step != null && !step.operation.status().isEnded()) {
                operations.add(
                        step.isCancelled()
                                ? step.operation.ended(OperationStatus.CANCELLED, now)
                                : advance(step, givenUp, entries, ends));
            }
        }
        entries.addAll(changes);
        entries.addAll(ends);
        return new Batch(users, entries, operations, postponed, nothing, positions, closedVersion());
    }

    private Operation advance(OpenStep step, boolean givenUp, List<AuditEntry> starts, List<AuditEntry> ends) {
        Operation operation = step.operation;
        if (operation.status() == OperationStatus.QUEUED) {
            operation = operation.started(now, step.total());
            if (step.isAnnounced()) {
                starts.add(entry(Activity.START_APPLYING, operation, List.of(count("users", step.total()))));
            }
        }
        int position = positions.getOrDefault(step.version(), step.position());
        int failed = 0;
        for (int place = step.position(); place < position; place++) {
            failed += givenUp || step.hasFailed(place) ? 1 : 0;
        }
        operation = operation.with(operation.progress().plus(position - step.position() - failed, failed));
        if (position < step.total()) {
            return operation;
        }
        if (step.isAnnounced()) {
            ends.add(entry(
                    Activity.FINISH_APPLYING,
                    operation,
                    List.of(
                            count("assigned", operation.progress().licensed()),
                            count("failed", operation.progress().failed()))));
        }
        return operation.ended(
                operation.progress().failed() > 0 ? OperationStatus.COMPLETED_WITH_ERRORS : OperationStatus.COMPLETED,
                now);
    }

    private AuditEntry entry(Activity activity, Operation operation, List<ModifiedProperty> properties) {
        return AuditEntry.of(now, Actor.system().id(), activity, operation, properties);
    }

    private static ModifiedProperty count(String name, long count) {
        return new ModifiedProperty(name, "", Long.toString(count));
    }

    private long closedVersion() {
        long closed = replica.closedVersion();
        long together = closed;
        for (OpenStep step : replica.open.values()) {
            boolean ends = step.operation.status().isEnded() || begun.contains(step.version());
            if (!ends || positions.getOrDefault(step.version(), step.position()) < step.total()) {
                return closed;
            }
            together = Math.max(together, closesWith(step));
            closed = together <= step.version() ? step.version() : closed;
        }
        return closed;
    }

    /** What was left out of a step and a later one makes sense only in both. */
    private long closesWith(OpenStep step) {
        long last = step.closesWith();
        for (Batch.Nothing it : nothing) {
            last = it.versions().contains(step.version()) ? Math.max(last, it.lastVersion()) : last;
        }
        return last;
    }
}
