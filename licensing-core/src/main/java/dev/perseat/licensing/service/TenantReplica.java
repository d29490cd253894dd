package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StoredTenant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tenant in memory, following the log of its steps. Everything that has been decided follows from the base, the holdings as
 * they were before the first open step, and the steps; so it is the same in every replica. Used under the lock of its session.
 */
final class TenantReplica {
    final Things things;
    final LiveCalculation live;

    /** The steps that have been taken and are not closed, by number. */
    final TreeMap<Long, OpenStep> open = new TreeMap<>();

    /** What could not be stored, by user; for each in the order of the operations. */
    final TreeMap<UserId, List<PostponedChange>> postponed = new TreeMap<>();

    /** The users with direct licences. */
    final TreeSet<UserId> directUsers = new TreeSet<>();

    @Nullable
    String directoryToken;

    /** Steps that are known and have not been taken. */
    private final Deque<Step> known = new ArrayDeque<>();

    /** Made when first asked for, and again when things have changed. */
    private @Nullable Sentences sentences;

    private long version;
    private long knownVersion;
    private long closedVersion;

    private TenantReplica(StoredTenant stored, BaseState base, AssignmentCalculator calculator) {
        things = new Things(base.snapshot());
        live = calculator.compile(base.snapshot()).live(base.holdings());
        for (int user = 0; user < base.snapshot().userCount(); user++) {
            if (!base.snapshot().directLicenses(user).isEmpty()) {
                directUsers.add(base.snapshot().userId(user));
            }
        }
        closedVersion = stored.head().closedVersion();
        version = closedVersion;
        knownVersion = closedVersion;
        directoryToken = stored.head().directoryToken();
    }

    /** Reads a tenant, and takes its open steps. */
    static TenantReplica load(StoredTenant stored, AssignmentCalculator calculator) {
        TenantReplica replica = new TenantReplica(stored, BaseState.read(stored), calculator);
        stored.openSteps().forEach(replica::know);
        replica.takeKnown();
        replica.readWritten(stored);
        return replica;
    }

    /** The number of the last step that has been taken. */
    long version() {
        return version;
    }

    /** The number of the last step that is known; a new step gets the next one. */
    long knownVersion() {
        return knownVersion;
    }

    long closedVersion() {
        return closedVersion;
    }

    /** Notes the next step of the log, to be taken later. */
    void know(Step step) {
        if (step.version() != knownVersion + 1) {
            throw new IllegalStateException("step " + step.version() + " follows step " + knownVersion);
        }
        known.add(step);
        knownVersion = step.version();
    }

    /** Takes all steps that are known. */
    void takeKnown() {
        for (Step step = known.poll(); step != null; step = known.poll()) {
            take(step);
        }
    }

    private void take(Step step) {
        GroupId group = groupOf(step.operation());
        OpenStep cancelled = cancelledBy(step.operation());
        if (cancelled != null) {
            cancelled.cancel();
            group = cancelled.group;
        }
        List<License> before = licenses(group);
        List<UserChange> effect = version == 0 && step.changes().isEmpty()
                ? live.result().changes().toList()
                : step.changes().isEmpty()
                        ? List.of()
                        : live.apply(step.changes()).changes();
        step.changes().forEach(this::make);
        sentences = step.changes().isEmpty() ? sentences : null;
        open.put(
                step.version(),
                new OpenStep(step.operation(), group, before, licenses(group), members(step, group), effect));
        version = step.version();
    }

    private void make(TenantChange change) {
        things.make(change);
        if (change instanceof TenantChange.UserSet it) {
            boolean direct = !it.user().directLicenses().isEmpty();
            if (direct) {
                directUsers.add(it.user().id());
            } else {
                directUsers.remove(it.user().id());
            }
        } else if (change instanceof TenantChange.UserRemoved it) {
            directUsers.remove(it.userId());
        }
    }

    private @Nullable OpenStep cancelledBy(Operation operation) {
        return operation.activity() == Activity.CANCEL_OPERATION && operation.target() instanceof Target.OfOperation it
                ? open.get(it.operationId().number())
                : null;
    }

    private static @Nullable GroupId groupOf(Operation operation) {
        return operation.target() instanceof Target.OfGroup it ? it.groupId() : null;
    }

    private List<License> licenses(@Nullable GroupId group) {
        Group is = group == null ? null : things.groups.get(group);
        return is == null ? List.of() : is.licenses();
    }

    private List<GroupMember> members(Step step, @Nullable GroupId group) {
        if (group != null
                && step.operation().activity() != Activity.CANCEL_OPERATION
                && things.groups.containsKey(group)) {
            return live.members(group);
        }
        if (step.operation().activity() == Activity.REPROCESS_USER
                && step.operation().target() instanceof Target.OfUser it) {
            return List.of(new GroupMember(it.userId(), Set.of()));
        }
        return List.of();
    }

    /** Learns from the store what has been written of the open steps; whoever begins to process needs to know. */
    void readWritten(StoredTenant stored) {
        close(stored.head());
        stored.openSteps().forEach(step -> {
            OpenStep mine = open.get(step.version());
            if (mine != null) {
                mine.operation = step.operation();
                mine.beginAgain();
            }
        });
        try (Stream<AuditRecord> applied = stored.applied()) {
            applied.map(AuditRecord::entry).forEach(this::noteWritten);
        }
        postponed.clear();
        stored.postponed().forEach(this::notePostponed);
        open.values().forEach(this::noteLeftOut);
    }

    /**
     * Notes what somebody who has processed a step left out. Of a user who has been processed everything was written or
     * postponed, unless it took itself back: together with changes of later steps, the most of them if there is a choice.
     */
    private void noteLeftOut(OpenStep step) {
        for (int place = 0; place < step.position(); place++) {
            UserId user = step.user(place);
            if (step.pending(user) != null) {
                SortedMap<Long, UserChange> changes = pending(user);
                while (!Batch.Nothing.isMadeOf(changes.values()) && changes.size() > 1) {
                    changes = changes.headMap(changes.lastKey());
                }
                if (changes.size() > 1) {
                    noteNothing(new Batch.Nothing(user, List.copyOf(changes.keySet())));
                }
            }
        }
    }

    /** Notes that steps are closed, so that nothing is left to be written of them. */
    void close(Head head) {
        close(Math.min(head.closedVersion(), version));
    }

    void close(long upTo) {
        open.headMap(upTo, true).clear();
        closedVersion = Math.max(closedVersion, upTo);
    }

    /** Notes an entry that has been stored. */
    void noteWritten(AuditEntry entry) {
        OperationId cause = entry.cause();
        if (cause == null || entry.changes().isEmpty() || !(entry.target() instanceof Target.OfUser it)) {
            return;
        }
        OpenStep step = open.get(cause.number());
        if (step != null) {
            step.settle(it.userId());
        }
        List<PostponedChange> waiting = postponed.get(it.userId());
        if (waiting != null && waiting.removeIf(change -> change.operationId().equals(cause)) && waiting.isEmpty()) {
            postponed.remove(it.userId());
        }
    }

    /** Notes that changes are not written. */
    void noteNothing(Batch.Nothing nothing) {
        for (long it : nothing.versions()) {
            OpenStep step = open.get(it);
            if (step != null) {
                step.settle(nothing.user());
                step.closeWith(nothing.lastVersion());
            }
        }
    }

    /** Notes a change that was postponed, after those of the same user that were before. */
    void notePostponed(PostponedChange change) {
        UserId user = change.change().userId();
        postponed.computeIfAbsent(user, any -> new ArrayList<>()).add(change);
        OpenStep step = open.get(change.operationId().number());
        if (step != null) {
            step.settle(user);
            step.setFailed(step.placeOf(user));
        }
    }

    /** Returns what says states in words, with the names that things have now. */
    Sentences sentences() {
        if (sentences == null) {
            sentences = new Sentences(things);
        }
        return sentences;
    }

    /** Returns what has still to be written for a user, by the number of the step. */
    SortedMap<Long, UserChange> pending(UserId user) {
        SortedMap<Long, UserChange> pending = new TreeMap<>();
        for (OpenStep step : open.values()) {
            UserChange change = step.pending(user);
            if (change != null) {
                pending.put(step.version(), change);
            }
        }
        return pending;
    }

    /** Returns whether something that has been decided for a user is not in the store. */
    boolean isPending(UserId user) {
        return postponed.containsKey(user) || !pending(user).isEmpty();
    }
}
