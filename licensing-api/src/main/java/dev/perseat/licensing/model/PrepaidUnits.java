package dev.perseat.licensing.model;

/**
 * The units of a subscription by their state.
 *
 * @param enabled units in order
 * @param warning units in their grace period; they still give seats
 * @param suspended units that give no seat
 * @param lockedOut units that give no seat
 * @since 0.1
 */
public record PrepaidUnits(int enabled, int warning, int suspended, int lockedOut) {
    /**
     * Checks the units.
     *
     * @param enabled units in order
     * @param warning units in their grace period
     * @param suspended suspended units
     * @param lockedOut locked-out units
     * @throws IllegalArgumentException if any of them is negative
     */
    public PrepaidUnits {
        if (enabled < 0 || warning < 0 || suspended < 0 || lockedOut < 0) {
            throw new IllegalArgumentException("negative units: enabled " + enabled + ", warning " + warning
                    + ", suspended " + suspended + ", locked out " + lockedOut);
        }
    }

    /**
     * Returns units that are all in order.
     *
     * @param enabled how many
     * @return the units
     * @throws IllegalArgumentException if the number is negative
     */
    public static PrepaidUnits of(int enabled) {
        return new PrepaidUnits(enabled, 0, 0, 0);
    }

    /**
     * Returns the seats: enabled and warning units (section 5 of the law).
     *
     * @return how many users can hold the SKU
     */
    public long seats() {
        return (long) enabled + warning;
    }
}
