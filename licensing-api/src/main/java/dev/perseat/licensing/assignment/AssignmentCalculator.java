package dev.perseat.licensing.assignment;

import java.util.List;

/**
 * Decides for a whole tenant who gets which licence.
 *
 * <p>A calculator is a function: the result depends on its arguments alone, and not on the order in which the input was
 * given, on threads, time, locale or the version of Java. All methods can be called by any number of threads at once.
 *
 * @since 0.1
 */
public interface AssignmentCalculator {
    /**
     * Decides for every user of the tenant (sections 2 to 7 of the law).
     *
     * @param snapshot the tenant
     * @param holdings what each user holds now; {@link Holdings#empty()} to calculate from scratch. What no longer
     *     exists in the snapshot is dropped, and appears in {@link AssignmentResult#changes()}
     * @return the result, a fixed point: calculating again from its holdings changes nothing
     */
    default AssignmentResult calculate(TenantSnapshot snapshot, Holdings holdings) {
        return compile(snapshot).calculate(holdings);
    }

    /**
     * Makes a tenant ready for calculating it several times, or for following its changes.
     *
     * @param snapshot the tenant
     * @return the tenant with all worked out that does not depend on holdings
     */
    CompiledTenant compile(TenantSnapshot snapshot);

    /**
     * Finds the plans of the groups' licences that lack a plan they require (section 2 of the law), without deciding for
     * anybody: what a command has to refuse under {@link LicensingPolicy.MissingDependency#REJECT}. Groups that cannot
     * give licences are left out.
     *
     * @param snapshot the tenant
     * @return the plans, by group, SKU and plan; unmodifiable
     */
    List<MissingDependency> missingDependencies(TenantSnapshot snapshot);
}
