package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.UsageLocation;
import java.util.List;
import java.util.TreeSet;

/** Makes plans, SKUs and subscriptions. */
final class CatalogueGenerator {
    static final List<UsageLocation> LOCATIONS =
            List.of(UsageLocation.of("DE"), UsageLocation.of("NO"), UsageLocation.of("US"));

    /** Ids whose order by code unit differs from that by code point, by number, or without case. */
    static final List<ServicePlanId> PLAN_IDS =
            List.of("EXCHANGE", "TEAMS", "p2", "p10", "Yammer", "\uFF5Eplan", "\uD83D\uDE00", "visio", "a b").stream()
                    .map(ServicePlanId::of)
                    .toList();

    static final List<SkuId> SKU_IDS = List.of("E3", "E5", "F1", "e10", "\u00C5-SKU", "\uFFFD", "\uD83E\uDD84").stream()
            .map(SkuId::of)
            .toList();

    private final Dice dice;

    /**
     * How often plans require or exclude each other, and so on: differs between tenants, so that each is about
     * something.
     */
    private final double requireRate;

    private final double conflictRate;
    private final double prohibitRate;
    private final double uniqueRate;
    private final double brokenRate;
    private final double plentyRate;

    CatalogueGenerator(Dice dice) {
        this.dice = dice;
        this.requireRate = dice.pick(List.of(0.1, 0.4, 0.7));
        this.conflictRate = dice.pick(List.of(0.0, 0.08, 0.2));
        this.prohibitRate = dice.pick(List.of(0.0, 0.0, 0.15));
        this.uniqueRate = dice.pick(List.of(0.0, 0.0, 0.25));
        this.brokenRate = dice.pick(List.of(0.0, 0.1, 0.4));
        this.plentyRate = dice.pick(List.of(0.2, 0.5, 0.9));
    }

    void fill(TenantDraft draft) {
        List<ServicePlanId> planIds = dice.several(PLAN_IDS, dice.between(2, PLAN_IDS.size()));
        for (int i = 0; i < planIds.size(); i++) {
            draft.plans.add(plan(planIds.get(i), planIds.subList(0, i)));
        }
        for (SkuId id : dice.several(SKU_IDS, dice.between(1, 5))) {
            draft.skus.add(sku(id, planIds));
        }
        for (Sku sku : draft.skus) {
            if (dice.chance(0.92)) {
                draft.subscriptions.add(subscription(sku.id()));
            }
        }
    }

    /** A plan that requires and excludes only plans made before it, so that no requirement is a cycle. */
    ServicePlan plan(ServicePlanId id, List<ServicePlanId> earlier) {
        ServicePlan.Builder plan = ServicePlan.builder(id)
                .name("plan " + id)
                .appliesTo(dice.chance(0.08) ? AppliesTo.COMPANY : AppliesTo.USER)
                .conflictsWith(dice.some(earlier, conflictRate))
                .requiresUniqueProxyAddresses(dice.chance(uniqueRate));
        dice.some(LOCATIONS, prohibitRate).forEach(plan::prohibitedIn);
        for (int clauses = 0; !earlier.isEmpty() && clauses < 3 && dice.chance(requireRate); clauses++) {
            plan.requires(PlanRequirement.anyOf(dice.several(earlier, dice.between(1, 2))));
        }
        return plan.build();
    }

    Sku sku(SkuId id, List<ServicePlanId> planIds) {
        AppliesTo appliesTo = dice.chance(0.05) ? AppliesTo.COMPANY : AppliesTo.USER;
        return new Sku(
                id,
                "PART_" + id,
                appliesTo,
                new TreeSet<>(dice.several(planIds, dice.pick(List.of(0, 1, 1, 2, 2, 3, 4)))));
    }

    Subscription subscription(SkuId sku) {
        PrepaidUnits units = new PrepaidUnits(
                dice.chance(plentyRate) ? dice.between(8, 20) : dice.between(0, 5),
                dice.chance(0.15) ? dice.between(1, 3) : 0,
                dice.chance(0.1) ? dice.between(1, 3) : 0,
                dice.chance(0.1) ? dice.between(1, 3) : 0);
        CapabilityStatus status =
                dice.chance(brokenRate) ? dice.pick(List.of(CapabilityStatus.values())) : CapabilityStatus.ENABLED;
        return new Subscription(sku, units, status);
    }

    LicensingPolicy policy() {
        return new LicensingPolicy(
                dice.pick(List.of(LicensingPolicy.NestedGroups.values())),
                dice.pick(List.of(LicensingPolicy.GroupFailure.values())),
                dice.pick(List.of(LicensingPolicy.MissingDependency.values())));
    }
}
