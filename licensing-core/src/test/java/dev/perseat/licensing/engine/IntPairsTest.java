package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntPairsTest {
    @Test
    void add_samePair_sameNumber_inOrderOfAppearance() {
        assertNumbers(new IntPairs());
    }

    @Test
    void expect_atTheBeginningOrLater_changesNoNumber() {
        IntPairs pairs = new IntPairs();
        pairs.expect(100);
        assertNumbers(pairs);
        int end = pairs.end();
        pairs.expect(50_000);
        for (int number = 1; number < end; number++) {
            assertThat(pairs.add(pairs.first(number), pairs.second(number))).isEqualTo(number);
        }
        assertThat(pairs.end()).isEqualTo(end);
    }

    private static void assertNumbers(IntPairs pairs) {
        Map<List<Integer>, Integer> expected = new HashMap<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            int first = random.nextInt(100);
            int second = random.nextInt(100);
            int number = pairs.add(first, second);
            assertThat(number).isEqualTo(expected.computeIfAbsent(List.of(first, second), any -> expected.size() + 1));
            assertThat(pairs.first(number)).isEqualTo(first);
            assertThat(pairs.second(number)).isEqualTo(second);
        }
        assertThat(pairs.end()).isEqualTo(expected.size() + 1);
    }
}
