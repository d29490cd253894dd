package dev.perseat.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveChangeTest {
    private static final TenantShape SHAPE = TenantShape.NESTED_10K;

    @ParameterizedTest
    @EnumSource
    void round_allSteps_endWhereTheyBegan(LiveChange change) {
        Rounds rounds = change.of(SHAPE);
        LiveCalculation live = live(rounds);
        Holdings before = live.result().holdings();
        for (int step = 0; step < rounds.length(); step++) {
            live.apply(rounds.step(step));
        }
        assertThat(live.result().holdings()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MEMBER_JOINS_SHORT", "LOCATION"})
    void opening_previewed_reachesSomebody(LiveChange change) {
        Rounds rounds = change.of(SHAPE);
        ChangeEffect effect = live(rounds).preview(rounds.opening(0));
        assertThat(effect.changes()).isNotEmpty();
    }

    @Test
    void seatFreed_eachLeaving_isTheNextOnesGain() {
        assertThat(usersReached(LiveChange.SEAT_FREED)).containsExactly(2, 1, 2, 1);
    }

    @Test
    void licenseOfAll_reachesEverybody() {
        assertThat(usersReached(LiveChange.LICENSE_OF_ALL)).allMatch(users -> users > SHAPE.users() / 2);
    }

    private static List<Integer> usersReached(LiveChange change) {
        Rounds rounds = change.of(SHAPE);
        LiveCalculation live = live(rounds);
        List<Integer> reached = new ArrayList<>();
        for (int step = 0; step < rounds.length(); step++) {
            reached.add(live.apply(rounds.step(step)).changes().size());
        }
        return reached;
    }

    private static LiveCalculation live(Rounds rounds) {
        return DenseAssignmentCalculator.create().compile(rounds.snapshot()).live(Holdings.empty());
    }
}
