package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/**
 * The licences of one user.
 *
 * @param userId the user
 * @param states what has been decided for each licence that the user is given, by source and SKU; unmodifiable
 * @param held what the user holds in the store, by source and SKU; unmodifiable
 * @param pending whether some of what has been decided has not reached the store yet
 * @since 0.1
 */
public record UserLicenses(UserId userId, List<ExplainedState> states, List<HeldLicense> held, boolean pending) {
    /**
     * Copies the lists.
     *
     * @param userId the user
     * @param states what has been decided
     * @param held what the user holds in the store
     * @param pending whether something is on its way
     */
    public UserLicenses {
        states = List.copyOf(states);
        held = List.copyOf(held);
    }
}
