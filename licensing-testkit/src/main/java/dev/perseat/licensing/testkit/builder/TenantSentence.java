package dev.perseat.licensing.testkit.builder;

import dev.perseat.licensing.assignment.TenantSnapshot;

/**
 * What can be said of a tenant at any point of its description. Each beginning ({@code plan}, {@code sku}, {@code user},
 * {@code group}) answers with a clause in which more can be said of that thing, until the next one begins. To speak of a
 * thing again goes on with it. Not safe for use by several threads.
 *
 * @since 0.1
 */
public abstract sealed class TenantSentence permits TenantBuilder, PlanClause, SkuClause, UserClause, GroupClause {
    final Parts parts;

    TenantSentence(Parts parts) {
        this.parts = parts;
    }

    /**
     * Speaks of a service plan. Plans without rules need not be mentioned: those that a SKU or another plan names spring
     * into being.
     *
     * @param id the id of the plan
     * @return what can be said of the plan
     */
    public final PlanClause plan(String id) {
        return new PlanClause(parts, id);
    }

    /**
     * Speaks of a SKU. Nothing is bought of it until seats are mentioned.
     *
     * @param id the id of the SKU, which is its part number, too
     * @param plans the ids of its plans, beside those it has already
     * @return what can be said of the SKU
     */
    public final SkuClause sku(String id, String... plans) {
        return new SkuClause(parts, id, plans);
    }

    /**
     * Buys seats of a SKU that was spoken of, in place of those bought before.
     *
     * @param sku the id of the SKU
     * @param seats how many
     * @return what can be said of the SKU
     */
    public final SkuClause seats(String sku, int seats) {
        return new SkuClause(parts, sku).seats(seats);
    }

    /**
     * Speaks of a user, who has no usage location until one is mentioned.
     *
     * @param id the id of the user
     * @return what can be said of the user
     */
    public final UserClause user(String id) {
        return new UserClause(parts, id);
    }

    /**
     * Speaks of several users of whom there is no more to say.
     *
     * @param ids the ids of the users
     * @return this, for the next sentence
     */
    public final TenantSentence users(String... ids) {
        for (String id : ids) {
            parts.user(id);
        }
        return this;
    }

    /**
     * Speaks of a group: a security group, until something else is said.
     *
     * @param id the id of the group
     * @return what can be said of the group
     */
    public final GroupClause group(String id) {
        return new GroupClause(parts, id);
    }

    /**
     * Returns the tenant that was described. More can be said afterwards, for a next one.
     *
     * @return a snapshot of all that was said
     * @throws dev.perseat.licensing.assignment.InvalidTenantException if it contradicts itself, as with a licence for a
     *     SKU that was not spoken of
     */
    public final TenantSnapshot snapshot() {
        return parts.snapshot();
    }
}
