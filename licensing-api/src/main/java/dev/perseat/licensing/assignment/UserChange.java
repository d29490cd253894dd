package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.UserId;
import java.util.List;

/**
 * All that changes for one user, in one step.
 *
 * @param userId the user; if the holdings named one who is not in the snapshot, everything is removed from that user
 * @param changes the changes, by source and SKU; unmodifiable, never empty
 * @since 0.1
 */
public record UserChange(UserId userId, List<HoldingChange> changes) {
    /**
     * Copies the changes.
     *
     * @param userId the user
     * @param changes the changes, by source and SKU
     */
    public UserChange {
        changes = List.copyOf(changes);
    }
}
