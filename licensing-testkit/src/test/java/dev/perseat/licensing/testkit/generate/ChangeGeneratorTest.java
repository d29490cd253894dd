package dev.perseat.licensing.testkit.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeGeneratorTest {
    @Test
    void nextChanges_sameSeed_sameHistory() {
        assertThat(history(17)).isEqualTo(history(17)).isNotEqualTo(history(18));
    }

    private static List<List<TenantChange>> history(long seed) {
        TenantSnapshot snapshot = TenantGenerator.of(1).nextTenant();
        ChangeGenerator generator = ChangeGenerator.of(seed);
        List<List<TenantChange>> history = new ArrayList<>();
        for (int step = 0; step < 10; step++) {
            List<TenantChange> changes = generator.nextChanges(snapshot);
            history.add(changes);
            snapshot = snapshot.with(changes);
        }
        return history;
    }

    @Test
    void nextInvalidChanges_manySeeds_refusedForEveryKindOfProblem() {
        Set<TenantProblem.Kind> kinds = new TreeSet<>();
        for (long seed = 0; seed < 1_000; seed++) {
            TenantSnapshot snapshot = TenantGenerator.of(seed).nextTenant();
            List<TenantChange> changes = ChangeGenerator.of(seed).nextInvalidChanges(snapshot);

            assertThatExceptionOfType(InvalidTenantException.class)
                    .as("seed %s: %s", seed, changes)
                    .isThrownBy(() -> snapshot.with(changes))
                    .satisfies(refusal -> refusal.problems().forEach(problem -> kinds.add(problem.kind())));
        }

        assertThat(kinds)
                .containsExactly(
                        TenantProblem.Kind.DUPLICATE_ID,
                        TenantProblem.Kind.UNKNOWN_REFERENCE,
                        TenantProblem.Kind.PLAN_NOT_IN_SKU,
                        TenantProblem.Kind.COMPANY_SKU_LICENSED,
                        TenantProblem.Kind.SELF_REFERENCE,
                        TenantProblem.Kind.REQUIREMENT_CYCLE);
    }

    /** Four hundred histories of fifteen steps; in at least so many of the steps each thing occurs. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Occurrences {
        private SortedMap<String, Integer> steps;

        @BeforeAll
        void count() {
            steps = ChangeTally.ofHistories(400, 15);
        }

        @ParameterizedTest
        @CsvSource({
            "MembershipAdded, 1500",
            "MembershipRemoved, 1000",
            "UserSet, 1000",
            "UserRemoved, 500",
            "GroupSet, 800",
            "GroupRemoved, 250",
            "SubscriptionSet, 700",
            "SubscriptionRemoved, 100",
            "SkuSet, 400",
            "SkuRemoved, 100",
            "ServicePlanSet, 300",
            "ServicePlanRemoved, 100",
            "PolicySet, 150",
            "TenantSet, 100",
            "one change, 1000",
            "many changes, 400",
            "nothing new, 300",
            "no effect, 1000",
            "other seats, 1000",
            "effect ADDED, 700",
            "effect REMOVED, 700",
            "effect PLANS_CHANGED, 150",
            "other states of what stays, 800",
            "waiting, 1000",
            "over-allocated, 400",
            "retained, 100",
            "seat for one who waited, 120",
            "seat that another left, 70"
        })
        void occursAtLeast(String thing, int least) {
            assertThat(steps.getOrDefault(thing, 0)).as(thing).isGreaterThanOrEqualTo(least);
        }
    }
}
