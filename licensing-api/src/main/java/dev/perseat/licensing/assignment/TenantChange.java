package dev.perseat.licensing.assignment;

import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;

/**
 * One thing that becomes different in a tenant. What is set takes the place of what had the same id, or is new; what is
 * removed is gone, and removing what is not there changes nothing, so that a change may be told twice.
 *
 * <p>Several changes are told as a list and take effect in its order; only the tenant after the last one has to be valid.
 * So a user and the memberships of that user can be told in any order, and a SKU can be removed together with the
 * licences that name it.
 *
 * @since 0.1
 */
public sealed interface TenantChange {
    /**
     * A user or group becomes a direct member of a group, unless it is one already.
     *
     * @param membership who of which group
     * @since 0.1
     */
    record MembershipAdded(Membership membership) implements TenantChange {}

    /**
     * A user or group is no direct member of a group any more.
     *
     * @param membership who of which group
     * @since 0.1
     */
    record MembershipRemoved(Membership membership) implements TenantChange {}

    /**
     * A user comes, or becomes different: another location, other addresses, other direct licences. Memberships stay.
     *
     * @param user the user from now on
     * @since 0.1
     */
    record UserSet(User user) implements TenantChange {}

    /**
     * A user goes, and with the user every membership. What the user held is held no more, unless the same list sets the
     * user again: then what is requested again is kept.
     *
     * @param userId the user
     * @since 0.1
     */
    record UserRemoved(UserId userId) implements TenantChange {}

    /**
     * A group comes, or becomes different: another kind, other licences. Members stay.
     *
     * @param group the group from now on
     * @since 0.1
     */
    record GroupSet(Group group) implements TenantChange {}

    /**
     * A group goes, with its licences, its members, and its own memberships.
     *
     * @param groupId the group
     * @since 0.1
     */
    record GroupRemoved(GroupId groupId) implements TenantChange {}

    /**
     * Units of a SKU are bought, given back or suspended.
     *
     * @param subscription the subscription from now on
     * @since 0.1
     */
    record SubscriptionSet(Subscription subscription) implements TenantChange {}

    /**
     * The tenant has no subscription of a SKU any more.
     *
     * @param skuId the SKU
     * @since 0.1
     */
    record SubscriptionRemoved(SkuId skuId) implements TenantChange {}

    /**
     * A SKU comes, or becomes different: plans are added to it or taken out.
     *
     * @param sku the SKU from now on
     * @since 0.1
     */
    record SkuSet(Sku sku) implements TenantChange {}

    /**
     * A SKU goes. Nothing may name it any more: no licence, and no subscription.
     *
     * @param skuId the SKU
     * @since 0.1
     */
    record SkuRemoved(SkuId skuId) implements TenantChange {}

    /**
     * A service plan comes, or becomes different: other requirements, exclusions or locations.
     *
     * @param servicePlan the plan from now on
     * @since 0.1
     */
    record ServicePlanSet(ServicePlan servicePlan) implements TenantChange {}

    /**
     * A service plan goes. Nothing may name it any more.
     *
     * @param servicePlanId the plan
     * @since 0.1
     */
    record ServicePlanRemoved(ServicePlanId servicePlanId) implements TenantChange {}

    /**
     * The policy becomes another one.
     *
     * @param policy the policy from now on
     * @since 0.1
     */
    record PolicySet(LicensingPolicy policy) implements TenantChange {}

    /**
     * The tenant gets another name or usage location.
     *
     * @param tenant the tenant from now on, with the same id
     * @since 0.1
     */
    record TenantSet(Tenant tenant) implements TenantChange {}
}
