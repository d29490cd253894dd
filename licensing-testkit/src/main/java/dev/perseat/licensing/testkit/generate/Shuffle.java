package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.UserId;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells the same input in another order: for the law that the order of the input changes nothing. What the law calls "as
 * listed" (clauses, proxy addresses) keeps its order. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class Shuffle {
    private final Dice dice;

    private Shuffle(long seed) {
        this.dice = new Dice(seed);
    }

    /**
     * Returns a shuffle.
     *
     * @param seed what the order depends on
     * @return a shuffle that makes the same orders for the same seed
     */
    public static Shuffle of(long seed) {
        return new Shuffle(seed);
    }

    /**
     * Shuffles both parts of a case.
     *
     * @param given the case
     * @return an equal case, told in another order
     */
    public CalculationCase apply(CalculationCase given) {
        return new CalculationCase(apply(given.snapshot()), apply(given.holdings()));
    }

    /**
     * Shuffles a tenant: its plans, SKUs, subscriptions, users, groups, members and licences.
     *
     * @param snapshot the tenant
     * @return the same tenant, told in another order
     */
    public TenantSnapshot apply(TenantSnapshot snapshot) {
        TenantDraft told = TenantDraft.from(snapshot);
        TenantDraft shuffled = new TenantDraft(told.tenant);
        shuffled.policy = told.policy;
        shuffled.plans.addAll(dice.shuffled(told.plans));
        shuffled.skus.addAll(dice.shuffled(told.skus));
        shuffled.subscriptions.addAll(dice.shuffled(told.subscriptions));
        dice.shuffled(told.users).forEach(user -> {
            List<License> licenses = dice.shuffled(user.directLicenses());
            shuffled.users.add(TenantDraft.withLicenses(user, licenses));
        });
        dice.shuffled(told.groups)
                .forEach(group -> shuffled.groups.add(group.withLicenses(dice.shuffled(group.licenses()))));
        shuffled.memberships.addAll(dice.shuffled(told.memberships));
        return shuffled.build();
    }

    /**
     * Shuffles holdings.
     *
     * @param holdings the holdings
     * @return equal holdings, told in another order
     */
    public Holdings apply(Holdings holdings) {
        List<Map.Entry<UserId, HeldLicense>> all = new ArrayList<>();
        holdings.forEach(
                (user, licenses) -> licenses.forEach(license -> all.add(new SimpleImmutableEntry<>(user, license))));
        Holdings.Builder builder = Holdings.builder();
        dice.shuffled(all).forEach(entry -> builder.add(entry.getKey(), entry.getValue()));
        return builder.build();
    }
}
