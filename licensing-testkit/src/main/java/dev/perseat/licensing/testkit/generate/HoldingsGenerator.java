package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Makes holdings that no calculation would have come to. */
final class HoldingsGenerator {
    private static final ServicePlanId GONE = ServicePlanId.of("plan-of-old");

    private final Dice dice;
    private final TenantSize size;

    HoldingsGenerator(Dice dice, TenantSize size) {
        this.dice = dice;
        this.size = size;
    }

    /**
     * Holds what is requested or was held, and leaves out some of what is held, and adds
     * things at random: of users, groups, SKUs and plans that may not be there.
     */
    Holdings disturbed(Holdings holdings, TenantDraft draft) {
        Holdings.Builder builder = Holdings.builder();
        double keepRate = dice.pick(List.of(0.5, 0.9, 1.0));
        double neededRate = dice.pick(List.of(0.0, 0.5, 0.9));
        int extra = dice.between(0, 3);
        for (UserId user : size.userIds()) {
            TreeSet<HeldLicense> licenses = new TreeSet<>(dice.some(holdings.of(user), keepRate));
            licenses.addAll(dice.some(direct(user, draft), keepRate));
            for (HeldLicense license : List.copyOf(licenses)) {
                licenses.addAll(dice.some(needed(license, draft), neededRate));
            }
            for (int i = 0; i < extra && dice.chance(0.7); i++) {
                licenses.add(license(draft));
            }
            builder.addAll(user, List.copyOf(licenses));
        }
        return builder.build();
    }

    private static List<HeldLicense> direct(UserId user, TenantDraft draft) {
        List<HeldLicense> licenses = new ArrayList<>();
        draft.users.stream()
                .filter(candidate -> candidate.id().equals(user))
                .flatMap(candidate -> candidate.directLicenses().stream())
                .forEach(license -> licenses.add(
                        HeldLicense.of(AssignmentSource.direct(), license.skuId(), license.disabledPlans())));
        return licenses;
    }

    /** Licences from any group of SKUs that meet what the plans of a licence require: a reason to retain them. */
    private List<HeldLicense> needed(HeldLicense license, TenantDraft draft) {
        List<HeldLicense> needed = new ArrayList<>();
        for (ServicePlan plan : draft.plans) {
            for (PlanRequirement clause : draft.requirements(license.skuId(), plan)) {
                draft.skus.stream()
                        .filter(sku -> !Collections.disjoint(sku.servicePlans(), clause.anyOf()))
                        .forEach(sku -> needed.add(HeldLicense.of(anyGroup(), sku.id(), sku.servicePlans())));
            }
        }
        return needed;
    }

    private AssignmentSource anyGroup() {
        return AssignmentSource.group(dice.pick(size.groupIds()));
    }

    private HeldLicense license(TenantDraft draft) {
        AssignmentSource source = dice.chance(0.15) ? AssignmentSource.direct() : anyGroup();
        if (draft.skus.isEmpty() || dice.chance(0.05)) {
            return HeldLicense.of(source, SkuId.of("sku-of-old"), List.of(GONE));
        }
        Sku sku = dice.pick(draft.skus);
        return HeldLicense.of(source, sku.id(), plans(sku));
    }

    private Collection<ServicePlanId> plans(Sku sku) {
        List<ServicePlanId> plans = new ArrayList<>(dice.some(sku.servicePlans(), 0.8));
        if (dice.chance(0.1)) {
            plans.add(GONE);
        }
        return plans;
    }
}
