/**
 * Large tenants from a seed: begin with {@link dev.perseat.benchmarks.tenant.Scenario}, which is what a benchmark is given,
 * then {@link dev.perseat.benchmarks.tenant.TenantShape} and {@link dev.perseat.benchmarks.tenant.Load}, which choose it.
 *
 * <p>Nothing of a tenant is stored but arrays over its groups: users and memberships are made as they are streamed, and
 * are the same each time.
 */
@NullMarked
package dev.perseat.benchmarks.tenant;

import org.jspecify.annotations.NullMarked;
