package dev.perseat.benchmarks.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import dev.perseat.licensing.model.GroupId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GeneratedTenantTest {
    private static final TenantShape SHAPE = TenantShape.NESTED_10K;

    @Nested
    class The_shape {
        private final TenantSnapshot snapshot = Scenario.of(SHAPE, Load.PLENTY).snapshot();

        @Test
        void has_the_numbers_that_it_says() {
            assertThat(snapshot.userCount()).isEqualTo(SHAPE.users());
            assertThat(snapshot.groups()).hasSize(SHAPE.groups());
            assertThat(snapshot.groups().stream()
                            .filter(group -> !group.licenses().isEmpty()))
                    .hasSize(SHAPE.licensedGroups());
            assertThat(snapshot.skus())
                    .hasSize(60)
                    .allSatisfy(sku -> assertThat(sku.servicePlans()).hasSize(30));
        }

        @Test
        void has_five_memberships_a_user_and_one_group_with_a_large_part_of_all_users() {
            int[] sizes = IntStream.range(0, SHAPE.groups())
                    .map(snapshot::memberUserCount)
                    .toArray();
            double perUser = IntStream.of(sizes).sum() / (double) SHAPE.users();
            assertThat(perUser).isCloseTo(5, within(0.15));
            assertThat(IntStream.of(sizes).max().orElseThrow()).isBetween(SHAPE.users() / 3, SHAPE.users());
        }

        @Test
        void has_ten_levels_with_a_cycle_below_the_group_that_reaches_everybody() {
            GroupId top = new GeneratedTenant(SHAPE, Load.PLENTY, Day.TODAY)
                    .groups()
                    .findFirst()
                    .orElseThrow()
                    .id();
            Set<GroupId> reached = new HashSet<>();
            List<GroupId> level = List.of(top);
            int levels = 0;
            while (!level.isEmpty()) {
                levels++;
                level = level.stream()
                        .flatMap(group -> snapshot.memberGroups(group).stream())
                        .filter(reached::add)
                        .toList();
            }
            assertThat(reached).hasSize(SHAPE.groups() - 1);
            assertThat(levels).isBetween(7, 10);
            assertThat(reached).anyMatch(this::reachesItself);
        }

        private boolean reachesItself(GroupId group) {
            Set<GroupId> reached = new HashSet<>();
            Deque<GroupId> open = new ArrayDeque<>(Set.of(group));
            while (!open.isEmpty()) {
                snapshot.memberGroups(open.remove()).stream()
                        .filter(reached::add)
                        .forEach(open::add);
            }
            return reached.contains(group);
        }
    }

    @Nested
    class The_load {
        @Test
        void of_plenty_fails_nobody() {
            AssignmentResult result = calculated(Load.PLENTY);
            assertThat(result.usersWithErrors()).isEmpty();
        }

        @Test
        void of_scarcity_lets_a_fifth_wait_for_ten_products_and_meets_the_other_rules() {
            AssignmentResult result = calculated(Load.SCARCE);
            List<SkuUsage> shortSkus =
                    result.usage().stream().filter(usage -> usage.waiting() > 0).toList();
            assertThat(shortSkus).hasSize(10);
            double waiting = shortSkus.stream().mapToLong(SkuUsage::waiting).sum();
            double claims =
                    waiting + shortSkus.stream().mapToLong(SkuUsage::consumed).sum();
            assertThat(waiting / claims).isCloseTo(0.2, within(0.03));
            assertThat(result.groups().stream().map(GroupSummary::errors).flatMap(errors -> errors.keySet().stream()))
                    .contains(Kind.COUNT, Kind.MUTUALLY_EXCLUSIVE, Kind.PROHIBITED_IN_USAGE_LOCATION);
        }

        @Test
        void of_scarcity_begins_with_holdings_of_which_a_few_change() {
            Scenario scenario = Scenario.of(SHAPE, Load.SCARCE);
            long changes = DenseAssignmentCalculator.create()
                    .calculate(scenario.snapshot(), scenario.holdings())
                    .changes()
                    .count();
            assertThat(changes).isBetween(SHAPE.users() / 1000L, SHAPE.users() / 5L);
        }

        private AssignmentResult calculated(Load load) {
            return DenseAssignmentCalculator.create()
                    .calculate(Scenario.of(SHAPE, load).snapshot(), Holdings.empty());
        }
    }
}
