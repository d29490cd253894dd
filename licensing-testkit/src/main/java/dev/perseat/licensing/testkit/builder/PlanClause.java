package dev.perseat.licensing.testkit.builder;

import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.UsageLocation;

/**
 * What can be said of a service plan.
 *
 * @since 0.1
 */
public final class PlanClause extends TenantSentence {
    private final ServicePlan.Builder plan;

    PlanClause(Parts parts, String id) {
        super(parts);
        this.plan = parts.plan(id);
    }

    /**
     * Adds a clause to what the plan requires: one of these. Say it again for a further clause.
     *
     * @param anyOf the ids of the plans of which one must be enabled
     * @return this
     * @throws IllegalArgumentException if no plan is named
     */
    public PlanClause requires(String... anyOf) {
        plan.requires(PlanRequirement.anyOf(parts.plans(anyOf)));
        return this;
    }

    /**
     * Adds plans of other SKUs that cannot be held beside this one.
     *
     * @param plans the ids of the plans
     * @return this
     */
    public PlanClause conflictsWith(String... plans) {
        plan.conflictsWith(parts.plans(plans));
        return this;
    }

    /**
     * Adds countries in which the plan may not be used.
     *
     * @param countries ISO 3166-1 alpha-2 codes
     * @return this
     */
    public PlanClause prohibitedIn(String... countries) {
        for (String country : countries) {
            plan.prohibitedIn(UsageLocation.of(country));
        }
        return this;
    }

    /**
     * Says that no other user may share a proxy address with a user of this plan.
     *
     * @return this
     */
    public PlanClause needsUniqueProxyAddresses() {
        plan.requiresUniqueProxyAddresses(true);
        return this;
    }

    /**
     * Says that the plan serves the company as a whole.
     *
     * @return this
     */
    public PlanClause forCompany() {
        plan.appliesTo(AppliesTo.COMPANY);
        return this;
    }
}
