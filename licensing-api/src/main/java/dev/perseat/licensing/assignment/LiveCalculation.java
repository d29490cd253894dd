package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/**
 * A calculation that goes on: it takes changes of the tenant as they come, and looks only at the users whom they can
 * reach. After any changes its state is that of a full calculation of the changed tenant from what users held before:
 * {@code apply(changes)} and {@code calculate(snapshot.with(changes), holdings)} come to the same.
 *
 * <p>Used by one thread at a time; who shares one between threads sees to that. The results it gives out are immutable.
 *
 * @since 0.1
 */
public interface LiveCalculation {
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
     * Returns the whole present state as a result that stays as it is. This is the one method that costs as much as the
     * tenant is large; asked again before something is applied it gives the same object.
     *
     * @return the result. Until something is applied its {@link AssignmentResult#changes()} are those from the holdings
     *     that the calculation began with; afterwards it has none, as each change told its own
     */
    AssignmentResult result();
}
