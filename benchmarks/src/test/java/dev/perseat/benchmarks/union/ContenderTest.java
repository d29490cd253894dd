package dev.perseat.benchmarks.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perseat.benchmarks.peer.PerseatPeer;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
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
        perseat = new PerseatPeer(snapshot, Holdings.empty()).calculate().checksum();
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
}
