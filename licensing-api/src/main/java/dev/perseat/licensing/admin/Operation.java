package dev.perseat.licensing.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command that was accepted, and how far its effect on users has come.
 *
 * @param id the number within the tenant
 * @param activity what is done
 * @param target what it is done to
 * @param actorId who gave the command
 * @param requestedAt when it was accepted
 * @param status how far it has come
 * @param startedAt when the first users were processed, or null
 * @param finishedAt when it ended, or null
 * @param progress how many users have been processed
 * @since 0.1
 */
public record Operation(
        OperationId id,
        Activity activity,
        Target target,
        String actorId,
        Instant requestedAt,
        OperationStatus status,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Progress progress) {
    /**
     * Checks that the parts agree.
     *
     * @param id the number within the tenant
     * @param activity what is done
     * @param target what it is done to
     * @param actorId who gave the command
     * @param requestedAt when it was accepted
     * @param status how far it has come
     * @param startedAt when the first users were processed, or null
     * @param finishedAt when it ended, or null
     * @param progress how many users have been processed
     * @throws IllegalArgumentException if it has ended and has no end, or the other way round
     */
    public Operation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(actorId, "actorId");
        Objects.requireNonNull(requestedAt, "requestedAt");
        Objects.requireNonNull(progress, "progress");
        if (status.isEnded() != (finishedAt != null)) {
            throw new IllegalArgumentException("operation " + id + " is " + status + ", and its end is " + finishedAt);
        }
    }

    /**
     * Returns a new operation, of which nothing has been done yet.
     *
     * @param id the number within the tenant
     * @param activity what is done
     * @param target what it is done to
     * @param actor who gave the command
     * @param requestedAt when it was accepted
     * @return the operation, queued
     */
    public static Operation queued(OperationId id, Activity activity, Target target, Actor actor, Instant requestedAt) {
        return new Operation(
                id, activity, target, actor.id(), requestedAt, OperationStatus.QUEUED, null, null, Progress.none());
    }

    /**
     * Returns this operation when it begins.
     *
     * @param at when
     * @param total how many users are to be processed
     * @return the operation, in progress
     */
    public Operation started(Instant at, long total) {
        return new Operation(
                id, activity, target, actorId, requestedAt, OperationStatus.IN_PROGRESS, at, null, Progress.of(total));
    }

    /**
     * Returns this operation with another progress.
     *
     * @param newProgress the progress
     * @return the changed copy
     */
    public Operation with(Progress newProgress) {
        return new Operation(id, activity, target, actorId, requestedAt, status, startedAt, finishedAt, newProgress);
    }

    /**
     * Returns this operation when it ends.
     *
     * @param end how it ends
     * @param at when
     * @return the ended operation
     * @throws IllegalArgumentException if the status is not one of an ended operation
     */
    public Operation ended(OperationStatus end, Instant at) {
        return new Operation(id, activity, target, actorId, requestedAt, end, startedAt, at, progress);
    }

    /**
     * Returns how long users have been processed.
     *
     * @param now the time now; not looked at once the operation has ended
     * @return the time since the start, zero before it
     */
    public Duration elapsed(Instant now) {
        if (startedAt == null) {
            return Duration.ZERO;
        }
        Duration elapsed = Duration.between(startedAt, finishedAt == null ? now : finishedAt);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /**
     * Estimates how long it will take, at the speed so far.
     *
     * @param now the time now
     * @return the estimate; zero if the operation has ended, empty as long as nobody has been processed
     */
    public Optional<Duration> remaining(Instant now) {
        if (status.isEnded()) {
            return Optional.of(Duration.ZERO);
        }
        if (progress.processed() == 0) {
            return Optional.empty();
        }
        double perUser = (double) elapsed(now).toMillis() / progress.processed();
        return Optional.of(Duration.ofMillis(Math.round(perUser * (progress.total() - progress.processed()))));
    }
}
