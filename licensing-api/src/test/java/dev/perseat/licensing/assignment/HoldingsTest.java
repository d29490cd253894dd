package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    private static final UserId ALICE = UserId.of("alice");
    private static final UserId BOB = UserId.of("bob");
    private static final HeldLicense DIRECT_E3 = held(AssignmentSource.direct(), "E3");
    private static final HeldLicense SALES_E3 = held(AssignmentSource.group(GroupId.of("sales")), "E3");
    private static final HeldLicense SALES_A1 = held(AssignmentSource.group(GroupId.of("sales")), "A1");

    private static HeldLicense held(AssignmentSource source, String sku) {
        return HeldLicense.of(source, SkuId.of(sku), List.of(ServicePlanId.of("MAIL")));
    }

    @Test
    void build_anyOrder_sortsUsersSourcesAndSkus() {
        Holdings holdings = Holdings.builder()
                .add(BOB, SALES_E3)
                .add(ALICE, SALES_E3)
                .add(BOB, SALES_A1)
                .add(BOB, DIRECT_E3)
                .build();
        List<UserId> users = new ArrayList<>();
        holdings.forEach((user, licenses) -> users.add(user));
        assertThat(users).containsExactly(ALICE, BOB);
        assertThat(holdings.of(BOB)).containsExactly(DIRECT_E3, SALES_A1, SALES_E3);
        assertThat(holdings.of(UserId.of("nobody"))).isEmpty();
        assertThat(holdings.userCount()).isEqualTo(2);
    }

    @Test
    void build_inAnotherOrder_isEqual() {
        Holdings one =
                Holdings.builder().add(ALICE, SALES_E3).add(BOB, DIRECT_E3).build();
        Holdings other = Holdings.builder()
                .addAll(BOB, List.of(DIRECT_E3))
                .addAll(ALICE, List.of(SALES_E3))
                .build();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString(other.toString());
        assertThat(one).isNotEqualTo(Holdings.empty());
    }

    @Test
    void build_usersWhoHoldTheSame_shareOneList() {
        Holdings holdings = Holdings.builder()
                .addAll(ALICE, List.of(SALES_E3, DIRECT_E3))
                .addAll(BOB, List.of(DIRECT_E3, SALES_E3))
                .build();
        assertThat(holdings.of(ALICE)).isSameAs(holdings.of(BOB));
    }

    @Test
    void build_sameSkuTwiceFromTheSameSource_rejectedWithEveryCase() {
        Holdings.Builder holdings = Holdings.builder()
                .add(BOB, SALES_E3)
                .add(ALICE, DIRECT_E3)
                .add(BOB, SALES_E3)
                .add(ALICE, DIRECT_E3);
        assertThatIllegalArgumentException()
                .isThrownBy(holdings::build)
                .withMessage("user 'alice' holds SKU 'E3' twice from source direct; "
                        + "user 'bob' holds SKU 'E3' twice from source group sales");
    }

    @Test
    void empty_hasNobody() {
        assertThat(Holdings.builder().addAll(ALICE, List.of()).build()).isSameAs(Holdings.empty());
        assertThat(Holdings.empty().userCount()).isZero();
    }

    @Test
    void combinations_areNumberedByTheirFirstUsers_whateverTheOrderGiven() {
        UserId carol = UserId.of("carol");
        Holdings holdings = Holdings.builder()
                .add(carol, SALES_E3)
                .add(BOB, SALES_A1)
                .add(ALICE, SALES_E3)
                .build();
        assertThat(holdings.combinationCount()).isEqualTo(2);
        assertThat(holdings.combination(0)).containsExactly(SALES_E3);
        assertThat(holdings.combination(1)).containsExactly(SALES_A1);
        assertThat(List.of(holdings.user(0), holdings.user(1), holdings.user(2)))
                .containsExactly(ALICE, BOB, carol);
        assertThat(List.of(holdings.combinationOf(0), holdings.combinationOf(1), holdings.combinationOf(2)))
                .containsExactly(0, 1, 0);
        assertThat(holdings.of(carol)).isSameAs(holdings.combination(0));
    }

    @Test
    void combinations_onlyPassedThroughWhileCollecting_areNoneOfTheHoldings() {
        Holdings.Builder builder = Holdings.builder();
        builder.combination(List.of(SALES_A1, SALES_E3));
        Holdings holdings = builder.add(ALICE, SALES_E3).add(ALICE, DIRECT_E3).build();
        assertThat(holdings.combinationCount()).isEqualTo(1);
        assertThat(holdings.combination(0)).containsExactly(DIRECT_E3, SALES_E3);
    }

    @Test
    void add_byNumberOfACombination_isTheSameAsItsLicenses() {
        Holdings.Builder builder = Holdings.builder();
        int both = builder.combination(List.of(SALES_E3, DIRECT_E3));
        int none = builder.combination(List.of());
        int single = builder.combination(List.of(SALES_A1));
        Holdings holdings = builder.add(BOB, both)
                .add(ALICE, both)
                .add(BOB, single)
                .add(BOB, none)
                .add(UserId.of("nobody"), none)
                .build();
        assertThat(holdings)
                .isEqualTo(Holdings.builder()
                        .addAll(ALICE, List.of(DIRECT_E3, SALES_E3))
                        .addAll(BOB, List.of(DIRECT_E3, SALES_A1, SALES_E3))
                        .build());
    }

    @Test
    void combination_ofEqualLicensesInAnyOrder_hasOneNumber() {
        Holdings.Builder builder = Holdings.builder();
        int number = builder.combination(List.of(SALES_E3, DIRECT_E3));
        HeldLicense copy = held(AssignmentSource.group(GroupId.of("sales")), "E3");
        List<HeldLicense> modifiable = new ArrayList<>(List.of(DIRECT_E3, copy));
        assertThat(builder.combination(modifiable)).isEqualTo(number);
        modifiable.clear();
        assertThat(builder.combination(modifiable)).isNotEqualTo(number);
        assertThat(builder.combination(List.of(DIRECT_E3))).isNotEqualTo(number);
        assertThat(builder.add(ALICE, number).build().of(ALICE)).containsExactly(DIRECT_E3, SALES_E3);
    }

    @Test
    void licenses_areNumberedByTheFirstCombinationsThatHaveThem() {
        HeldLicense equal = held(AssignmentSource.group(GroupId.of("sales")), "E3");
        Holdings.Builder builder = Holdings.builder();
        builder.combination(List.of(SALES_A1)); // nobody has it
        Holdings holdings = builder.addAll(BOB, List.of(DIRECT_E3, SALES_E3))
                .add(ALICE, equal)
                .build();
        assertThat(holdings.licenses()).containsExactly(SALES_E3, DIRECT_E3);
        assertThat(holdings.licenseCount(0)).isEqualTo(1);
        assertThat(holdings.licenseOf(0, 0)).isZero();
        assertThat(holdings.licenseCount(1)).isEqualTo(2);
        assertThat(holdings.licenseOf(1, 0)).isEqualTo(1);
        assertThat(holdings.licenseOf(1, 1)).isZero();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> holdings.licenseOf(0, 1));
        assertThat(Holdings.empty().licenses()).isEmpty();
    }

    @Test
    void numbersThatAreNone_areRejected() {
        Holdings holdings = Holdings.builder().add(ALICE, SALES_E3).build();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> holdings.user(1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> holdings.combinationOf(1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> holdings.combination(1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Holdings.builder().add(ALICE, 0));
    }

    @Test
    void plansThatDiffer_makeAnotherCombination() {
        HeldLicense withoutMail = HeldLicense.of(AssignmentSource.direct(), SkuId.of("E3"), List.of());
        Holdings holdings =
                Holdings.builder().add(ALICE, DIRECT_E3).add(BOB, withoutMail).build();
        assertThat(holdings.of(ALICE)).containsExactly(DIRECT_E3);
        assertThat(holdings.of(BOB)).containsExactly(withoutMail);
    }

    @Test
    void sources_directFirstThenGroupsById() {
        AssignmentSource a = AssignmentSource.group(GroupId.of("a"));
        AssignmentSource b = AssignmentSource.group(GroupId.of("b"));
        assertThat(List.of(b, AssignmentSource.direct(), a).stream().sorted())
                .containsExactly(AssignmentSource.direct(), a, b);
        assertThat(AssignmentSource.direct()).isEqualByComparingTo(new AssignmentSource.Direct());
        assertThat(a).hasToString("group a");
    }
}
