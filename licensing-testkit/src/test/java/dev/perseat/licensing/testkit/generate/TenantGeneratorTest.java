package dev.perseat.licensing.testkit.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.model.Group;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantGeneratorTest {
    @Test
    void nextCase_sameSeed_sameCase() {
        CalculationCase one = TenantGenerator.of(17).nextCase();
        CalculationCase again = TenantGenerator.of(17).nextCase();

        assertThat(TenantDraft.from(again.snapshot()))
                .usingRecursiveComparison()
                .isEqualTo(TenantDraft.from(one.snapshot()));
        assertThat(again.holdings()).isEqualTo(one.holdings());
    }

    @Test
    void nextTenant_manySeeds_withinTheSizesPromised() {
        for (long seed = 0; seed < 500; seed++) {
            var tenant = TenantGenerator.of(seed).nextTenant();

            assertThat(tenant.userCount()).isBetween(0, 9);
            assertThat(tenant.groups()).hasSizeBetween(0, 6);
            assertThat(tenant.skus()).hasSizeBetween(1, 5);
        }
    }

    @Test
    void nextTenant_crowded_withinTheSizesPromised() {
        for (long seed = 0; seed < 100; seed++) {
            var tenant = TenantGenerator.crowded(seed).nextTenant();

            assertThat(tenant.userCount()).isBetween(10, 30);
            assertThat(tenant.groups()).hasSizeBetween(3, 10);
        }
    }

    @Test
    void nextTenant_manySeeds_cyclesOfGroupsOccur() {
        int cyclic = 0;
        for (long seed = 0; seed < 500; seed++) {
            var tenant = TenantGenerator.of(seed).nextTenant();
            boolean mutual = tenant.groups().stream()
                    .map(Group::id)
                    .anyMatch(group -> tenant.memberGroups(group).stream()
                            .anyMatch(member -> tenant.memberGroups(member).contains(group)));
            cyclic += mutual ? 1 : 0;
        }

        assertThat(cyclic).isGreaterThan(50);
    }

    /** Three thousand seeds; in at least so many of the cases each thing occurs. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Occurrences {
        private SortedMap<String, Integer> cases;

        @BeforeAll
        void count() {
            cases = Tally.ofSeeds(3000);
        }

        @ParameterizedTest
        @CsvSource({
            "DIRECT, 1000",
            "TRANSITIVE, 1000",
            "ALL_OR_NOTHING, 1000",
            "PER_PRODUCT, 1000",
            "DISABLE_PLAN, 1000",
            "REJECT, 1000",
            "group without members, 300",
            "group in itself, 100",
            "inherited members, 300",
            "members on several ways, 100",
            "user without groups, 300",
            "from scratch, 500",
            "from holdings, 1000",
            "holdings of an unknown user, 300",
            "change ADDED, 500",
            "change REMOVED, 500",
            "change PLANS_CHANGED, 200",
            "disabled by dependency, 300",
            "group not eligible, 300",
            "over-allocated, 100",
            "waiting, 300",
            "state ACTIVE, 1000",
            "state ACTIVE_WITH_ERROR, 100",
            "state DISABLED, 100",
            "state ERROR, 1000",
            "retained, 100",
            "disabled and retained, 10",
            "would push out what is retained, 30",
            "violation UsageLocationMissing, 100",
            "violation ProhibitedInUsageLocation, 100",
            "violation MutuallyExclusive, 200",
            "violation Uniqueness, 50",
            "violation Count, 300",
            "violation Dependency, 200",
            "violation Other, 100"
        })
        void occursAtLeast(String thing, int least) {
            assertThat(cases.getOrDefault(thing, 0)).as(thing).isGreaterThanOrEqualTo(least);
        }
    }
}
