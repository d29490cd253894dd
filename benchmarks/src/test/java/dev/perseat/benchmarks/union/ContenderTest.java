package dev.perseat.benchmarks.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perseat.benchmarks.live.Joins;
import dev.perseat.benchmarks.peer.PerseatPeer;
import dev.perseat.benchmarks.tenant.Day;
import dev.perseat.benchmarks.tenant.GeneratedTenant;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContenderTest {
    private static TenantSnapshot snapshot;
    private static UnionTenant tenant;
    private static long perseat;

    @BeforeAll
    static void calculate() {
        snapshot = Scenario.of(TenantShape.NESTED_10K, Load.PLENTY).snapshot();
        tenant = new UnionTenant(snapshot);
        perseat = PerseatPeer.withCompile(PerseatPeer.oneThread(), snapshot, Holdings.empty())
                .calculate()
                .checksum();
    }

    @ParameterizedTest
    @EnumSource
    void calculate_twice_sameAnswersAsPerseat(Contender contender) {
        assumeTrue(contender.isPresent());
        try (UnionPeer peer = contender.load(snapshot)) {
            assertThat(peer.calculate().checksum()).isEqualTo(perseat);
            assertThat(peer.calculate().checksum()).isEqualTo(perseat);
        }
    }

    @ParameterizedTest
    @EnumSource
    void expand_anyUserAndGroup_sameAnswersAsCollections(ExpansionContender contender) {
        assumeTrue(contender.isPresent());
        ExpansionPeer plain = ExpansionContender.COLLECTIONS.load(tenant);
        try (ExpansionPeer peer = contender.load(tenant)) {
            for (int k = 0; k < 100; k++) {
                int group = 7 * k;
                int user = 97 * k;
                assertThat(peer.members(group)).isEqualTo(plain.members(group));
                assertThat(peer.groups(user)).isEqualTo(plain.groups(user));
                assertThat(peer.belongs(user, group)).isEqualTo(plain.belongs(user, group));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void members_groupThatReachesMost_sameAnswersAsCollections(ExpansionContender contender) {
        assumeTrue(contender.isPresent());
        ExpansionPeer plain = ExpansionContender.COLLECTIONS.load(tenant);
        int top = IntStream.range(0, tenant.groups())
                .filter(group -> plain.members(group) == tenant.users())
                .findFirst()
                .orElseThrow();
        try (ExpansionPeer peer = contender.load(tenant)) {
            assertThat(peer.members(top)).isEqualTo(tenant.users());
            assertThat(peer.belongs(tenant.users() - 1, top)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasPlan_anyQuestion_sameAnswersAsPerseatById(PlanContender contender) {
        PlanQuestions questions = new PlanQuestions(snapshot);
        PlanPeer expected = PlanContender.PERSEAT_BY_ID.load(questions);
        PlanPeer peer = contender.load(questions);
        for (int k = 0; k < 10_000; k++) {
            assertThat(peer.hasPlan(k)).isEqualTo(expected.hasPlan(k));
        }
        assertThat(IntStream.range(0, 10_000).filter(expected::hasPlan).count()).isBetween(100L, 9_900L);
    }

    @Test
    void join_andLeave_sameConsumptionAsPerseat() {
        TenantSnapshot small =
                Scenario.fromScratch(TenantShape.NESTED_200, Load.PLENTY).snapshot();
        Joins joins = Joins.in(small);
        JoinPeer floor = JoinContender.FLOOR.load(small);
        JoinPeer live = JoinContender.PERSEAT.load(small);
        for (int k = 0; k < 20; k++) {
            floor.join(joins.user(k), joins.group());
            live.join(joins.user(k), joins.group());
            requireSameConsumption(floor, live, small);
        }
        for (int k = 0; k < 20; k++) {
            floor.leave(joins.user(k), joins.group());
            live.leave(joins.user(k), joins.group());
            requireSameConsumption(floor, live, small);
        }
    }

    private static void requireSameConsumption(JoinPeer floor, JoinPeer live, TenantSnapshot tenant) {
        for (int sku = 0; sku < tenant.skus().size(); sku++) {
            assertThat(floor.consumed(sku)).isEqualTo(live.consumed(sku));
        }
    }

    @Test
    void read_directory_keepsEachIdAndMembership() {
        GeneratedTenant directory = new GeneratedTenant(TenantShape.NESTED_200, Load.PLENTY, Day.TODAY);
        NumberedStream read = NumberedStream.of(directory);
        assertThat(read.ids()).isEqualTo(TenantShape.NESTED_200.users() + TenantShape.NESTED_200.groups());
        assertThat(read.memberships()).isEqualTo((int) directory.memberships().count());
    }
}
