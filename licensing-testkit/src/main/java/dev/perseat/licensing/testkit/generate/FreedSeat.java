package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import java.util.List;

/**
 * A product is sold out, more users want it, and some of those who have it
 * lose it in the course of the calculation, so that their seats go to users whom the first walk had passed by.
 */
final class FreedSeat implements Story {
    private final Dice dice;
    private final SkuId scarce;

    private FreedSeat(Dice dice, SkuId scarce) {
        this.dice = dice;
        this.scarce = scarce;
    }

    /** Returns whether there is enough in the tenant for the story. */
    static boolean fits(TenantDraft draft) {
        return draft.users.size() >= 2 && !draft.assignableSkus().isEmpty();
    }

    /** Sets the scene in a tenant that was just made. */
    static FreedSeat begin(TenantDraft draft, Dice dice) {
        FreedSeat story = new FreedSeat(dice, dice.pick(draft.assignableSkus()).id());
        List<User> first = dice.several(draft.users, dice.between(1, draft.users.size() - 1));
        ServicePlan harmless = ServicePlan.builder(draft.plans.get(0).id()).build();
        draft.plans.set(0, harmless);
        draft.sell(story.scarce, harmless.id(), Subscription.of(story.scarce, first.size()));
        draft.groups.replaceAll(group -> group.withLicenses(group.licenses().stream()
                .filter(license -> dice.chance(0.3) || !license.skuId().equals(story.scarce))
                .toList()));
        for (User user : first) {
            User located = user.toBuilder()
                    .usageLocation(dice.pick(CatalogueGenerator.LOCATIONS))
                    .build();
            draft.give(located, story.scarce);
        }
        return story;
    }

    /** Those who lose their location lose the licence that they have directly. */
    @Override
    public void goOn(TenantDraft draft) {
        for (User user : List.copyOf(draft.users)) {
            if (dice.chance(0.4)) {
                draft.users.remove(user);
                draft.users.add(user.toBuilder().usageLocation(null).build());
            } else if (dice.chance(0.8)) {
                draft.give(user, scarce);
            }
        }
    }
}
