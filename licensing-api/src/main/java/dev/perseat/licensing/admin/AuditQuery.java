package dev.perseat.licensing.admin;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail are wanted: those that meet every condition.
 *
 * @param fromInclusive not before this time, or null
 * @param toExclusive before this time, or null
 * @param actorId of this actor, or null
 * @param target about this target, or null
 * @param cause of this operation, or null
 * @param activities of one of these activities; unmodifiable, never empty
 * @since 0.1
 */
public record AuditQuery(
        @Nullable Instant fromInclusive,
        @Nullable Instant toExclusive,
        @Nullable String actorId,
        @Nullable Target target,
        @Nullable OperationId cause,
        Set<Activity> activities) {
    private static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, EnumSet.allOf(Activity.class));

    /**
     * Copies the activities.
     *
     * @param fromInclusive not before this time, or null
     * @param toExclusive before this time, or null
     * @param actorId of this actor, or null
     * @param target about this target, or null
     * @param cause of this operation, or null
     * @param activities of one of these activities
     * @throws IllegalArgumentException if no activity is named
     */
    public AuditQuery {
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("an audit query names no activity, so nothing can be found");
        }
        activities = Collections.unmodifiableSet(EnumSet.copyOf(activities));
    }

    /**
     * Returns the query that finds everything.
     *
     * @return the query
     */
    public static AuditQuery all() {
        return ALL;
    }

    /**
     * Returns this query, for a time.
     *
     * @param newFromInclusive not before this time
     * @param newToExclusive before this time
     * @return the narrower query
     */
    public AuditQuery between(Instant newFromInclusive, Instant newToExclusive) {
        return new AuditQuery(newFromInclusive, newToExclusive, actorId, target, cause, activities);
    }

    /**
     * Returns this query, for one actor.
     *
     * @param newActorId the actor
     * @return the narrower query
     */
    public AuditQuery by(String newActorId) {
        return new AuditQuery(fromInclusive, toExclusive, newActorId, target, cause, activities);
    }

    /**
     * Returns this query, for one target.
     *
     * @param newTarget the target
     * @return the narrower query
     */
    public AuditQuery about(Target newTarget) {
        return new AuditQuery(fromInclusive, toExclusive, actorId, newTarget, cause, activities);
    }

    /**
     * Returns this query, for one operation.
     *
     * @param newCause the operation
     * @return the narrower query
     */
    public AuditQuery causedBy(OperationId newCause) {
        return new AuditQuery(fromInclusive, toExclusive, actorId, target, newCause, activities);
    }

    /**
     * Returns this query, for some activities.
     *
     * @param first an activity
     * @param others further ones
     * @return the narrower query
     */
    public AuditQuery of(Activity first, Activity... others) {
        return new AuditQuery(fromInclusive, toExclusive, actorId, target, cause, EnumSet.of(first, others));
    }

    /**
     * Returns this query, for all its activities but some.
     *
     * @param first an activity
     * @param others further ones
     * @return the narrower query
     * @throws IllegalArgumentException if no activity is left
     */
    public AuditQuery without(Activity first, Activity... others) {
        Set<Activity> rest = EnumSet.copyOf(activities);
        rest.removeAll(EnumSet.of(first, others));
        return new AuditQuery(fromInclusive, toExclusive, actorId, target, cause, rest);
    }

    /**
     * Returns whether an entry is wanted.
     *
     * @param entry the entry
     * @return true if it meets every condition
     */
    public boolean matches(AuditEntry entry) {
        return activities.contains(entry.activity())
                && (fromInclusive == null || !entry.at().isBefore(fromInclusive))
                && (toExclusive == null || entry.at().isBefore(toExclusive))
                && (actorId == null || actorId.equals(entry.actorId()))
                && (target == null || target.equals(entry.target()))
                && (cause == null || cause.equals(entry.cause()));
    }
}
