package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdIndexTest {
    @Test
    void add_numbersInOrderOfFirstAppearance() {
        IdIndex index = new IdIndex();
        assertThat(index.add("b")).isZero();
        assertThat(index.add("a")).isEqualTo(1);
        assertThat(index.add("b")).isZero();
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.id(0)).isEqualTo("b");
        assertThat(index.id(1)).isEqualTo("a");
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

    @Test
    void addAll_knownNewAndRepeatedIds_numbersLikeAdd() {
        IdIndex index = new IdIndex();
        IdIndex oneByOne = new IdIndex();
        IntList numbers = new IntList();
        String[] batch = new String[1000];
        for (int round = 0; round < 100; round++) {
            for (int i = 0; i < batch.length; i++) {
                batch[i] = "id-" + (round * 131 + i * i) % 20_000;
            }
            index.addAll(batch, batch.length, numbers);
            for (int i = 0; i < batch.length; i++) {
                assertThat(numbers.get(round * batch.length + i)).isEqualTo(oneByOne.add(batch[i]));
            }
        }
        assertThat(index.size()).isEqualTo(oneByOne.size());
    }

    @Test
    void addAll_idsChosenToCollide_numbersThemInOrder_alsoWhenToldAgain() {
        String[] colliding = collidingStrings(1 << 14).toArray(new String[0]);
        int[] expected = IntStream.range(0, colliding.length).toArray();
        IdIndex index = new IdIndex();
        for (int round = 0; round < 2; round++) {
            IntList numbers = new IntList();
            index.addAll(colliding, colliding.length, numbers);
            assertThat(numbers.toArray()).containsExactly(expected);
        }
    }

    @Test
    void positions_ofManyIds_allFound_andNoOthers() {
        assertPositions(IntStream.range(0, 100_000).mapToObj(i -> "id-" + i).toList());
    }

    @Test
    void positions_ofIdsChosenToCollide_allFound_andStaysFast() {
        assertPositions(collidingStrings(1 << 17));
        assertPositions(collidingStrings(1 << 6));
    }

    private static void assertPositions(List<String> ids) {
        IdIndex index = new IdIndex();
        ids.forEach(index::add);
        int[] numbers = IntStream.range(0, ids.size()).toArray();
        index.sort(numbers);
        int[] positionOf = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            positionOf[numbers[i]] = i;
        }
        IdPositions positions = index.positions(positionOf, i -> index.id(numbers[i]));
        for (int i = 0; i < numbers.length; i++) {
            assertThat(positions.find(index.id(numbers[i]))).isEqualTo(i);
        }
        assertThat(List.of("", "AaAb", "id-100000", "id-", ids.get(0) + "Aa", "zz"))
                .allSatisfy(unknown -> assertThat(positions.find(unknown)).isNegative());
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
