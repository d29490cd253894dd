package dev.perseat.licensing.admin;

import dev.perseat.licensing.model.TenantId;
import java.util.Objects;

/**
 * An actor may not do what was asked for. Of a refused command only that is stored; a refused question leaves no trace.
 *
 * @since 0.1
 */
public final class AccessDeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was asked for. */
    private final Permission permission;

    /**
     * Makes an exception.
     *
     * @param actor who was refused
     * @param tenant the tenant
     * @param permission what was asked for
     */
    public AccessDeniedException(Actor actor, TenantId tenant, Permission permission) {
        super("actor '" + actor.id() + "' with roles " + actor.roles() + " has no permission " + permission
                + " in tenant '" + tenant + "'");
        this.permission = Objects.requireNonNull(permission, "permission");
    }

    /**
     * Returns what was asked for.
     *
     * @return the permission
     */
    public Permission permission() {
        return permission;
    }
}
