package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import org.junit.jupiter.api.Test;

class EasyBasesTest {
    private final TenantSnapshot snapshot = TenantBuilder.tenant("contoso")
            .plan("MAIL")
            .plan("DIAL")
            .plan("CALL")
            .requires("DIAL")
            .plan("DRAW")
            .prohibitedIn("DE")
            .sku("SUITE", "MAIL")
            .seats(9)
            .sku("VOICE", "CALL", "DIAL")
            .seats(9)
            .sku("ART", "DRAW")
            .seats(9)
            .user("direct")
            .in("US")
            .with("SUITE")
            .user("nowhere")
            .with("SUITE")
            .user("member")
            .user("caller")
            .user("artist")
            .in("US")
            .with("ART")
            .user("nobody")
            .group("staff")
            .with("SUITE")
            .members("member", "caller")
            .group("voice")
            .with("VOICE")
            .members("caller")
            .snapshot();
    private final DenseTenant tenant = new DenseTenant(snapshot, new Parallel(Runnable::run, 1));
    private final Seats seats = new Seats(snapshot);

    private boolean isEasy(String user) {
        EasyBases easyBases = new EasyBases(Ledger.of(tenant, Holdings.empty()), seats);
        easyBases.makeRoom();
        return easyBases.isEasy(tenant.baseOfUser[snapshot.userIndex(UserId.of(user))]);
    }

    private void settle(boolean isFree) {
        for (int sku = 0; sku < snapshot.skus().size(); sku++) {
            seats.settle(sku, isFree);
        }
    }

    @Test
    void seatsForEverybody_basesThatNoRuleConcerns() {
        settle(true);
        assertThat(isEasy("direct")).isTrue();
        assertThat(isEasy("member")).isTrue();
        assertThat(isEasy("nobody")).isTrue();
    }

    @Test
    void aRuleConcernsABundle_notEasy() {
        settle(true);
        assertThat(isEasy("nowhere")).as("a direct licence without a location").isFalse();
        assertThat(isEasy("caller"))
                .as("a plan that requires another, if of the same SKU")
                .isFalse();
        assertThat(isEasy("artist")).as("a prohibited location, elsewhere").isFalse();
    }

    @Test
    void seatsThatAreWatchedOrNeverFree_notEasy() {
        settle(false);
        assertThat(isEasy("direct")).isFalse();
        settle(true);
        seats.watch(snapshot.skuIndex(snapshot.directLicenses(snapshot.userIndex(UserId.of("direct")))
                .get(0)
                .skuId()));
        assertThat(isEasy("direct")).isFalse();
        assertThat(isEasy("member")).isFalse();
        assertThat(isEasy("nobody")).isTrue();
    }
}
