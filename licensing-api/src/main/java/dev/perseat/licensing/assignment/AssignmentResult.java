package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who has which licence, and why (section 7 of the law). Immutable and safe for use by several threads; every view is
 * made when it is asked for. Every method that names a user, SKU, plan or group throws {@link IllegalArgumentException}
 * if the snapshot does not have it.
 *
 * @since 0.1
 */
public interface AssignmentResult {
    /**
     * Returns the tenant that was calculated.
     *
     * @return the snapshot given to the calculator
     */
    TenantSnapshot snapshot();

    /**
     * Returns what became of each SKU that a user is given by some source, and of each that is retained.
     *
     * @param user the user
     * @return the states by source (direct first, groups by id), then SKU; unmodifiable
     * @throws IllegalArgumentException if there is no such user
     */
    List<LicenseAssignmentState> states(UserId user);

    /**
     * Returns what a user has, all sources taken together.
     *
     * @param user the user
     * @return the licences by SKU; unmodifiable
     * @throws IllegalArgumentException if there is no such user
     */
    List<EffectiveLicense> effectiveLicenses(UserId user);

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
     * Returns whether a user has a service plan, both by their index in the {@linkplain #snapshot() snapshot}: for asking
     * about very many. The first question may arrange the answers to all; the others allocate nothing.
     *
     * @param user the index of the user
     * @param plan the index of the plan
     * @return true if the plan is in some effective licence of the user
     * @throws IndexOutOfBoundsException if there is no such user or plan
     */
    boolean hasPlan(int user, int plan);

    /**
     * Tells the users who hold a SKU, and with it a seat, from at least one source.
     *
     * @param sku the SKU
     * @return the users by id
     * @throws IllegalArgumentException if there is no such SKU
     */
    Stream<UserId> usersOf(SkuId sku);

    /**
     * Tells the users of whom at least one state has a violation.
     *
     * @return the users by id
     */
    Stream<UserId> usersWithErrors();

    /**
     * Returns the groups with licences that have a user as a member in the sense of the policy, whether or not they can
     * give their licences.
     *
     * @param user the user
     * @return the groups by id; unmodifiable
     * @throws IllegalArgumentException if there is no such user
     */
    List<GroupId> licensedGroups(UserId user);

    /**
     * Returns how the seats of every SKU of the snapshot are used.
     *
     * @return the usages by SKU; unmodifiable
     */
    List<SkuUsage> usage();

    /**
     * Returns how the seats of one SKU are used.
     *
     * @param sku the SKU
     * @return the usage
     * @throws IllegalArgumentException if there is no such SKU
     */
    SkuUsage usage(SkuId sku);

    /**
     * Returns what became of the licences of every group that has some.
     *
     * @return the summaries by group; unmodifiable
     */
    List<GroupSummary> groups();

    /**
     * Returns what every user holds from now on.
     *
     * @return the holdings to begin from next time
     */
    Holdings holdings();

    /**
     * Tells the differences between the holdings that were given and {@link #holdings()}.
     *
     * @return the users for whom something changes, by id
     */
    Stream<UserChange> changes();

    /**
     * Explains why a user has a service plan, or why not.
     *
     * @param user the user
     * @param plan the plan
     * @return the answer with every reason
     * @throws IllegalArgumentException if there is no such user or plan
     */
    default PlanExplanation explain(UserId user, ServicePlanId plan) {
        return new Explainer(this).explain(user, plan);
    }
}
