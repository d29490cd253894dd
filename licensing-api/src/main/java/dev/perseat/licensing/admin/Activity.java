package dev.perseat.licensing.admin;

/**
 * What an operation or an entry of the audit trail is.
 *
 * @since 0.1
 */
public enum Activity {
    /** A tenant comes under the library's care, with what its users hold. */
    IMPORT_TENANT("Import tenant"),
    /** The licences of a group are changed. */
    SET_GROUP_LICENSE("Set group license"),
    /** The direct licences of a user are changed. */
    SET_USER_LICENSE("Set user license"),
    /** Direct licences are removed where groups give at least the same plans. */
    REMOVE_REDUNDANT_LICENSES("Remove redundant direct licenses"),
    /** Units or status of a subscription are changed. */
    SET_SUBSCRIPTION("Set subscription"),
    /** SKUs or service plans come, go or become different. */
    CHANGE_CATALOGUE("Change catalogue"),
    /** The policy becomes another one. */
    SET_POLICY("Set licensing policy"),
    /** Users, groups or memberships have changed. */
    CHANGE_DIRECTORY("Change directory"),
    /** A group is removed. */
    REMOVE_GROUP("Remove group"),
    /** A group is processed again. */
    REPROCESS_GROUP("Reprocess group"),
    /** A user is processed again. */
    REPROCESS_USER("Reprocess user"),
    /** An operation that has not ended is taken back. */
    CANCEL_OPERATION("Cancel operation"),
    /** The first users of an operation are processed. */
    START_APPLYING("Start applying group based license to users"),
    /** All users of an operation have been processed. */
    FINISH_APPLYING("Finish applying group based license to users"),
    /** What one user holds becomes different. */
    CHANGE_USER_LICENSE("Change user license");

    private final String title;

    Activity(String title) {
        this.title = title;
    }

    /**
     * Returns what an administrator reads.
     *
     * @return the title, in English
     */
    public String title() {
        return title;
    }
}
