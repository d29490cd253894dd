package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.UserChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is written into the audit trail: ids only, no names.
 *
 * @param at when
 * @param actorId who
 * @param activity what was done
 * @param target to what
 * @param refused whether it was refused, so that nothing was done
 * @param cause the operation that it belongs to or goes back to, or null for a refusal
 * @param changes what a user holds from now on and did not before; only of {@link Activity#CHANGE_USER_LICENSE} and {@link
 *     Activity#IMPORT_TENANT} for a user, by source and SKU; unmodifiable
 * @param properties further details, in an order that is always the same; unmodifiable
 * @since 0.1
 */
public record AuditEntry(
        Instant at,
        String actorId,
        Activity activity,
        Target target,
        boolean refused,
        @Nullable OperationId cause,
        List<HoldingChange> changes,
        List<ModifiedProperty> properties) {
    /**
     * Copies the lists.
     *
     * @param at when
     * @param actorId who
     * @param activity what was done
     * @param target to what
     * @param refused whether it was refused
     * @param cause the operation that it belongs to, or null
     * @param changes what a user holds from now on
     * @param properties further details
     * @throws IllegalArgumentException if there are changes, and the target is not a user
     */
    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actorId, "actorId");
        Objects.requireNonNull(activity, "activity");
        changes = List.copyOf(changes);
        properties = List.copyOf(properties);
        if (!changes.isEmpty() && !(target instanceof Target.OfUser)) {
            throw new IllegalArgumentException("only what a user holds can change, not that of " + target);
        }
    }

    /**
     * Returns an entry that tells that a user holds something else.
     *
     * @param at when
     * @param cause the operation that it goes back to
     * @param change the user, and what changes
     * @return the entry, of the system actor
     */
    public static AuditEntry of(Instant at, OperationId cause, UserChange change) {
        return new AuditEntry(
                at,
                Actor.system().id(),
                Activity.CHANGE_USER_LICENSE,
                Target.of(change.userId()),
                false,
                cause,
                change.changes(),
                List.of());
    }

    /**
     * Returns an entry of an operation.
     *
     * @param at when
     * @param actorId who
     * @param activity what was done
     * @param operation the operation
     * @param properties further details
     * @return the entry, about the target of the operation
     */
    public static AuditEntry of(
            Instant at, String actorId, Activity activity, Operation operation, List<ModifiedProperty> properties) {
        return new AuditEntry(at, actorId, activity, operation.target(), false, operation.id(), List.of(), properties);
    }

    /**
     * Returns the entry of a refusal.
     *
     * @param at when
     * @param actor who was refused
     * @param activity what would have been done
     * @param target to what
     * @param reason why not
     * @return the entry
     */
    public static AuditEntry refused(Instant at, Actor actor, Activity activity, Target target, String reason) {
        return new AuditEntry(
                at,
                actor.id(),
                activity,
                target,
                true,
                null,
                List.of(),
                List.of(new ModifiedProperty("reason", "", reason)));
    }
}
