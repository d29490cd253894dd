package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchersTest {
    private static final int NONE = -1;

    /** Ten users of the snapshot; of the late ones 10 and 12 come before user 4, in that order, and 11 after all. */
    private static final UserOrder WITH_LATE = new UserOrder() {
        @Override
        public int firstLate() {
            return 10;
        }

        @Override
        public int placeOf(int lateUser) {
            return lateUser == 11 ? 10 : 4;
        }

        @Override
        public int compare(Integer user, Integer other) {
            return Double.compare(position(user), position(other));
        }

        private double position(int user) {
            return user < 10 ? user : placeOf(user) - 1 + user / 100.0;
        }
    };

    @Test
    void next_nobody_none() {
        Watchers watchers = new Watchers(UserOrder.BY_NUMBER, 0);
        assertThat(watchers.next(-1)).isEqualTo(NONE);
        assertThat(watchers.next(7)).isEqualTo(NONE);
    }

    @Test
    void next_isTheFirstAfter() {
        Watchers watchers = new Watchers(UserOrder.BY_NUMBER, 0);
        watchers.add(3);
        watchers.add(8);
        assertThat(watchers.next(-1)).isEqualTo(3);
        assertThat(watchers.next(2)).isEqualTo(3);
        assertThat(watchers.next(3)).isEqualTo(8);
        assertThat(watchers.next(8)).isEqualTo(NONE);
        watchers.remove(3);
        assertThat(watchers.next(-1)).isEqualTo(8);
    }

    @Test
    void next_anyHistoryWithLateUsers_asASortedSet() {
        Watchers watchers = new Watchers(WITH_LATE, 0);
        TreeSet<Integer> expected = new TreeSet<>(WITH_LATE);
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 20_000; i++) {
            int user = random.nextInt(13);
            if (random.nextInt(3) == 0) {
                watchers.add(user);
                expected.add(user);
            } else {
                watchers.remove(user);
                expected.remove(user);
            }
            int after = random.nextInt(14) - 1;
            Integer next = after < 0 ? first(expected) : expected.higher(after);
            assertThat(watchers.next(after)).isEqualTo(next == null ? NONE : next);
        }
    }

    private static @Nullable Integer first(SortedSet<Integer> users) {
        return users.isEmpty() ? null : users.first();
    }
}
