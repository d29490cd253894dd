package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WatchersTest {
    private final Watchers watchers = new Watchers();

    @Test
    void next_nobody_none() {
        assertThat(watchers.next(0)).isEqualTo(-1);
        assertThat(watchers.next(7)).isEqualTo(-1);
    }

    @Test
    void next_isTheUserAskedFrom_orTheFirstAfter() {
        watchers.add(3);
        watchers.add(8);
        assertThat(watchers.next(0)).isEqualTo(3);
        assertThat(watchers.next(3)).isEqualTo(3);
        assertThat(watchers.next(4)).isEqualTo(8);
        assertThat(watchers.next(9)).isEqualTo(-1);
        assertThat(watchers.next(0)).isEqualTo(3);
    }

    @Test
    void add_whereTheSearchBegan_isFound() {
        watchers.add(8);
        assertThat(watchers.next(4)).isEqualTo(8);
        watchers.add(4);
        assertThat(watchers.next(4)).isEqualTo(4);
    }

    @Test
    void add_beforeTheSearchBegan_isFoundFromThereOnly() {
        watchers.add(8);
        assertThat(watchers.next(4)).isEqualTo(8);
        watchers.add(2);
        assertThat(watchers.next(4)).isEqualTo(8);
        assertThat(watchers.next(1)).isEqualTo(2);
    }

    @Test
    void remove_ofTheOneFound_theNextIsFound() {
        watchers.add(3);
        watchers.add(5);
        assertThat(watchers.next(0)).isEqualTo(3);
        watchers.remove(3);
        assertThat(watchers.next(0)).isEqualTo(5);
        watchers.remove(5);
        assertThat(watchers.next(0)).isEqualTo(-1);
    }

    @Test
    void next_anyHistory_asASortedSet() {
        SplittableRandom random = new SplittableRandom(42);
        TreeSet<Integer> expected = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            int user = random.nextInt(40);
            if (random.nextBoolean()) {
                watchers.add(user);
                expected.add(user);
            } else {
                watchers.remove(user);
                expected.remove(user);
            }
            int from = random.nextInt(42);
            Integer next = expected.ceiling(from);
            assertThat(watchers.next(from)).isEqualTo(next == null ? -1 : next);
        }
    }
}
