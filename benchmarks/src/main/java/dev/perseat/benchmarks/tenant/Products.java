package dev.perseat.benchmarks.tenant;

import dev.perseat.benchmarks.tenant.Seed.Topic;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UsageLocation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can be bought: 60 SKUs of 30 plans, of which 20 are the SKU's own and 10 are shared with other SKUs. Under {@link
 * Load#SCARCE} some products are there for one rule each: 10 to 19 are five pairs that exclude each other, 20 to 29 need
 * the product ten before them, 30 to 35 are prohibited somewhere, 40 to 49 are short of seats.
 */
final class Products {
    static final int COUNT = 60;
    static final int PLANS_OF_EACH = 30;

    private static final int OWN = 20;
    private static final int SHARED = 40;
    private static final UsageLocation[] RESTRICTED = {UsageLocation.of("DE"), UsageLocation.of("CN")};

    private final Seed seed;
    private final Load load;

    Products(Seed seed, Load load) {
        this.seed = seed;
        this.load = load;
    }

    /** Returns whether there are too few seats of a SKU. */
    boolean isShort(int sku) {
        return load == Load.SCARCE && sku >= 40 && sku < 50;
    }

    SkuId id(int sku) {
        return SkuId.of(seed.id(Topic.SKU_ID, sku));
    }

    Stream<Sku> skus() {
        return IntStream.range(0, COUNT)
                .mapToObj(sku -> Sku.of(id(sku), "PRODUCT_" + sku, plans(sku).toList()));
    }

    /** Returns the plans of a SKU, its own ones first. */
    Stream<ServicePlanId> plans(int sku) {
        Stream<ServicePlanId> shared = IntStream.range(0, PLANS_OF_EACH - OWN)
                .mapToObj(k -> planId(COUNT * OWN + (sku + k * SHARED / (PLANS_OF_EACH - OWN)) % SHARED));
        return Stream.concat(IntStream.range(0, OWN).mapToObj(k -> ownPlan(sku, k)), shared);
    }

    Stream<ServicePlan> servicePlans() {
        Stream<ServicePlan> own = IntStream.range(0, COUNT * OWN).mapToObj(plan -> own(plan / OWN, plan % OWN));
        Stream<ServicePlan> shared = IntStream.range(COUNT * OWN, COUNT * OWN + SHARED)
                .mapToObj(plan -> ServicePlan.builder(planId(plan)).build());
        return Stream.concat(own, shared);
    }

    private ServicePlan own(int sku, int k) {
        ServicePlan.Builder plan = ServicePlan.builder(ownPlan(sku, k));
        if (load == Load.SCARCE && k == 0) {
            addRule(plan, sku);
        }
        return plan.build();
    }

    private void addRule(ServicePlan.Builder plan, int sku) {
        switch (sku / 10) {
            case 1 -> plan.conflictsWith(List.of(ownPlan(sku ^ 1, 0)));
            case 2 -> plan.requires(PlanRequirement.anyOf(ownPlan(sku - 10, 1), ownPlan(sku - 10, 2)));
            case 3 -> {
                if (sku < 36) {
                    plan.prohibitedIn(RESTRICTED[sku % RESTRICTED.length]);
                }
            }
            default -> {
                // a product without rules
            }
        }
    }

    private ServicePlanId ownPlan(int sku, int k) {
        return planId(sku * OWN + k);
    }

    private ServicePlanId planId(int plan) {
        return ServicePlanId.of(seed.id(Topic.PLAN_ID, plan));
    }
}
