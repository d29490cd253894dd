package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/**
 * What a command would do now.
 *
 * @param effect what would change for each user, and the seats before and after
 * @param errors the users who would have a violation that they do not have now, by id; unmodifiable
 * @param promotions who would get a seat after waiting for it, by user and SKU; unmodifiable
 * @param groups the groups that have a licence of a SKU that the command changes, or are changed themselves, by id;
 *     unmodifiable
 * @since 0.1
 */
public record Preview(
        ChangeEffect effect, List<MemberErrors> errors, List<Promotion> promotions, List<GroupId> groups) {
    /**
     * Copies the lists.
     *
     * @param effect what would change
     * @param errors the users who would have a new violation
     * @param promotions who would get a seat after waiting
     * @param groups the groups concerned
     */
    public Preview {
        errors = List.copyOf(errors);
        promotions = List.copyOf(promotions);
        groups = List.copyOf(groups);
    }

    /**
     * A user who waits for a seat and would get one.
     *
     * @param userId the user
     * @param skuId the SKU
     * @since 0.1
     */
    public record Promotion(UserId userId, SkuId skuId) {}
}
