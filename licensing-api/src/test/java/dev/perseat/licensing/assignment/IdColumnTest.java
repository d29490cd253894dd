package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdColumnTest {
    private static final int AT_ONCE = 0;
    private static final int NEVER = Integer.MAX_VALUE;

    private final Random random = new Random(3);

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Few characters, so that many ids are the beginning of others. */
    private String text(int maxLength) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(maxLength); i > 0; i--) {
            text.append("Aa\u0001\u00ff".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    private String ofAnyKind() {
        return switch (random.nextInt(4)) {
            case 0 -> uuid();
            case 1 -> uuid().toUpperCase(java.util.Locale.ROOT);
            case 2 -> text(20) + (char) random.nextInt(0xD800);
            default -> text(3) + (char) 0;
        };
    }

    private static List<UserId> ids(int count, Supplier<String> texts) {
        SortedSet<UserId> ids = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            ids.add(UserId.of(texts.get()));
        }
        return List.copyOf(ids);
    }

    private static IdColumn column(List<UserId> ids, int patience) {
        return new IdColumn(ids.toArray(new UserId[0]), patience);
    }

    /** Returns some of the ids, as other objects but for a few, and some others. */
    private List<UserId> sample(List<UserId> ids, Supplier<String> texts) {
        SortedSet<UserId> sample = new TreeSet<>(ids(ids.size() / 5, texts));
        for (UserId id : ids) {
            int dice = random.nextInt(10);
            if (dice > 1) {
                sample.add(dice > 3 ? UserId.of(id.value()) : id);
            }
        }
        return List.copyOf(sample);
    }

    private void requireRightPlaces(List<UserId> here, List<UserId> there, int patience) {
        IdColumn column = column(here, patience);
        IdColumn other = column(there, patience);
        int[] expected = there.stream()
                .mapToInt(here::indexOf)
                .map(place -> Math.max(place, -1))
                .toArray();
        assertThat(column.placesOf(other, 0, there.size())).isEqualTo(expected);
        for (int i = 0; i < 20; i++) {
            int from = random.nextInt(there.size() + 1);
            int to = from + random.nextInt(there.size() - from + 1);
            assertThat(column.placesOf(other, from, to)).isEqualTo(Arrays.copyOfRange(expected, from, to));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {AT_ONCE, 3, IdColumn.PATIENCE, NEVER})
    void placesOf_uuids_areThoseOfEqualIds(int patience) {
        List<UserId> ids = ids(2000, this::uuid);
        requireRightPlaces(ids, sample(ids, this::uuid), patience);
        requireRightPlaces(ids, ids, patience);
    }

    @ParameterizedTest
    @ValueSource(ints = {AT_ONCE, 3, IdColumn.PATIENCE, NEVER})
    void placesOf_shortTexts_areThoseOfEqualIds(int patience) {
        List<UserId> ids = ids(2000, () -> text(16));
        requireRightPlaces(ids, sample(ids, () -> text(16)), patience);
    }

    @ParameterizedTest
    @ValueSource(ints = {AT_ONCE, 3, IdColumn.PATIENCE, NEVER})
    void placesOf_anyTexts_areThoseOfEqualIds(int patience) {
        List<UserId> ids = ids(2000, this::ofAnyKind);
        requireRightPlaces(ids, sample(ids, this::ofAnyKind), patience);
        requireRightPlaces(ids, ids(500, this::uuid), patience);
        requireRightPlaces(ids(500, this::uuid), ids(500, () -> text(16)), patience);
    }

    @Test
    void placesOf_almostAUuid_isNotTakenForOne() {
        List<UserId> ids = new ArrayList<>(ids(50, this::uuid));
        String id = ids.get(20).value();
        for (char wrong : "-g/:`G\u0130".toCharArray()) {
            for (int place = 0; place < id.length(); place++) {
                String almost = id.substring(0, place) + wrong + id.substring(place + 1);
                if (!almost.equals(id)) {
                    requireRightPlaces(List.copyOf(new TreeSet<>(ids)), List.of(UserId.of(almost)), AT_ONCE);
                    requireRightPlaces(List.of(UserId.of(almost)), List.copyOf(new TreeSet<>(ids)), AT_ONCE);
                }
            }
        }
    }

    @Test
    void placesOf_nothing_isNothing() {
        List<UserId> ids = ids(10, this::uuid);
        assertThat(column(ids, AT_ONCE).placesOf(column(List.of(), AT_ONCE), 0, 0))
                .isEmpty();
        requireRightPlaces(List.of(), ids, AT_ONCE);
    }
}
