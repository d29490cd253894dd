package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChangeEffectTest {
    private static final SkuId E3 = SkuId.of("E3");
    private static final SeatChange SEATS = new SeatChange(E3, 5, 4, 6, 4);
    private static final UserChange ALICE_GAINS = new UserChange(
            UserId.of("alice"), List.of(new HoldingChange(AssignmentSource.direct(), E3, null, new TreeSet<>())));

    @Test
    void isNothing_onlyWithoutChangesAndSeats() {
        assertThat(new ChangeEffect(List.of(), List.of()).isNothing()).isTrue();
        assertThat(new ChangeEffect(List.of(ALICE_GAINS), List.of()).isNothing())
                .isFalse();
        assertThat(new ChangeEffect(List.of(), List.of(SEATS)).isNothing()).isFalse();
    }

    @Test
    void lists_areCopied_andUnmodifiable() {
        List<SeatChange> seats = new ArrayList<>(List.of(SEATS));
        ChangeEffect effect = new ChangeEffect(List.of(), seats);
        seats.clear();
        assertThat(effect.seats()).containsExactly(SEATS);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> effect.seats().clear());
    }
}
