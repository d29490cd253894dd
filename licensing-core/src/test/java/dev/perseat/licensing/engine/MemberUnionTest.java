package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MemberUnionTest {
    @Test
    void ofNobody_isEmpty() {
        assertThat(new MemberUnion(0, 0).ascending()).isEmpty();
        assertThat(new MemberUnion(1_000_000, 0).count()).isZero();
    }

    @Test
    void firstAndLastUser_haveRoom_asListAndAsBits() {
        for (int users : new int[] {1, 63, 64, 65, 100_000}) {
            for (long additions : new long[] {3, users}) {
                MemberUnion union = new MemberUnion(users, additions);
                union.add(users - 1);
                union.add(0);
                union.add(users - 1);
                assertThat(union.ascending()).isEqualTo(users == 1 ? new int[] {0} : new int[] {0, users - 1});
            }
        }
    }

    @Test
    void anyAdditions_asASortedSet() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 300; round++) {
            int users = 1 + random.nextInt(5_000);
            int additions = random.nextInt(1 + random.nextInt(10_000));
            MemberUnion union = new MemberUnion(users, additions);
            TreeSet<Integer> expected = new TreeSet<>();
            for (int k = 0; k < additions; k++) {
                int user = random.nextInt(users);
                union.add(user);
                expected.add(user);
            }
            assertThat(union.count()).isEqualTo(expected.size());
            assertThat(union.ascending())
                    .isEqualTo(expected.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
