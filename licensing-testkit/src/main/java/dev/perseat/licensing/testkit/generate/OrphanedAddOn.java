package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import java.util.List;

/**
 * Users have an add-on directly and its base from a group, leave the group, so
 * that the base is retained, and are given a rival of the base at the same time.
 */
final class OrphanedAddOn implements Story {
    private final Dice dice;
    private final SkuId addOn;
    private final SkuId base;
    private final SkuId rival;
    private final Group group;

    private OrphanedAddOn(Dice dice, List<Sku> skus, Group group) {
        this.dice = dice;
        this.addOn = skus.get(0).id();
        this.base = skus.get(1).id();
        this.rival = skus.get(2).id();
        this.group = group;
    }

    /** Returns whether there is enough in the tenant for the story. */
    static boolean fits(TenantDraft draft) {
        return draft.plans.size() >= 3 && draft.assignableSkus().size() >= 3 && !draft.groups.isEmpty();
    }

    /** Sets the scene in a tenant that was just made. */
    static OrphanedAddOn begin(TenantDraft draft, Dice dice) {
        OrphanedAddOn story = new OrphanedAddOn(dice, dice.several(draft.assignableSkus(), 3), dice.pick(draft.groups));
        // Plans require and exclude only plans that stand before them, so this adds no cycle.
        ServicePlanId needed = draft.plans.get(0).id();
        ServicePlanId excluding = draft.plans.get(1).id();
        ServicePlanId needy = draft.plans.get(2).id();
        draft.plans.set(0, ServicePlan.builder(needed).build());
        draft.plans.set(
                1, ServicePlan.builder(excluding).conflictsWith(List.of(needed)).build());
        draft.plans.set(
                2,
                ServicePlan.builder(needy)
                        .requires(PlanRequirement.anyOf(needed))
                        .build());
        draft.sell(story.addOn, needy, story.seats(story.addOn));
        draft.sell(story.base, needed, story.seats(story.base));
        draft.sell(story.rival, excluding, story.seats(story.rival));
        draft.groups.remove(story.group);
        draft.groups.add(story.group.withLicenses(List.of(License.of(story.base))));
        for (User user : List.copyOf(draft.users)) {
            if (dice.chance(0.7)) {
                draft.give(user, story.addOn);
                draft.memberships.add(new Membership.OfUser(story.group.id(), user.id()));
            }
        }
        return story;
    }

    @Override
    public void goOn(TenantDraft draft) {
        draft.memberships.removeIf(membership -> membership.groupId().equals(group.id()) && dice.chance(0.8));
        if (dice.chance(0.3)) {
            CapabilityStatus status = dice.pick(List.of(CapabilityStatus.values()));
            draft.subscribe(new Subscription(base, PrepaidUnits.of(dice.between(3, 9)), status));
        }
        for (User user : List.copyOf(draft.users)) {
            if (dice.chance(0.3)) {
                draft.give(user, rival);
            }
        }
    }

    private Subscription seats(SkuId sku) {
        return Subscription.of(sku, dice.between(2, 9));
    }
}
