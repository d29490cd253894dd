package dev.perseat.licensing.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import org.junit.jupiter.api.Test;

class ReconcileTest {
    @Test
    void reconcile_generatedCases_secondWalkOftenChangesSomething() {
        int several = 0;
        for (long seed = 0; seed < 3000; seed++) {
            CalculationCase given = TenantGenerator.of(seed).nextCase();
            Calculation calculation = new Calculation(given.snapshot(), given.holdings());
            calculation.release();
            int walks = calculation.reconcile();
            // The last walk changes nothing, so three are two that do.
            several += walks >= 3 ? 1 : 0;
        }

        assertThat(several).isGreaterThan(50);
    }
}
