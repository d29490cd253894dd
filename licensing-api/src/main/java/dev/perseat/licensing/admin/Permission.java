package dev.perseat.licensing.admin;

/**
 * What an {@link AccessPolicy} permits or refuses.
 *
 * @since 0.1
 */
public enum Permission {
    /** Look at licences, groups, users, operations and the audit trail, and preview. */
    READ,
    /** Change the licences of a group; cancel such a change. */
    ASSIGN_TO_GROUPS,
    /** Change the direct licences of users. */
    ASSIGN_TO_USERS,
    /** Have a group or a user processed again. */
    REPROCESS,
    /** Change the units and status of subscriptions. */
    MANAGE_SUBSCRIPTIONS,
    /** Change SKUs and service plans. */
    MANAGE_CATALOGUE,
    /** Change the policy of a tenant, or bring a tenant under the library's care. */
    MANAGE_TENANT,
    /** Tell what has changed in the directory, or have it fetched. */
    CHANGE_DIRECTORY,
    /** Remove a group. */
    REMOVE_GROUPS
}
