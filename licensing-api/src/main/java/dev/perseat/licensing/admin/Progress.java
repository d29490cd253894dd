package dev.perseat.licensing.admin;

/**
 * How many users an operation has dealt with. Exact, not estimated.
 *
 * @param total the users to process, or 0 as long as the operation is queued
 * @param processed those who have been
 * @param licensed those of them who have no error from it
 * @param failed those of them who have an error from it, or whose change could not be stored
 * @since 0.1
 */
public record Progress(long total, long processed, long licensed, long failed) {
    private static final Progress NONE = new Progress(0, 0, 0, 0);

    /**
     * Checks that the numbers agree.
     *
     * @param total the users to process
     * @param processed those who have been
     * @param licensed those without an error
     * @param failed those with an error
     * @throws IllegalArgumentException if a number is negative, more users are processed than there are, or {@code
     *     licensed} and {@code failed} are not {@code processed} in sum
     */
    public Progress {
        if (licensed < 0 || failed < 0 || licensed + failed != processed || processed > total) {
            throw new IllegalArgumentException("progress of " + processed + " of " + total + " users, " + licensed
                    + " licensed and " + failed + " failed, cannot be");
        }
    }

    /**
     * Returns the progress of an operation that has not begun.
     *
     * @return no user to process, none processed
     */
    public static Progress none() {
        return NONE;
    }

    /**
     * Returns the progress of an operation that is about to begin.
     *
     * @param total the users to process
     * @return none processed
     * @throws IllegalArgumentException if the number is negative
     */
    public static Progress of(long total) {
        return new Progress(total, 0, 0, 0);
    }

    /**
     * Returns the progress after some more users.
     *
     * @param moreLicensed how many more have no error
     * @param moreFailed how many more have an error
     * @return the later progress
     * @throws IllegalArgumentException if that is more than all, or a number is negative
     */
    public Progress plus(long moreLicensed, long moreFailed) {
        return new Progress(total, processed + moreLicensed + moreFailed, licensed + moreLicensed, failed + moreFailed);
    }
}
