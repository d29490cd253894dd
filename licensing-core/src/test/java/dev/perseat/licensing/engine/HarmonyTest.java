package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import org.junit.jupiter.api.Test;

class HarmonyTest {
    private final TenantSnapshot snapshot = TenantBuilder.tenant("contoso")
            .policy(GroupFailure.PER_PRODUCT)
            .plan("MAIL")
            .plan("MAIL_PLUS")
            .conflictsWith("MAIL")
            .plan("DIAL")
            .plan("CALL")
            .requires("DIAL")
            .plan("DRAW")
            .prohibitedIn("DE")
            .sku("SUITE", "MAIL")
            .sku("SUITE_PLUS", "MAIL_PLUS")
            .sku("DIALLING", "DIAL")
            .sku("CALLING", "CALL")
            .sku("ART", "DRAW")
            .user("plain")
            .in("US")
            .with("SUITE")
            .user("nowhere")
            .with("SUITE")
            .user("both")
            .user("caller")
            .user("lonely")
            .in("US")
            .with("CALLING")
            .user("artist")
            .in("DE")
            .with("ART")
            .user("nobody")
            .group("plus")
            .with("SUITE_PLUS")
            .members("both")
            .group("staff")
            .with("SUITE")
            .members("both")
            .group("voice")
            .with("CALLING", "DIALLING")
            .members("caller")
            .snapshot();
    private final DenseTenant tenant = new DenseTenant(snapshot, new Parallel(Runnable::run, 1));
    private final Ledger ledger = Ledger.of(tenant, Holdings.empty());

    private int base(String user) {
        return tenant.baseOfUser[snapshot.userIndex(UserId.of(user))];
    }

    private void assertFound(String user, boolean rests, boolean keepsAll, boolean decidedBySeats) {
        Harmony harmony = ledger.harmony();
        assertThat(harmony.rests(base(user))).as("%s rests", user).isEqualTo(rests);
        assertThat(harmony.keepsAll(base(user))).as("%s keeps all", user).isEqualTo(keepsAll);
        assertThat(harmony.isDecidedBySeats(base(user)))
                .as("%s is decided by seats", user)
                .isEqualTo(decidedBySeats);
    }

    @Test
    void bundlesThatGoTogether_keepAll() {
        assertFound("plain", true, true, true);
        assertFound("nobody", true, true, true);
    }

    @Test
    void aClauseThatIsMetByAnother_keepsAll_butNotOnlySeatsDecide() {
        assertFound("caller", true, true, false);
    }

    @Test
    void whatIsLeftOfAConflict_isAtRest() {
        assertFound("both", true, false, false);
        int usual = ledger.usualProfile(base("both"));
        assertThat(ledger.isAtRest(usual)).isTrue();
        assertThat(ledger.isAtRest(ledger.fullProfile(base("both")))).isFalse();
        assertThat(ledger.holdingSets.entryCount(ledger.usualHolding(base("both"))))
                .isEqualTo(1);
    }

    @Test
    void whereNothingIsLeft_whoHoldsNothingIsAtRest() {
        assertFound("artist", true, false, false);
        assertFound("nowhere", true, false, false);
        assertThat(ledger.usualProfile(base("artist"))).isEqualTo(base("artist"));
        assertThat(ledger.isAtRest(base("nowhere"))).isTrue();
    }

    @Test
    void aBundleThatGetsAsFarAsToAskForASeat_leavesNothingAtRest() {
        assertFound("lonely", false, false, false);
        assertThat(ledger.isAtRest(base("lonely")))
                .as("without a seat, its users wait for one")
                .isFalse();
    }

    @Test
    void aBaseThatCameLater_nothingIsKnown() {
        int later = tenant.bases.end() + 1;
        assertThat(ledger.harmony().rests(later)).isFalse();
        assertThat(ledger.harmony().keepsAll(later)).isFalse();
        assertThat(ledger.harmony().isDecidedBySeats(later)).isFalse();
    }
}
