package dev.perseat.licensing.admin;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who gives a command or asks a question: a person, an application, or the library itself. Who an actor is has been
 * found out by the application; the library believes it.
 *
 * @param id what the audit trail calls the actor: not blank, at most 1,024 UTF-16 code units
 * @param roles the roles; unmodifiable, in the order of {@link Role}
 * @since 0.1
 */
public record Actor(String id, Set<Role> roles) {
    private static final int LONGEST_ID = 1024;
    private static final Actor SYSTEM = new Actor("Perseat group-based licensing", Set.of(Role.GLOBAL_ADMINISTRATOR));

    /**
     * Copies the roles.
     *
     * @param id what the audit trail calls the actor
     * @param roles the roles
     * @throws IllegalArgumentException if the id is blank or too long
     */
    public Actor {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "actor id has " + id.length() + " characters; it must not be blank, nor longer than " + LONGEST_ID);
        }
        roles = Collections.unmodifiableSet(
                roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf((Collection<Role>) roles));
    }

    /**
     * Returns an actor.
     *
     * @param id what the audit trail calls the actor
     * @param roles the roles
     * @return the actor
     * @throws IllegalArgumentException if the id is blank or too long
     */
    public static Actor of(String id, Role... roles) {
        return new Actor(id, Set.copyOf(List.of(roles)));
    }

    /**
     * Returns the actor that background work acts as.
     *
     * @return the library itself
     */
    public static Actor system() {
        return SYSTEM;
    }
}
