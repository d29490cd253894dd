package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Changes that say little or nothing new: something is as it is already, is removed though it is not there, or is removed
 * and set again. They may stand anywhere among changes that lead to the same tenant.
 */
final class Repetition {
    private static final UserId NOBODY = UserId.of("nobody");
    private static final GroupId NO_GROUP = GroupId.of("no group");
    private static final SkuId NO_SKU = SkuId.of("no SKU");
    private static final ServicePlanId NO_PLAN = ServicePlanId.of("no plan");

    private final Dice dice;
    private final DirectoryGenerator directory;
    private final Chances<Function<TenantDraft, List<TenantChange>>> kinds;

    Repetition(Dice dice, DirectoryGenerator directory) {
        this.dice = dice;
        this.directory = directory;
        this.kinds = new Chances<Function<TenantDraft, List<TenantChange>>>()
                .add(4, this::asItIs)
                .add(2, draft -> List.of(removalOfNothing(draft)))
                .add(2, this::userAgain)
                .add(2, this::groupAgain)
                .add(2, this::membershipAgain)
                .add(1, this::productAgain)
                .add(1, this::newcomerWhoLeaves);
    }

    /** Changes that may be told on the way to a tenant. */
    List<TenantChange> about(TenantSnapshot after) {
        return kinds.pick(dice).apply(TenantDraft.from(after));
    }

    private List<TenantChange> asItIs(TenantDraft draft) {
        List<TenantChange> all = new ArrayList<>();
        all.add(new TenantChange.TenantSet(draft.tenant));
        all.add(new TenantChange.PolicySet(draft.policy));
        dice.any(draft.plans).map(TenantChange.ServicePlanSet::new).ifPresent(all::add);
        dice.any(draft.skus).map(TenantChange.SkuSet::new).ifPresent(all::add);
        dice.any(draft.subscriptions).map(TenantChange.SubscriptionSet::new).ifPresent(all::add);
        dice.any(draft.users).map(TenantChange.UserSet::new).ifPresent(all::add);
        dice.any(draft.groups).map(TenantChange.GroupSet::new).ifPresent(all::add);
        dice.any(draft.memberships).map(TenantChange.MembershipAdded::new).ifPresent(all::add);
        return dice.several(all, dice.between(1, 3));
    }

    private TenantChange removalOfNothing(TenantDraft draft) {
        GroupId group = dice.any(draft.groups).map(Group::id).orElse(NO_GROUP);
        UserId user = dice.any(draft.users).map(User::id).orElse(NOBODY);
        return dice.pick(List.of(
                new TenantChange.UserRemoved(NOBODY),
                new TenantChange.GroupRemoved(NO_GROUP),
                new TenantChange.SubscriptionRemoved(NO_SKU),
                new TenantChange.SkuRemoved(NO_SKU),
                new TenantChange.ServicePlanRemoved(NO_PLAN),
                new TenantChange.MembershipRemoved(Membership.of(group, NOBODY)),
                new TenantChange.MembershipRemoved(Membership.of(group, NO_GROUP)),
                new TenantChange.MembershipRemoved(Membership.of(NO_GROUP, user)),
                new TenantChange.MembershipRemoved(Membership.of(NO_GROUP, group))));
    }

    /** A user goes and comes back as before, with all memberships, some, or none. */
    private List<TenantChange> userAgain(TenantDraft draft) {
        List<TenantChange> changes = new ArrayList<>();
        dice.any(draft.users).ifPresent(user -> {
            changes.add(new TenantChange.UserRemoved(user.id()));
            changes.add(new TenantChange.UserSet(user));
            List<Membership> own = draft.memberships.stream()
                    .filter(membership -> membership instanceof Membership.OfUser it
                            && it.member().equals(user.id()))
                    .toList();
            addBack(changes, own);
        });
        return changes;
    }

    private List<TenantChange> groupAgain(TenantDraft draft) {
        List<TenantChange> changes = new ArrayList<>();
        dice.any(draft.groups).ifPresent(group -> {
            changes.add(new TenantChange.GroupRemoved(group.id()));
            changes.add(new TenantChange.GroupSet(group));
            List<Membership> own = draft.memberships.stream()
                    .filter(membership -> membership.groupId().equals(group.id()))
                    .toList();
            addBack(changes, own);
        });
        return changes;
    }

    private void addBack(List<TenantChange> changes, List<Membership> memberships) {
        double rate = dice.pick(List.of(0.0, 0.5, 1.0));
        dice.some(memberships, rate).forEach(it -> changes.add(new TenantChange.MembershipAdded(it)));
    }

    /** Somebody leaves and joins again, or joins and leaves again. */
    private List<TenantChange> membershipAgain(TenantDraft draft) {
        List<TenantChange> changes = new ArrayList<>();
        dice.any(draft.memberships).ifPresent(it -> {
            changes.add(new TenantChange.MembershipRemoved(it));
            changes.add(new TenantChange.MembershipAdded(it));
            if (dice.chance(0.3)) {
                changes.add(new TenantChange.MembershipRemoved(it));
            }
        });
        return changes;
    }

    private List<TenantChange> productAgain(TenantDraft draft) {
        List<List<TenantChange>> all = new ArrayList<>();
        for (ServicePlan it : draft.plans) {
            all.add(List.of(new TenantChange.ServicePlanRemoved(it.id()), new TenantChange.ServicePlanSet(it)));
        }
        for (Sku it : draft.skus) {
            all.add(List.of(new TenantChange.SkuRemoved(it.id()), new TenantChange.SkuSet(it)));
        }
        for (Subscription it : draft.subscriptions) {
            all.add(List.of(
                    new TenantChange.SubscriptionSet(Subscription.of(it.skuId(), 0)),
                    new TenantChange.SubscriptionSet(it)));
        }
        return dice.pick(all);
    }

    /** Comes, joins, and is gone, with licences that nobody needs to know any more. */
    private List<TenantChange> newcomerWhoLeaves(TenantDraft draft) {
        List<TenantChange> changes = new ArrayList<>();
        changes.add(new TenantChange.UserSet(directory.user(NOBODY, draft)));
        dice.any(draft.groups)
                .ifPresent(group -> changes.add(new TenantChange.MembershipAdded(Membership.of(group.id(), NOBODY))));
        changes.add(new TenantChange.UserRemoved(NOBODY));
        return changes;
    }
}
