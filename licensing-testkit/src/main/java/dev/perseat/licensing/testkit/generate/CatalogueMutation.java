package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What may happen to plans, SKUs, subscriptions and the choices of the tenant. */
final class CatalogueMutation {
    private final Dice dice;
    private final CatalogueGenerator catalogue;

    CatalogueMutation(Dice dice, CatalogueGenerator catalogue) {
        this.dice = dice;
        this.catalogue = catalogue;
    }

    void addTo(Chances<Consumer<TenantDraft>> kinds) {
        kinds.add(8, this::changeUnits)
                .add(2, this::changeSubscription)
                .add(2, this::changePlans)
                .add(1, this::addPlan)
                .add(1, this::removePlan)
                .add(1, this::addConflict)
                .add(1, this::changeRules)
                .add(1, this::addOrChangeSku)
                .add(1, draft -> dice.any(draft.skus).ifPresent(draft.skus::remove))
                .add(1, draft -> draft.policy = catalogue.policy())
                .add(1, this::moveTenant);
    }

    /** A few seats more or fewer: somebody gets one, or there are suddenly too few. */
    private void changeUnits(TenantDraft draft) {
        dice.any(draft.subscriptions).ifPresent(before -> {
            PrepaidUnits units = before.prepaidUnits();
            int enabled = Math.max(0, units.enabled() + dice.between(-2, 3));
            draft.subscribe(new Subscription(
                    before.skuId(),
                    new PrepaidUnits(enabled, units.warning(), units.suspended(), units.lockedOut()),
                    before.capabilityStatus()));
        });
    }

    /** More seats, fewer seats, another status, or no subscription at all. */
    private void changeSubscription(TenantDraft draft) {
        dice.any(draft.skus).map(Sku::id).ifPresent(id -> {
            draft.subscriptions.removeIf(
                    (Subscription subscription) -> subscription.skuId().equals(id));
            if (dice.chance(0.9)) {
                draft.subscriptions.add(catalogue.subscription(id));
            }
        });
    }

    private void changePlans(TenantDraft draft) {
        dice.any(draft.skus)
                .ifPresent(sku -> toggle(draft, sku, dice.pick(draft.plans).id()));
    }

    private static void toggle(TenantDraft draft, Sku sku, ServicePlanId plan) {
        TreeSet<ServicePlanId> plans = new TreeSet<>(sku.servicePlans());
        if (!plans.add(plan)) {
            plans.remove(plan);
        }
        draft.skus.remove(sku);
        draft.skus.add(new Sku(sku.id(), sku.partNumber(), sku.appliesTo(), plans));
    }

    /** A plan that is new, in some of the SKUs. */
    private void addPlan(TenantDraft draft) {
        ServicePlanId id = dice.pick(CatalogueGenerator.PLAN_IDS);
        if (draft.planIds().noneMatch(id::equals)) {
            draft.plans.add(catalogue.plan(id, draft.planIds().toList()));
            dice.some(draft.skus, 0.5).forEach(sku -> toggle(draft, sku, id));
        }
    }

    private void removePlan(TenantDraft draft) {
        if (draft.plans.size() > 1) {
            draft.retire(dice.pick(draft.plans).id());
        }
    }

    private void addConflict(TenantDraft draft) {
        ServicePlan plan = dice.pick(draft.plans);
        ServicePlan other = dice.pick(draft.plans);
        if (!plan.id().equals(other.id())) {
            draft.plans.remove(plan);
            draft.plans.add(plan.toBuilder().conflictsWith(List.of(other.id())).build());
        }
    }

    /** Requires other plans, but none that requires it: that would be a cycle. */
    private void changeRules(TenantDraft draft) {
        ServicePlan plan = dice.pick(draft.plans);
        List<ServicePlanId> others = draft.plansThatDoNotNeed(plan.id());
        draft.plans.remove(plan);
        draft.plans.add(catalogue.plan(plan.id(), others));
    }

    private void addOrChangeSku(TenantDraft draft) {
        SkuId id = dice.pick(CatalogueGenerator.SKU_IDS);
        draft.skus.removeIf(sku -> sku.id().equals(id));
        draft.skus.add(catalogue.sku(id, draft.planIds().toList()));
    }

    private void moveTenant(TenantDraft draft) {
        Tenant tenant = draft.tenant;
        draft.tenant = new Tenant(tenant.id(), tenant.displayName(), dice.pick(CatalogueGenerator.LOCATIONS));
    }
}
