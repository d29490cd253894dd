package dev.perseat.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainCollectionsPeerTest {
    private static final int SEEDS = 500;

    @Test
    void calculate_generatedTenants_sameAnswersAsReference() {
        for (long seed = 0; seed < SEEDS; seed++) {
            TenantSnapshot snapshot = TenantGenerator.of(seed).nextCase().snapshot();
            Peer reference = PerseatPeer.withCompile(new ReferenceCalculator(), snapshot, Holdings.empty());
            assertThat(new PlainCollectionsPeer(snapshot).calculate().checksum())
                    .as("seed %d", seed)
                    .isEqualTo(reference.calculate().checksum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void calculate_tenantOfABenchmark_sameAnswersAsPerseat(Load load) {
        Scenario scenario = Scenario.fromScratch(TenantShape.NESTED_10K, load);
        long perseat = RuleContender.PERSEAT.load(scenario).calculate().checksum();
        assertThat(RuleContender.COLLECTIONS.load(scenario).calculate().checksum())
                .isEqualTo(perseat);
    }

    @ParameterizedTest
    @EnumSource(names = "PERSEAT.*", mode = EnumSource.Mode.MATCH_ALL)
    void calculate_anyFormFromHoldings_sameAnswers(RuleContender contender) {
        Scenario scenario = Scenario.of(TenantShape.NESTED_200, Load.SCARCE);
        assertThat(contender.load(scenario).calculate().checksum())
                .isEqualTo(RuleContender.PERSEAT.load(scenario).calculate().checksum());
    }
}
