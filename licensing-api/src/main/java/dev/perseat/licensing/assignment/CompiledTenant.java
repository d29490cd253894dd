package dev.perseat.licensing.assignment;

/**
 * A snapshot, made ready for calculating: what depends on the tenant alone has been worked out. Immutable and safe for
 * use by several threads.
 *
 * @since 0.1
 */
public interface CompiledTenant {
    /**
     * Returns the tenant.
     *
     * @return the snapshot that was compiled
     */
    TenantSnapshot snapshot();

    /**
     * Decides for every user of the tenant (sections 2 to 7 of the law).
     *
     * @param holdings what each user holds now; {@link Holdings#empty()} to calculate from scratch. What no longer
     *     exists in the snapshot is dropped, and appears in {@link AssignmentResult#changes()}
     * @return the result, a fixed point: calculating again from its holdings changes nothing
     */
    AssignmentResult calculate(Holdings holdings);

    /**
     * Decides for every user like {@link #calculate}, and goes on from there, change by change.
     *
     * @param holdings what each user holds now
     * @return a live calculation of its own; its first {@link LiveCalculation#result()} is what {@code calculate} returns
     */
    LiveCalculation live(Holdings holdings);
}
