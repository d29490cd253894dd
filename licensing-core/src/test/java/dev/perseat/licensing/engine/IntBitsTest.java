package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntBitsTest {
    @Test
    void add_tellsWhetherTheIntIsNew() {
        IntBits bits = new IntBits(130);
        for (int value : new int[] {129, 64, 0, 63}) {
            assertThat(bits.add(value)).isTrue();
            assertThat(bits.add(value)).isFalse();
        }
        assertThat(bits.count()).isEqualTo(4);
        assertThat(bits.ascending(4)).containsExactly(0, 63, 64, 129);
    }

    @Test
    void noRoom_noInts() {
        IntBits bits = new IntBits(0);
        assertThat(bits.count()).isZero();
        assertThat(bits.ascending(0)).isEmpty();
        assertThat(IntBits.wordsFor(64)).isEqualTo(1);
        assertThat(IntBits.wordsFor(65)).isEqualTo(2);
    }
}
