package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sales are in staff, which has a suite; guests are in nothing and have nothing. */
class ReachTest {
    private static final int ANN = 0;
    private static final int BOB = 1;
    private static final int CEM = 2;
    private static final int GUEST = 3;

    private static final int GUESTS = 0;
    private static final int SALES = 1;
    private static final int STAFF = 2;

    private static final License SUITE = License.of(SkuId.of("SUITE"));

    private final Journal journal = new Journal();
    private final LiveTenant tenant = new LiveTenant(
            new DenseTenant(
                    TenantBuilder.tenant("contoso")
                            .policy(NestedGroups.TRANSITIVE)
                            .plan("MAIL")
                            .sku("SUITE", "MAIL")
                            .seats(100)
                            .users("ann", "bob", "cem", "guest")
                            .group("guests")
                            .members("guest")
                            .group("sales")
                            .members("ann", "cem")
                            .group("staff")
                            .with("SUITE")
                            .members("bob")
                            .memberGroups("sales")
                            .snapshot(),
                    new Parallel(Runnable::run, 1)),
            Holdings.empty());
    private final Reach reach = new Reach(tenant);

    private void license(int group, String id, License... licenses) {
        tenant.groups.set(group, Group.of(GroupId.of(id)).withLicenses(List.of(licenses)), journal);
        reach.licensed.add(group);
    }

    private boolean areAllAlike() {
        return reach.areAlike(0);
    }

    @Test
    void nothingNoted_nobodyReached() {
        reach.close(journal);
        assertThat(reach.users.toArray()).isEmpty();
    }

    @Test
    void userNoted_isReachedAndIsLikeNobodyElse() {
        reach.users.add(BOB);
        reach.close(journal);
        assertThat(reach.users.toArray()).containsExactly(BOB);
        assertThat(areAllAlike()).isFalse();
    }

    @Test
    void otherLicensesOfAGroup_reachThoseBelow_inTheirOrder_andAlike() {
        license(STAFF, "staff", License.of(SkuId.of("SUITE"), List.of(ServicePlanId.of("MAIL"))));
        reach.close(journal);
        assertThat(reach.users.toArray()).containsExactly(ANN, BOB, CEM);
        assertThat(areAllAlike()).isTrue();
    }

    @Test
    void usersNotedBefore_comeFirst_andOnlyTheOthersAreAlike() {
        reach.users.add(CEM);
        license(STAFF, "staff", License.of(SkuId.of("SUITE"), List.of(ServicePlanId.of("MAIL"))));
        reach.close(journal);
        assertThat(reach.users.toArray()).containsExactly(CEM, ANN, BOB);
        assertThat(areAllAlike()).isFalse();
        assertThat(reach.areAlike(1)).isTrue();
    }

    @Test
    void firstLicenseOfAGroup_reachesItsMembers_whoMayBeLikeOthersWhoAreNotIn() {
        license(GUESTS, "guests", SUITE);
        reach.close(journal);
        assertThat(reach.users.toArray()).containsExactly(GUEST);
        assertThat(areAllAlike()).isFalse();
    }

    @Test
    void groupThatLeavesAnother_takesItsMembersAlong() {
        tenant.groups.setEdge(STAFF, SALES, false, journal);
        reach.moved.add(SALES);
        reach.close(journal);
        assertThat(reach.users.toArray()).containsExactly(ANN, CEM);
        assertThat(areAllAlike()).isFalse();
    }

    @Test
    void groupThatMovesWhereNothingIsGiven_reachesNobody() {
        tenant.groups.setEdge(GUESTS, SALES, true, journal);
        reach.moved.add(SALES);
        reach.close(journal);
        assertThat(reach.users.toArray()).isEmpty();
    }

    @Test
    void nextReach_beginsWithNobody() {
        license(GUESTS, "guests", SUITE);
        reach.close(journal);
        journal.rollBack();
        Reach next = new Reach(tenant);
        next.close(journal);
        assertThat(next.users.toArray()).isEmpty();
    }
}
