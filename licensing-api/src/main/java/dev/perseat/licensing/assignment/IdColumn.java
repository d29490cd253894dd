package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.UserId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ids of users in their order. Immutable.
 *
 * <p>To find a million ids of one column in another is mostly waiting for texts that lie anywhere in memory. Where both
 * columns have the same objects, as holdings of a result have those of its snapshot, the texts are not looked at; else
 * they are turned into {@link IdKeys numbers} where that is possible. A column keeps its numbers, 16 bytes an id, once
 * it has made them: the next one to be matched with it finds them there.
 */
final class IdColumn {
    /** After so many texts that had to be compared, numbers are worth making. */
    static final int PATIENCE = 1024;

    private final UserId[] ids;
    private final int patience;
    private volatile @Nullable IdKeys keys;

    /** Takes over ids that are ascending and different. */
    IdColumn(UserId[] ids) {
        this(ids, PATIENCE);
    }

    /** Tests choose how many texts may be compared before numbers are made. */
    IdColumn(UserId[] ids, int patience) {
        this.ids = ids;
        this.patience = patience;
    }

    /** Returns the numbers of the ids; any thread may make them, and all make the same. */
    private IdKeys keys() {
        IdKeys known = keys;
        if (known == null) {
            known = IdKeys.of(ids);
            keys = known;
        }
        return known;
    }

    /**
     * Returns the places of some ids of another column in this one, or -1 for those that are not here.
     *
     * @param from the first of them in the other column
     * @param to behind the last of them
     */
    @SuppressWarnings("ReferenceEquality") // what is the same is equal, and seen at less cost
    int[] placesOf(IdColumn other, int from, int to) {
        int[] places = new int[to - from];
        int untilKeys = keys != null && other.keys != null ? 0 : patience;
        int next = 0; // the ids before this one come before the one looked for
        for (int k = from; k < to; k++) {
            if (next == ids.length || ids[next] != other.ids[k]) {
                next = lowerBound(other.ids[k], next);
                if (untilKeys-- == 0 && isWorthKeys(other) && keys().fit(other.keys())) {
                    keys().find(next, other.keys(), k, to, places, from);
                    return places;
                }
            }
            boolean found = next < ids.length && (ids[next] == other.ids[k] || ids[next].equals(other.ids[k]));
            places[k - from] = found ? next++ : -1;
        }
        return places;
    }

    /** Returns whether another column is long enough that walking through all of this one for it is no waste. */
    private boolean isWorthKeys(IdColumn other) {
        return other.ids.length >= ids.length / 8;
    }

    /**
     * Returns the place of the first id, from a place on, that is not less than a given one: looks ahead in growing
     * steps, then between the last two.
     */
    int lowerBound(UserId id, int from) {
        int low = from;
        int high = from;
        for (int step = 1; high < ids.length && ids[high].compareTo(id) < 0; step <<= 1) {
            low = high + 1;
            high = (int) Math.min(ids.length, (long) high + step);
        }
        int place = Arrays.binarySearch(ids, low, Math.min(high, ids.length), id);
        return place >= 0 ? place : ~place;
    }
}
