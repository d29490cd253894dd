package dev.perseat.licensing.assignment;

/**
 * The state of one licence assignment (section 7 of the law).
 *
 * @since 0.1
 */
public enum AssignmentStatus {
    /** Accepted. */
    ACTIVE("Active"),
    /** No longer requested, but retained since another licence needs it. */
    ACTIVE_WITH_ERROR("ActiveWithError"),
    /** Accepted or retained, while the subscription is suspended, locked out or deleted: a seat, but no effect. */
    DISABLED("Disabled"),
    /** Not assigned: there is a violation. */
    ERROR("Error");

    private final String graphName;

    AssignmentStatus(String graphName) {
        this.graphName = graphName;
    }

    /**
     * Returns the word that Microsoft Graph uses for it in a {@code licenseAssignmentState}.
     *
     * @return the word, such as {@code "ActiveWithError"}
     */
    public String graphName() {
        return graphName;
    }
}
