package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A calculation that goes on: it takes changes of the tenant as they come, and looks only at the users whom they can
 * reach. After any changes its state is that of a full calculation of the changed tenant from what users held before:
 * {@code apply(changes)} and {@code calculate(snapshot.with(changes), holdings)} come to the same.
 *
 * <p>Its methods are of two kinds. {@link #apply(List) apply}, {@code preview}, {@link #check} and {@link #result} work on
 * the tenant; all others only look, among them those of {@link Memberships}. None of the latter costs more than one pass
 * over the users and their memberships, and each says what it costs.
 *
 * <p>Used by one thread at a time; who shares one between threads sees to that. The results it gives out are immutable,
 * as are all answers.
 *
 * @since 0.1
 */
public interface LiveCalculation extends Memberships {
    /**
     * Makes changes, all of them in one step.
     *
     * @param changes the changes, in their order
     * @return what they bring about
     * @throws InvalidTenantException if the tenant would not be valid after them; it names every problem, and nothing
     *     has changed
     * @throws IllegalArgumentException if the tenant would get another id; nothing has changed
     */
    ChangeEffect apply(List<TenantChange> changes);

    /**
     * Makes one change.
     *
     * @param change the change
     * @return what it brings about
     * @throws InvalidTenantException if the tenant would not be valid after it; nothing has changed
     * @throws IllegalArgumentException if the tenant would get another id; nothing has changed
     */
    default ChangeEffect apply(TenantChange change) {
        return apply(List.of(change));
    }

    /**
     * Tells what {@link #apply(List)} would do now, and leaves everything as it is.
     *
     * @param changes the changes, in their order
     * @return what they would bring about
     * @throws InvalidTenantException if the tenant would not be valid after them; it names every problem
     * @throws IllegalArgumentException if the tenant would get another id
     */
    ChangeEffect preview(List<TenantChange> changes);

    /**
     * Tells what one change would do.
     *
     * @param change the change
     * @return what it would bring about
     * @throws InvalidTenantException if the tenant would not be valid after it
     * @throws IllegalArgumentException if the tenant would get another id
     */
    default ChangeEffect preview(TenantChange change) {
        return preview(List.of(change));
    }

    /**
     * Tells what {@link #apply(List)} would do now, with a look at how everything would be then: makes the changes, asks
     * a question, and takes the changes back.
     *
     * <p>The question is asked once, by the calling thread, and may look at the calculation that it is given as often as
     * it likes; all answers are those after the changes, and stay valid. While it is asked, that calculation refuses to
     * apply, preview, check and give a result, and this one refuses everything; afterwards this one is as it was before,
     * and the one given refuses everything. All these refusals are {@link IllegalStateException}s. What the question
     * throws reaches the caller after the changes have been taken back.
     *
     * <p>Costs what {@link #preview(List)} costs, and the question.
     *
     * @param changes the changes, in their order
     * @param question is given what they would bring about, and this calculation as it would be
     * @param <T> what the question is answered with
     * @return what the question returned
     * @throws InvalidTenantException if the tenant would not be valid after the changes; it names every problem, and the
     *     question is not asked
     * @throws IllegalArgumentException if the tenant would get another id; the question is not asked
     */
    <T extends @Nullable Object> T preview(
            List<TenantChange> changes,
            BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question);

    /**
     * Refuses what {@link #apply(List)} would refuse now, with the same problems, and changes nothing. Nobody is settled,
     * so the cost is that of the list, of the products of the tenant, and of those users and groups who have a SKU that
     * the list takes away or takes plans from; not that of the users whom the changes would reach.
     *
     * @param changes the changes, in their order
     * @throws InvalidTenantException if the tenant would not be valid after them; it names every problem
     * @throws IllegalArgumentException if the tenant would get another id
     */
    void check(List<TenantChange> changes);

    /**
     * Returns a user as the latest change left it.
     *
     * @param user the id
     * @return the user with the direct licences; empty if there is none with this id
     */
    Optional<User> user(UserId user);

    /**
     * Returns what became of each SKU that a user is given by some source, and of each that is retained.
     *
     * @param user the user
     * @return the states by source (direct first, groups by id), then SKU; unmodifiable
     * @throws IllegalArgumentException if there is no such user
     */
    List<LicenseAssignmentState> states(UserId user);

    /**
     * Returns what a user holds.
     *
     * @param user the user
     * @return the licences by source and SKU; unmodifiable
     * @throws IllegalArgumentException if there is no such user
     */
    List<HeldLicense> holdings(UserId user);

    /**
     * Returns whether a user has a service plan, from whichever SKU and source.
     *
     * @param user the user
     * @param plan the plan
     * @return true if the plan is in some effective licence of the user
     * @throws IllegalArgumentException if there is no such user or plan
     */
    boolean hasPlan(UserId user, ServicePlanId plan);

    /**
     * Returns how many users hold a SKU, and with it a seat.
     *
     * @param sku the SKU
     * @return the number of seats taken
     * @throws IllegalArgumentException if there is no such SKU
     */
    long consumed(SkuId sku);

    /**
     * Returns who is a member of a group in the sense of the policy, and what goes wrong between the two; {@link
     * #memberIds} tells who alone. The group need not have licences: it may have had some that are retained. Costs in
     * proportion to the members and, where groups nest, to the groups below.
     *
     * @param group the group
     * @return the members by id; unmodifiable
     * @throws IllegalArgumentException if there is no such group
     */
    List<GroupMember> members(GroupId group);

    /**
     * Returns what became of the licences of every group that has some, as {@link AssignmentResult#groups()} does. Costs a
     * pass over the users, of which no object is made, and one settling of each combination of requests and holdings of
     * which it is not known already that nothing is wrong with it.
     *
     * @return the summaries by group; unmodifiable
     */
    List<GroupSummary> groups();

    /**
     * Returns how the seats of every SKU are used, as {@link AssignmentResult#usage()} does, with those who wait. Costs
     * what {@link #groups()} costs; {@link #consumed} alone is free.
     *
     * @return the usages by SKU; unmodifiable
     */
    List<SkuUsage> usage();

    /**
     * Returns a page of the users who hold a SKU, and with it a seat. Costs a look at the users from {@code after} until
     * the page is full, and at those who came since the tenant was compiled.
     *
     * @param sku the SKU
     * @param after the users come after this id, whether or not it is that of a user; null to begin with the first
     * @param limit how many users to return at most
     * @return the users by id; unmodifiable. Fewer than {@code limit} only if there are no more
     * @throws IllegalArgumentException if there is no such SKU, or the limit is negative
     */
    List<UserId> usersOf(SkuId sku, @Nullable UserId after, int limit);

    /**
     * Returns the whole present state as a result that stays as it is. This is the one method that costs as much as the
     * tenant is large; asked again before something is applied it gives the same object.
     *
     * @return the result. Until something is applied its {@link AssignmentResult#changes()} are those from the holdings
     *     that the calculation began with; afterwards it has none, as each change told its own
     */
    AssignmentResult result();
}
