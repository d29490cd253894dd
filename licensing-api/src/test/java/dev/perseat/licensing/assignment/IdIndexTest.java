package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdIndexTest {
    @Test
    void add_numbersInOrderOfFirstAppearance() {
        IdIndex index = new IdIndex();
        assertThat(index.add("b")).isZero();
        assertThat(index.add("a")).isEqualTo(1);
        assertThat(index.add("b")).isZero();
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.toArray()).containsExactly("b", "a");
        assertThat(index.find("c")).isNegative();
    }

    @Test
    void add_manyIds_allFoundAgain() {
        IdIndex index = new IdIndex();
        for (int i = 0; i < 100_000; i++) {
            assertThat(index.add("id-" + i)).isEqualTo(i);
        }
        for (int i = 0; i < 100_000; i++) {
            assertThat(index.find("id-" + i)).isEqualTo(i);
        }
        assertThat(index.find("id-100000")).isNegative();
    }

    @Test
    void add_idsChosenToCollide_staysFast() {
        List<String> colliding = collidingStrings(1 << 17);
        IdIndex index = new IdIndex();
        for (int i = 0; i < colliding.size(); i++) {
            assertThat(index.add(colliding.get(i))).isEqualTo(i);
        }
        for (int i = 0; i < colliding.size(); i++) {
            assertThat(index.find(colliding.get(i))).isEqualTo(i);
        }
        assertThat(index.find("other")).isNegative();
    }

    /** "Aa" and "BB" have the same hash code, and so have all strings made of as many of them. */
    private static List<String> collidingStrings(int count) {
        List<String> strings = new ArrayList<>(List.of(""));
        while (strings.size() < count) {
            List<String> longer = new ArrayList<>(strings.size() * 2);
            strings.forEach(string -> {
                longer.add(string + "Aa");
                longer.add(string + "BB");
            });
            strings = longer;
        }
        return strings;
    }
}
