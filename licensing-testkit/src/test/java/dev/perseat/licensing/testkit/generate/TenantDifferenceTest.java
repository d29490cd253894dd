package dev.perseat.licensing.testkit.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantDifferenceTest {
    private static final UserId ALICE = UserId.of("alice");
    private static final GroupId SALES = GroupId.of("sales");
    private static final GroupId STAFF = GroupId.of("staff");

    @Test
    void between_sameTenant_nothing() {
        TenantSnapshot snapshot = TenantGenerator.of(1).nextTenant();

        assertThat(TenantDifference.between(snapshot, TenantDraft.from(snapshot).build()))
                .isEmpty();
    }

    @Test
    void between_anyTwoTenants_leadsFromOneToTheOther_inAnyOrder() {
        for (long seed = 0; seed < 300; seed++) {
            TenantSnapshot before = TenantGenerator.of(seed).nextTenant();
            TenantSnapshot after = TenantGenerator.of(seed + 1).nextTenant();
            List<TenantChange> changes = new Dice(seed).shuffled(TenantDifference.between(before, after));

            assertThat(TenantDraft.from(before.with(changes)))
                    .usingRecursiveComparison()
                    .isEqualTo(TenantDraft.from(after));
        }
    }

    @Test
    void between_someoneGone_membershipsNotTold() {
        TenantSnapshot before = tenant().user(User.builder(ALICE).build())
                .group(Group.of(SALES))
                .group(Group.of(STAFF))
                .member(SALES, ALICE)
                .member(STAFF, ALICE)
                .member(STAFF, SALES)
                .build();
        TenantSnapshot after = tenant().group(Group.of(STAFF)).build();

        assertThat(TenantDifference.between(before, after))
                .containsExactly(new TenantChange.UserRemoved(ALICE), new TenantChange.GroupRemoved(SALES));
    }

    @Test
    void between_memberOfAnotherGroup_leavesAndJoins() {
        TenantSnapshot.Builder both = tenant().user(User.builder(ALICE).build())
                .group(Group.of(SALES))
                .group(Group.of(STAFF));
        TenantSnapshot nobody = both.build();
        TenantSnapshot before = nobody.toBuilder().member(SALES, ALICE).build();
        TenantSnapshot after = nobody.toBuilder().member(STAFF, ALICE).build();

        assertThat(TenantDifference.between(before, after))
                .containsExactly(
                        new TenantChange.MembershipRemoved(Membership.of(SALES, ALICE)),
                        new TenantChange.MembershipAdded(Membership.of(STAFF, ALICE)));
    }

    private static TenantSnapshot.Builder tenant() {
        return TenantSnapshot.builder(new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("NO")));
    }
}
