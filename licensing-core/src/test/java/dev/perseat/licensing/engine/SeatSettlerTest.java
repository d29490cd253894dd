package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One user has a SKU directly, and two from a group. */
class SeatSettlerTest {
    private static final int PHONE = 0;
    private static final int SUITE = 1;
    private static final int VOICE = 2;

    private final TenantSnapshot snapshot = TenantBuilder.tenant("contoso")
            .plan("MAIL")
            .plan("CALL")
            .sku("PHONE", "CALL")
            .sku("SUITE", "MAIL")
            .sku("VOICE", "CALL")
            .user("ada")
            .in("US")
            .with("SUITE")
            .group("staff")
            .with("PHONE", "VOICE")
            .members("ada")
            .snapshot();
    private final DenseTenant tenant = new DenseTenant(snapshot, new Parallel(Runnable::run, 1));
    private final Ledger ledger = Ledger.of(tenant, Holdings.empty());
    private final SeatSettler seatSettler = new SeatSettler(ledger);
    private final int base = tenant.baseOfUser[0];
    private final int full = ledger.fullHolding(base);

    /** Settles a user who holds the entries at some places of all that is given. */
    private void settle(int[] places, int... freeSkus) {
        boolean[] free = new boolean[snapshot.skus().size()];
        Arrays.stream(freeSkus).forEach(sku -> free[sku] = true);
        seatSettler.settle(ledger.profile(base, ledger.holdingSets.add(entries(places))), free);
    }

    private IntBuffer entries(int... places) {
        IntBuffer entries = new IntBuffer();
        Arrays.stream(places).forEach(place -> entries.add(ledger.holdingSets.entry(full, place)));
        return entries;
    }

    private void assertHolds(int... places) {
        assertThat(seatSettler.result.toArray()).isEqualTo(entries(places).toArray());
        assertThat(seatSettler.allAccepted).isEqualTo(places.length == 3);
    }

    @Test
    void seatsOfAllSkus_allAccepted() {
        settle(new int[] {}, PHONE, SUITE, VOICE);
        assertHolds(0, 1, 2);
    }

    @Test
    void noSeatOfOneSkuOfAGroup_nothingFromTheGroup() {
        settle(new int[] {}, SUITE, VOICE);
        assertHolds(0);
    }

    @Test
    void whatIsHeld_needsNoSeat() {
        settle(new int[] {0, 1, 2});
        assertHolds(0, 1, 2);
    }

    @Test
    void aGroupOfWhichOneSkuIsHeld_needsASeatOfTheOther() {
        settle(new int[] {0, 1}, VOICE);
        assertHolds(0, 1, 2);
        settle(new int[] {0, 1});
        assertHolds(0);
    }

    @Nested
    class PerProduct {
        private final TenantSnapshot snapshot = TenantBuilder.tenant("contoso")
                .policy(GroupFailure.PER_PRODUCT)
                .plan("CALL")
                .sku("PHONE", "CALL")
                .sku("VOICE", "CALL")
                .user("ada")
                .in("US")
                .group("staff")
                .with("PHONE", "VOICE")
                .members("ada")
                .snapshot();

        @Test
        void noSeatOfOneSku_theOtherIsAccepted() {
            DenseTenant itsTenant = new DenseTenant(snapshot, new Parallel(Runnable::run, 1));
            Ledger itsLedger = Ledger.of(itsTenant, Holdings.empty());
            SeatSettler own = new SeatSettler(itsLedger);
            own.settle(itsTenant.baseOfUser[0], new boolean[] {false, true});
            assertThat(own.allAccepted).isFalse();
            assertThat(own.result.toArray())
                    .containsExactly(itsLedger.holdingSets.entry(itsLedger.fullHolding(itsTenant.baseOfUser[0]), 1));
        }
    }
}
