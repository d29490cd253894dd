package dev.perseat.licensing.admin;

import dev.perseat.licensing.model.UserId;
import java.util.List;

/**
 * A member of a group whose licences from the group have errors.
 *
 * @param userId the member
 * @param states the licences from the group with a violation, by SKU; unmodifiable, never empty
 * @since 0.1
 */
public record MemberErrors(UserId userId, List<ExplainedState> states) {
    /**
     * Copies the states.
     *
     * @param userId the member
     * @param states the licences with a violation
     */
    public MemberErrors {
        states = List.copyOf(states);
    }
}
