package dev.perseat.licensing.assignment;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the position of an id among sorted ids in constant time, without memory of its own but four bytes a slot: the
 * table of an {@link IdIndex} with positions instead of numbers. Where that had no table any more because ids collide,
 * ids are looked for by bisection.
 */
final class IdPositions {
    private final int size;
    private final IntFunction<String> ids;

    /** Position + 1; 0 where nothing is. */
    private final int @Nullable [] table;

    /** Takes over the table; {@code ids} gives the id at each position below {@code size}. */
    IdPositions(int size, IntFunction<String> ids, int @Nullable [] table) {
        this.size = size;
        this.ids = ids;
        this.table = table;
    }

    /** Returns the position of an id, or -1. */
    int find(String id) {
        if (table == null) {
            return bisect(id);
        }
        int mask = table.length - 1;
        for (int slot = IdIndex.slot(id.hashCode(), mask); table[slot] != 0; slot = (slot + 1) & mask) {
            if (ids.apply(table[slot] - 1).equals(id)) {
                return table[slot] - 1;
            }
        }
        return -1;
    }

    private int bisect(String id) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = ids.apply(middle).compareTo(id);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
