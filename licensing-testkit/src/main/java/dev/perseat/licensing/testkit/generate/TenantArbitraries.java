package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.TenantSnapshot;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/**
 * The generated tenants as jqwik arbitraries. A failing one is shrunk only in its seed, towards 0.
 *
 * @since 0.1
 */
public final class TenantArbitraries {
    private TenantArbitraries() {}

    /**
     * Returns tenants at random.
     *
     * @return the tenants
     */
    public static Arbitrary<TenantSnapshot> tenants() {
        return seeds().map(seed -> TenantGenerator.of(seed).nextTenant());
    }

    /**
     * Returns tenants with holdings at random.
     *
     * @return the cases
     */
    public static Arbitrary<CalculationCase> cases() {
        return seeds().map(seed -> TenantGenerator.of(seed).nextCase());
    }

    private static Arbitrary<Long> seeds() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }
}
