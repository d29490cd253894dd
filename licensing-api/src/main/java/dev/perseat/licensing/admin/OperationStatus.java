package dev.perseat.licensing.admin;

/**
 * How far an {@link Operation} has come.
 *
 * @since 0.1
 */
public enum OperationStatus {
    /** Accepted and stored; no user has been processed yet. */
    QUEUED(false),
    /** Users are being processed. */
    IN_PROGRESS(false),
    /** Every user has been processed, and nobody has an error from it. */
    COMPLETED(true),
    /** Every user has been processed; some have an error, or could not be stored. */
    COMPLETED_WITH_ERRORS(true),
    /** Taken back by a later operation before it ended. */
    CANCELLED(true);

    private final boolean ended;

    OperationStatus(boolean ended) {
        this.ended = ended;
    }

    /**
     * Returns whether nothing more will happen.
     *
     * @return true if the operation has ended
     */
    public boolean isEnded() {
        return ended;
    }
}
