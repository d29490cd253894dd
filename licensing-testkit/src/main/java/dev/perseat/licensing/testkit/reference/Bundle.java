package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.PlanDisablement;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.util.List;
import java.util.SortedMap;

/**
 * What one source requests for a user, to be accepted or not as a whole (section 4).
 *
 * @param source the source
 * @param licenses what the user would hold, by SKU
 * @param disabledPlans for each SKU the plans that are off, each with the reason
 */
record Bundle(
        AssignmentSource source,
        List<HeldLicense> licenses,
        SortedMap<SkuId, SortedMap<ServicePlanId, PlanDisablement>> disabledPlans) {
    boolean requests(AssignmentSource otherSource, SkuId sku) {
        return source.equals(otherSource) && requests(sku);
    }

    /** Section 5.1: "the user already holds every SKU of the bundle from that very source". */
    boolean isIncumbent(List<HeldLicense> held) {
        return licenses.stream()
                .allMatch(license -> held.stream().anyMatch(holding -> holding.compareTo(license) == 0));
    }

    boolean requests(SkuId sku) {
        return disabledPlans.containsKey(sku);
    }
}
