package dev.perseat.licensing.admin;

import dev.perseat.licensing.model.TenantId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may do what. A pure function, called by any number of threads, before anything else of a command or question is
 * looked at; what it throws reaches the caller, and nothing is done.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AccessPolicy {
    /**
     * Decides about one command or question.
     *
     * @param actor who asks
     * @param tenant the tenant that it is about
     * @param permission what is asked for
     * @return true if it may be done
     */
    boolean permits(Actor actor, TenantId tenant, Permission permission);

    /**
     * Returns the policy that follows the roles of Entra, the same for every tenant:
     *
     * <table>
     * <caption>Roles</caption>
     * <tr><th>permission</th><th>roles, beside Global Administrator</th></tr>
     * <tr><td>{@link Permission#READ}</td><td>every role</td></tr>
     * <tr><td>{@link Permission#ASSIGN_TO_GROUPS}</td><td>License, User, Groups Administrator</td></tr>
     * <tr><td>{@link Permission#ASSIGN_TO_USERS}</td><td>License, User Administrator</td></tr>
     * <tr><td>{@link Permission#REPROCESS}</td><td>License, User Administrator</td></tr>
     * <tr><td>{@link Permission#MANAGE_SUBSCRIPTIONS}</td><td>Billing Administrator</td></tr>
     * <tr><td>{@link Permission#MANAGE_CATALOGUE}, {@link Permission#MANAGE_TENANT}</td><td>none</td></tr>
     * <tr><td>{@link Permission#CHANGE_DIRECTORY}</td><td>User, Groups Administrator</td></tr>
     * <tr><td>{@link Permission#REMOVE_GROUPS}</td><td>User, Groups Administrator</td></tr>
     * </table>
     *
     * @return the policy
     */
    static AccessPolicy entra() {
        return (actor, tenant, permission) ->
                actor.roles().stream().anyMatch(role -> entra(role).contains(permission));
    }

    private static Set<Permission> entra(Role role) {
        return switch (role) {
            case GLOBAL_ADMINISTRATOR -> EnumSet.allOf(Permission.class);
            case LICENSE_ADMINISTRATOR ->
                EnumSet.of(
                        Permission.READ, Permission.ASSIGN_TO_GROUPS, Permission.ASSIGN_TO_USERS, Permission.REPROCESS);
            case USER_ADMINISTRATOR ->
                EnumSet.of(
                        Permission.READ,
                        Permission.ASSIGN_TO_GROUPS,
                        Permission.ASSIGN_TO_USERS,
                        Permission.REPROCESS,
                        Permission.CHANGE_DIRECTORY,
                        Permission.REMOVE_GROUPS);
            case GROUPS_ADMINISTRATOR ->
                EnumSet.of(
                        Permission.READ,
                        Permission.ASSIGN_TO_GROUPS,
                        Permission.CHANGE_DIRECTORY,
                        Permission.REMOVE_GROUPS);
            case BILLING_ADMINISTRATOR -> EnumSet.of(Permission.READ, Permission.MANAGE_SUBSCRIPTIONS);
            case GLOBAL_READER, DIRECTORY_READERS, REPORTS_READER -> EnumSet.of(Permission.READ);
        };
    }
}
