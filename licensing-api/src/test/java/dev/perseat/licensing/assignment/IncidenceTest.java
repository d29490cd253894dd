package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncidenceTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 30;

    private final Random random = new Random(5);
    private final IntList rows = new IntList();
    private final IntList columns = new IntList();

    private void pairs(int count) {
        for (int i = 0; i < count; i++) {
            rows.add(random.nextInt(ROWS));
            columns.add(random.nextInt(COLUMNS));
        }
    }

    private int[] permutation(int size) {
        List<Integer> all = IntStream.range(0, size).boxed().collect(Collectors.toList());
        Collections.shuffle(all, random);
        return all.stream().mapToInt(i -> i).toArray();
    }

    private static List<SortedSet<Integer>> emptySets(int count) {
        return Stream.generate(() -> (SortedSet<Integer>) new TreeSet<Integer>())
                .limit(count)
                .toList();
    }

    private static void assertContent(Incidence incidence, List<SortedSet<Integer>> expected) {
        for (int row = 0; row < expected.size(); row++) {
            int r = row;
            assertThat(IntStream.range(0, incidence.count(r)).mapToObj(k -> incidence.column(r, k)))
                    .as("row %d", row)
                    .containsExactlyElementsOf(expected.get(row));
        }
    }

    @Test
    void of_pairsInAnyOrderWithRepetitions_givesSortedSets_andTransposedTheOtherWayRound() {
        pairs(2000);
        int[] newRow = permutation(ROWS);
        int[] newColumn = permutation(COLUMNS);
        List<SortedSet<Integer>> byRow = emptySets(ROWS);
        List<SortedSet<Integer>> byColumn = emptySets(COLUMNS);
        for (int i = 0; i < rows.size(); i++) {
            byRow.get(newRow[rows.get(i)]).add(newColumn[columns.get(i)]);
            byColumn.get(newColumn[columns.get(i)]).add(newRow[rows.get(i)]);
        }
        Incidence incidence = Incidence.of(rows, newRow, columns, newColumn);
        assertContent(incidence, byRow);
        assertContent(incidence.transposed(COLUMNS), byColumn);
    }

    @Test
    void of_noPairs_hasEmptyRows() {
        Incidence incidence = Incidence.of(rows, permutation(ROWS), columns, permutation(COLUMNS));
        assertContent(incidence, emptySets(ROWS));
        assertContent(incidence.transposed(COLUMNS), emptySets(COLUMNS));
    }
}
