package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import org.junit.jupiter.api.Test;

class DemandTest {
    private final DenseTenant tenant = new DenseTenant(
            TenantBuilder.tenant("contoso")
                    .plan("MAIL")
                    .sku("A", "MAIL")
                    .sku("B", "MAIL")
                    .sku("C", "MAIL")
                    .user("ada")
                    .in("US")
                    .with("A", "B")
                    .user("bob")
                    .in("US")
                    .with("B", "C")
                    .snapshot(),
            new Parallel(Runnable::run, 1));
    private final Ledger ledger = Ledger.of(tenant, Holdings.empty());
    private final int ada = tenant.baseOfUser[0];
    private final int bob = tenant.baseOfUser[1];

    @Test
    void whoHoldsAll_lacksNothing() {
        Demand demand = new Demand(ledger);
        demand.add(ledger.fullProfile(ada), 5);
        assertThat(demand.taken).containsExactly(5, 5, 0);
        assertThat(demand.lacking).containsExactly(0, 0, 0);
    }

    @Test
    void whoHoldsNothing_lacksWhatIsRequested() {
        Demand demand = new Demand(ledger);
        demand.add(ada, 5);
        assertThat(demand.taken).containsExactly(0, 0, 0);
        assertThat(demand.lacking).containsExactly(5, 5, 0);
    }

    @Test
    void whoHoldsSomethingElse_takesThatAndLacksTheRest() {
        Demand demand = new Demand(ledger);
        demand.add(ledger.profile(ada, ledger.fullHolding(bob)), 5);
        assertThat(demand.taken).containsExactly(0, 5, 5);
        assertThat(demand.lacking).containsExactly(5, 0, 0);
    }

    @Test
    void add_whatAnotherHasCounted_sums() {
        Demand all = new Demand(ledger);
        all.add(bob, 1);
        Demand part = new Demand(ledger);
        part.add(ada, 2);
        part.add(ledger.fullProfile(bob), 3);
        all.add(part);
        assertThat(all.taken).containsExactly(0, 3, 3);
        assertThat(all.lacking).containsExactly(2, 3, 1);
    }
}
