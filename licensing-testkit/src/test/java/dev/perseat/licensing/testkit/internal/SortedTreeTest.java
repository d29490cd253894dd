package dev.perseat.licensing.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedTreeTest {
    private static final int KEYS = 300;

    @Test
    void anyChanges_sameAsAMapOfTheJdk() {
        SplittableRandom dice = new SplittableRandom(1);
        NavigableMap<Integer, Integer> expected = new TreeMap<>();
        SortedTree<Integer, Integer> tree = SortedTree.empty();
        for (int i = 0; i < 5_000; i++) {
            int key = dice.nextInt(KEYS);
            if (dice.nextInt(5) < 2) {
                expected.remove(key);
                tree = tree.without(key);
            } else {
                expected.put(key, i);
                tree = tree.with(key, i);
            }
            assertThat(tree.get(key)).isEqualTo(expected.get(key));
            if (i % 50 == 0) {
                assertThat(entries(tree)).isEqualTo(List.copyOf(expected.entrySet()));
            }
        }
    }

    @Test
    void change_leavesTheOneBefore() {
        SortedTree<Integer, String> before =
                SortedTree.<Integer, String>empty().with(1, "one").with(2, "two");
        SortedTree<Integer, String> after = before.without(1).with(2, "zwei").with(3, "drei");
        assertThat(entries(before)).containsExactly(Map.entry(1, "one"), Map.entry(2, "two"));
        assertThat(entries(after)).containsExactly(Map.entry(2, "zwei"), Map.entry(3, "drei"));
        assertThat(after.without(7)).isSameAs(after);
    }

    @Test
    void manyKeysInOrder_readInOrder() {
        SortedTree<Integer, Integer> tree = SortedTree.empty();
        for (int i = 0; i < 200_000; i++) {
            tree = tree.with(i, i);
        }
        Iterator<Map.Entry<Integer, Integer>> entries = tree.entries().iterator();
        for (int i = 0; i < 200_000; i++) {
            assertThat(entries.next().getKey()).isEqualTo(i);
        }
        assertThat(entries.hasNext()).isFalse();
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }

    private static <K extends Comparable<K>, V> List<Map.Entry<K, V>> entries(SortedTree<K, V> tree) {
        return new ArrayList<>(tree.entries().toList());
    }
}
