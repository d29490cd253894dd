package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdOrderTest {
    private static final String LONG_PREFIX = "x".repeat(1000);

    private final Random random = new Random(20_261_101);

    private static void assertSorted(IntFunction<String> ids) {
        String[] all = IntStream.range(0, 5000).mapToObj(ids).toArray(String[]::new);
        int[] expected = IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.comparing(i -> all[i]))
                .mapToInt(i -> i)
                .toArray();
        int[] sorted = IntStream.range(0, all.length).toArray();
        IdOrder.sort(sorted, all);
        assertThat(sorted).containsExactly(expected);
    }

    @Test
    void sort_uuids_asStringsCompare() {
        assertSorted(i -> new UUID(random.nextLong(), random.nextLong()).toString());
    }

    @Test
    void sort_runningNumbers_shorterFirst() {
        assertSorted(i -> "user-" + (i * 7 % 5000));
    }

    @Test
    void sort_anyCharacters_byCodeUnit() {
        List<String> some = List.of("\0", "a", "\u00e9", "\u4e2d", "\ud83d\ude00", "\uffff", "\ue000", "");
        assertSorted(i -> {
            StringBuilder id = new StringBuilder();
            random.ints(random.nextInt(6), 0, some.size()).mapToObj(some::get).forEach(id::append);
            return id.toString();
        });
    }

    @Test
    void sort_equalIds_keepTheirOrder() {
        assertSorted(i -> "same");
        assertSorted(i -> "id " + i % 3);
        assertSorted(i -> "");
    }

    @Test
    void sort_familiesWithLongCommonPrefixes() {
        assertSorted(
                i -> (i % 5 == 0 ? "" : LONG_PREFIX) + (i % 3) + LONG_PREFIX.substring(i % 20) + random.nextInt(50));
    }

    @Test
    void sort_eachIdAPrefixOfTheNext() {
        assertSorted(i -> LONG_PREFIX.substring(i * 7 % 1000));
    }

    @Test
    void sort_partOfTheNumbers_leavesTheOthersOut() {
        String[] ids = {"d", "c", "b", "a"};
        int[] some = {0, 2, 3};
        IdOrder.sort(some, ids);
        assertThat(some).containsExactly(3, 2, 0);
    }

    @Test
    void sort_200_000IdsThatDifferOnlyAtTheirEnds_staysFast() {
        String prefix = "x".repeat(1000);
        String[] ids =
                IntStream.range(0, 200_000).mapToObj(i -> prefix + i % 100_000).toArray(String[]::new);
        int[] sorted = IntStream.range(0, ids.length).toArray();
        IdOrder.sort(sorted, ids);
        assertThat(Arrays.stream(sorted).mapToObj(i -> ids[i])).isSorted();
    }
}
