package dev.perseat.licensing.testkit.generate;

import static dev.perseat.licensing.testkit.assertion.PerseatAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TenantArbitrariesProperties {
    private final AssignmentCalculator calculator = new ReferenceCalculator();

    @Provide
    Arbitrary<TenantSnapshot> tenants() {
        return TenantArbitraries.tenants();
    }

    @Provide
    Arbitrary<CalculationCase> cases() {
        return TenantArbitraries.cases();
    }

    @Property(tries = 200, seed = "42")
    void fromScratch_thenAgain_nothingChanges(@ForAll("tenants") TenantSnapshot tenant) {
        Holdings holdings = calculator.calculate(tenant, Holdings.empty()).holdings();

        assertThat(calculator.calculate(tenant, holdings).changes()).isEmpty();
    }

    @Property(tries = 200, seed = "42")
    void inputOrder_changesNothing(@ForAll("cases") CalculationCase given, @ForAll long seed) {
        CalculationCase shuffled = Shuffle.of(seed).apply(given);

        assertThat(calculator.calculate(shuffled.snapshot(), shuffled.holdings()))
                .hasSameAnswersAs(calculator.calculate(given.snapshot(), given.holdings()));
    }
}
