package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells the changes that lead from one tenant to another: for tests that know where a live calculation shall arrive.
 *
 * @since 0.1
 */
public final class TenantDifference {
    private final List<TenantChange> changes = new ArrayList<>();
    private final Set<UserId> goneUsers = new LinkedHashSet<>();
    private final Set<GroupId> goneGroups = new LinkedHashSet<>();

    private TenantDifference() {}

    /**
     * Returns the changes between two snapshots of a tenant.
     *
     * @param before the tenant at first
     * @param after the tenant in the end
     * @return changes that make the one into the other in any order, each thing told once: tenant, policy, plans, SKUs,
     *     subscriptions, users, groups, memberships, each kind by id; empty if both say the same; unmodifiable
     */
    public static List<TenantChange> between(TenantSnapshot before, TenantSnapshot after) {
        TenantDifference difference = new TenantDifference();
        difference.tell(TenantDraft.from(before), TenantDraft.from(after));
        return Collections.unmodifiableList(difference.changes);
    }

    private void tell(TenantDraft before, TenantDraft after) {
        if (!before.tenant.equals(after.tenant)) {
            changes.add(new TenantChange.TenantSet(after.tenant));
        }
        if (!before.policy.equals(after.policy)) {
            changes.add(new TenantChange.PolicySet(after.policy));
        }
        compare(
                byId(before.plans, ServicePlan::id),
                byId(after.plans, ServicePlan::id),
                TenantChange.ServicePlanSet::new,
                TenantChange.ServicePlanRemoved::new);
        compare(
                byId(before.skus, Sku::id),
                byId(after.skus, Sku::id),
                TenantChange.SkuSet::new,
                TenantChange.SkuRemoved::new);
        compare(
                byId(before.subscriptions, Subscription::skuId),
                byId(after.subscriptions, Subscription::skuId),
                TenantChange.SubscriptionSet::new,
                TenantChange.SubscriptionRemoved::new);
        compare(byId(before.users, User::id), byId(after.users, User::id), TenantChange.UserSet::new, this::gone);
        compare(byId(before.groups, Group::id), byId(after.groups, Group::id), TenantChange.GroupSet::new, this::gone);
        compareMemberships(before.memberships, after.memberships);
    }

    private static <K, T> Map<K, T> byId(List<T> things, Function<T, K> id) {
        Map<K, T> byId = new LinkedHashMap<>();
        things.forEach(thing -> byId.put(id.apply(thing), thing));
        return byId;
    }

    private <K, T> void compare(
            Map<K, T> before, Map<K, T> after, Function<T, TenantChange> set, Function<K, TenantChange> removed) {
        before.forEach((id, thing) -> {
            if (!after.containsKey(id)) {
                changes.add(removed.apply(id));
            }
        });
        after.forEach((id, thing) -> {
            if (!thing.equals(before.get(id))) {
                changes.add(set.apply(thing));
            }
        });
    }

    private TenantChange gone(UserId user) {
        goneUsers.add(user);
        return new TenantChange.UserRemoved(user);
    }

    private TenantChange gone(GroupId group) {
        goneGroups.add(group);
        return new TenantChange.GroupRemoved(group);
    }

    /** Whoever is gone has no memberships, so those need not be told. */
    private void compareMemberships(List<Membership> before, List<Membership> after) {
        Set<Membership> added = new LinkedHashSet<>(after);
        before.forEach(added::remove);
        Set<Membership> removed = new LinkedHashSet<>(before);
        after.forEach(removed::remove);
        removed.removeIf(this::isOfSomeoneGone);
        removed.forEach(membership -> changes.add(new TenantChange.MembershipRemoved(membership)));
        added.forEach(membership -> changes.add(new TenantChange.MembershipAdded(membership)));
    }

    private boolean isOfSomeoneGone(Membership membership) {
        return goneGroups.contains(membership.groupId())
                || (membership instanceof Membership.OfUser it && goneUsers.contains(it.member()))
                || (membership instanceof Membership.OfGroup edge && goneGroups.contains(edge.member()));
    }
}
