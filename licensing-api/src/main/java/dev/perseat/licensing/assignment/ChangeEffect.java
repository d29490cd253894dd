package dev.perseat.licensing.assignment;

import java.util.List;

/**
 * What changes of a tenant bring about.
 *
 * @param changes what users hold from now on and did not before, or the other way round; users by id; unmodifiable
 * @param seats the SKUs of which other seats are bought or taken than before, by id; unmodifiable
 * @since 0.1
 */
public record ChangeEffect(List<UserChange> changes, List<SeatChange> seats) {
    /**
     * Copies the lists.
     *
     * @param changes the changes by user
     * @param seats the changes by SKU
     */
    public ChangeEffect {
        changes = List.copyOf(changes);
        seats = List.copyOf(seats);
    }

    /**
     * Returns whether nobody gains or loses anything, and no seat is bought, given back, taken or freed.
     *
     * @return true if there is nothing to tell
     */
    public boolean isNothing() {
        return changes.isEmpty() && seats.isEmpty();
    }
}
