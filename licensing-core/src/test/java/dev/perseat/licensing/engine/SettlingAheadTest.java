package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seats of SUITE suffice, there are none of VOICE, and PHONE is watched. */
class SettlingAheadTest {
    private final TenantSnapshot snapshot = TenantBuilder.tenant("contoso")
            .plan("MAIL")
            .plan("OTHER_MAIL")
            .conflictsWith("MAIL")
            .plan("CALL")
            .plan("DIAL")
            .sku("PHONE", "DIAL")
            .seats(1)
            .sku("RIVAL", "OTHER_MAIL")
            .seats(9)
            .sku("SUITE", "MAIL")
            .seats(9)
            .sku("VOICE", "CALL")
            .seats(0)
            .user("suite")
            .in("US")
            .with("SUITE")
            .user("voice")
            .in("US")
            .with("SUITE", "VOICE")
            .user("phone")
            .in("US")
            .with("PHONE", "SUITE")
            .user("rival")
            .in("US")
            .with("RIVAL", "SUITE")
            .snapshot();

    private final Seats seats = new Seats(snapshot);
    private final DenseTenant tenant = new DenseTenant(snapshot, new Parallel(Runnable::run, 1));
    private final Ledger ledger = Ledger.of(tenant, Holdings.empty());
    private final Transitions transitions = new Transitions(ledger, seats);

    private int base(String user) {
        return tenant.baseOfUser[snapshot.userIndex(UserId.of(user))];
    }

    private int full(String user) {
        return ledger.fullProfile(base(user));
    }

    private void settle(int threads) {
        for (int sku = 0; sku < snapshot.skus().size(); sku++) {
            seats.settle(sku, seats.isEverFree(sku));
        }
        seats.watch(0);
        long[] users = new long[ledger.profileEnd()];
        Arrays.stream(tenant.baseOfUser).forEach(base -> users[base] = 1);
        Parallel parallel = new Parallel(ForkJoinPool.commonPool(), threads, 1);
        new SettlingAhead(ledger, seats, seats.free.clone(), transitions, parallel).settle(users);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whoFindsAll_getsAll(int threads) {
        settle(threads);
        assertThat(transitions.lastIfKnown(base("suite"))).isEqualTo(full("suite"));
        assertThat(transitions.isContented(full("suite"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whoLacksASeatThatNeverComes_getsTheRest_asLongAsAnybodyAsks(int threads) {
        settle(threads);
        int left = transitions.next(base("voice"));
        assertThat(ledger.holding(left)).isEqualTo(ledger.fullHolding(base("suite")));
        assertThat(transitions.needs(left)).isEqualTo(IntTuples.EMPTY);
        assertThat(transitions.isAtRest(left)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whoLacksAWatchedSeat_isFollowedUnderTheSeatsExpected_andTheLastOneIsNotForGood(int threads) {
        settle(threads);
        assertThat(transitions.next(base("phone"))).isEqualTo(full("phone"));
        assertThat(transitions.lastIfKnown(base("phone"))).isEqualTo(Ledger.NOBODY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatIsLeftOfAConflict_isAtRest_butNotContented(int threads) {
        settle(threads);
        int usual = ledger.usualProfile(base("rival"));
        assertThat(transitions.lastIfKnown(base("rival"))).isEqualTo(usual);
        assertThat(transitions.isAtRest(usual)).isTrue();
        assertThat(transitions.isContented(usual)).isFalse();
    }
}
