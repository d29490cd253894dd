package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntTuplesTest {
    private final IntTuples tuples = new IntTuples();

    @Test
    void add_sameSequence_sameNumber() {
        int number = tuples.add(1, 2, 3);
        assertThat(tuples.add(new int[] {1, 2, 3, 4}, 3)).isEqualTo(number);
        assertThat(tuples.add(3, 2, 1)).isNotEqualTo(number);
        assertThat(tuples.add(1, 2)).isNotEqualTo(number);
        assertThat(tuples.toArray(number)).containsExactly(1, 2, 3);
        assertThat(tuples.length(number)).isEqualTo(3);
        assertThat(tuples.get(number, 1)).isEqualTo(2);
    }

    @Test
    void emptySequence_isNumberZero() {
        assertThat(tuples.add()).isEqualTo(IntTuples.EMPTY);
        assertThat(tuples.size()).isEqualTo(1);
    }

    @Test
    void add_many_keepsEach() {
        for (int i = 0; i < 50_000; i++) {
            assertThat(tuples.add(i, i * 31, i ^ 77)).isEqualTo(i + 1);
        }
        for (int i = 0; i < 50_000; i++) {
            assertThat(tuples.add(i, i * 31, i ^ 77)).isEqualTo(i + 1);
            assertThat(tuples.toArray(i + 1)).containsExactly(i, i * 31, i ^ 77);
        }
    }

    @Test
    void trim_thenAdd_keepsEach() {
        int first = tuples.add(1, 2, 3);
        tuples.trim();
        int second = tuples.add(4, 5);
        assertThat(tuples.add(1, 2, 3)).isEqualTo(first);
        assertThat(tuples.add(4, 5)).isEqualTo(second);
        assertThat(tuples.toArray(second)).containsExactly(4, 5);
    }

    @Test
    void contains_findsValuesOfItsOwnSequenceOnly() {
        int odd = tuples.add(1, 3, 5);
        tuples.add(2, 4, 6);
        assertThat(tuples.contains(odd, 5)).isTrue();
        assertThat(tuples.contains(odd, 2)).isFalse();
        assertThat(tuples.contains(IntTuples.EMPTY, 1)).isFalse();
    }

    @Test
    void intersect_findsACommonValue() {
        int odd = tuples.add(1, 3, 5);
        assertThat(tuples.intersect(odd, new int[] {0, 2, 5})).isTrue();
        assertThat(tuples.intersect(odd, new int[] {1})).isTrue();
        assertThat(tuples.intersect(odd, new int[] {0, 2, 4, 6})).isFalse();
        assertThat(tuples.intersect(odd, new int[] {})).isFalse();
        assertThat(tuples.intersect(IntTuples.EMPTY, new int[] {1})).isFalse();
    }

    @Test
    void containsAll_isTrueOfEveryPart() {
        int odd = tuples.add(1, 3, 5);
        assertThat(tuples.containsAll(odd, odd)).isTrue();
        assertThat(tuples.containsAll(odd, IntTuples.EMPTY)).isTrue();
        assertThat(tuples.containsAll(odd, tuples.add(1, 5))).isTrue();
        assertThat(tuples.containsAll(odd, tuples.add(3, 4))).isFalse();
        assertThat(tuples.containsAll(odd, tuples.add(5, 6))).isFalse();
        assertThat(tuples.containsAll(IntTuples.EMPTY, odd)).isFalse();
    }

    @Test
    void copy_andItsOriginal_goTheirOwnWays() {
        int known = tuples.add(7, 8);
        IntTuples copy = tuples.copy();
        IntTuples other = tuples.copy();
        for (int i = 0; i < 1000; i++) {
            assertThat(copy.add(i, 1)).isEqualTo(known + 1 + i);
            assertThat(other.add(i, 2)).isEqualTo(known + 1 + i);
            assertThat(tuples.add(i, 3)).isEqualTo(known + 1 + i);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(copy.toArray(known + 1 + i)).containsExactly(i, 1);
            assertThat(other.toArray(known + 1 + i)).containsExactly(i, 2);
            assertThat(tuples.toArray(known + 1 + i)).containsExactly(i, 3);
        }
        assertThat(copy.add(7, 8)).isEqualTo(known);
    }

    @Test
    void getOfEqualLength_readsWhatGetReads() {
        for (int i = 0; i < 100; i++) {
            int number = tuples.add(i, 2 * i, 3 * i);
            for (int k = 0; k < 3; k++) {
                assertThat(tuples.getOfEqualLength(number, k, 3)).isEqualTo(tuples.get(number, k));
            }
        }
    }
}
