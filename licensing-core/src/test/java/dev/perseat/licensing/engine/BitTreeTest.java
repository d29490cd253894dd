package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BitTreeTest {
    private final BitTree bits = new BitTree(0);

    @Test
    void next_farAway_isFound() {
        bits.set(9_999_999);
        assertThat(bits.next(0)).isEqualTo(9_999_999);
        assertThat(bits.next(9_999_999)).isEqualTo(9_999_999);
        assertThat(bits.next(10_000_000)).isEqualTo(-1);
        bits.clear(9_999_999);
        assertThat(bits.next(0)).isEqualTo(-1);
    }

    @Test
    void clear_whatWasNeverThere_nothingHappens() {
        bits.clear(1_000);
        bits.set(3);
        bits.clear(5);
        assertThat(bits.next(0)).isEqualTo(3);
    }

    @Test
    void anyHistory_asABitSet() {
        for (int bound : new int[] {60, 64, 65, 4_096, 4_097, 300_000}) {
            BitTree tree = new BitTree(0);
            BitSet expected = new BitSet();
            SplittableRandom random = new SplittableRandom(bound);
            for (int i = 0; i < 20_000; i++) {
                int value = random.nextInt(bound);
                if (random.nextInt(3) == 0) {
                    tree.set(value);
                    expected.set(value);
                } else {
                    tree.clear(value);
                    expected.clear(value);
                }
                int from = random.nextInt(bound + 200);
                assertThat(tree.next(from)).isEqualTo(expected.nextSetBit(from));
                assertThat(tree.get(value)).isEqualTo(expected.get(value));
            }
        }
    }
}
