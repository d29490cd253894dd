/**
 * Small tenants and holdings at random, from a seed: begin with {@link
 * dev.perseat.licensing.testkit.generate.TenantArbitraries} for jqwik, or {@link
 * dev.perseat.licensing.testkit.generate.TenantGenerator} for a fast loop over seeds.
 *
 * <p>The tenants are small and crowded on purpose: few seats, few plans shared by many SKUs, cycles of groups, so that
 * every state, violation and policy of the law occurs often. The same seed gives the same tenant on every Java.
 */
@NullMarked
package dev.perseat.licensing.testkit.generate;

import org.jspecify.annotations.NullMarked;
