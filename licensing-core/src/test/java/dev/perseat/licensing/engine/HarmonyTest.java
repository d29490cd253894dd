package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmonyTest {
    private static final int BASE = 3;

    private final Harmony harmony = new Harmony(BASE + 1);

    @Test
    void aBaseOfWhichNothingIsNoted_isOpen() {
        assertThat(harmony.isOpen(BASE)).isTrue();
        assertThat(harmony.keepsAll(BASE)).isFalse();
        assertThat(harmony.isDecidedBySeats(BASE)).isFalse();
    }

    @Test
    void noteKeepsAll_withOpenClauses_notOnlySeatsDecide() {
        harmony.noteKeepsAll(BASE, true);
        assertThat(harmony.isOpen(BASE)).isFalse();
        assertThat(harmony.keepsAll(BASE)).isTrue();
        assertThat(harmony.isDecidedBySeats(BASE)).isFalse();
    }

    @Test
    void noteKeepsAll_withoutOpenClauses_onlySeatsDecide() {
        harmony.noteKeepsAll(BASE, false);
        assertThat(harmony.keepsAll(BASE)).isTrue();
        assertThat(harmony.isDecidedBySeats(BASE)).isTrue();
    }

    @Test
    void noteNone_nothingMoreToFindOut() {
        harmony.noteNone(BASE);
        assertThat(harmony.isOpen(BASE)).isFalse();
        assertThat(harmony.keepsAll(BASE)).isFalse();
        assertThat(harmony.isDecidedBySeats(BASE)).isFalse();
    }

    @Test
    void aBaseThatCameLater_isNeitherOpenNorRemembered() {
        int later = BASE + 1;
        harmony.noteKeepsAll(later, false);
        harmony.noteNone(later);
        assertThat(harmony.isOpen(later)).isFalse();
        assertThat(harmony.keepsAll(later)).isFalse();
        assertThat(harmony.isDecidedBySeats(later)).isFalse();
    }
}
