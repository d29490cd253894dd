package dev.perseat.licensing.admin;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/**
 * A user who holds a SKU, and where from.
 *
 * @param userId the user
 * @param direct whether the user holds it directly
 * @param inheritedFrom the groups it is held from, by id; unmodifiable
 * @since 0.1
 */
public record LicensedUser(UserId userId, boolean direct, List<GroupId> inheritedFrom) {
    /**
     * Copies the groups.
     *
     * @param userId the user
     * @param direct whether the user holds it directly
     * @param inheritedFrom the groups
     */
    public LicensedUser {
        inheritedFrom = List.copyOf(inheritedFrom);
    }
}
