package dev.perseat.licensing.admin;

/**
 * What an {@link Actor} may be, in the words of Microsoft Entra. Which role may do what is the matter of an {@link
 * AccessPolicy}.
 *
 * @since 0.1
 */
public enum Role {
    /** May do everything. */
    GLOBAL_ADMINISTRATOR,
    /** Assigns licences to groups and users, and has them processed again. */
    LICENSE_ADMINISTRATOR,
    /** Looks after users: assigns licences to groups and users, and has them processed again. */
    USER_ADMINISTRATOR,
    /** Looks after groups: assigns licences to groups, not to users. */
    GROUPS_ADMINISTRATOR,
    /** Buys: changes the units of subscriptions. */
    BILLING_ADMINISTRATOR,
    /** Reads everything. */
    GLOBAL_READER,
    /** Reads the directory with its licences. */
    DIRECTORY_READERS,
    /** Reads reports, the audit trail among them. */
    REPORTS_READER
}
