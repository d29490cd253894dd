package dev.perseat.licensing.assignment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numbers strings in the order in which they are first seen.
 *
 * <p>Open addressing in one array, the hash code beside the number, so that an id is looked at only when its hash
 * code is right: 16 to 30 bytes an id, less than half of a {@link HashMap}. Ids come from outside and may have been
 * chosen to collide: as soon as one insertion has to look at {@value #MAX_PROBES} slots, all ids move into a {@code
 * HashMap}, whose buckets become trees and stay logarithmic.
 *
 * <p>A million ids are more than a processor keeps at hand, so looking one up is waiting for memory. {@link #addAll}
 * does each step for many ids before the next step, and the processor waits for several of them at once.
 */
final class IdIndex {
    private static final int MAX_PROBES = 256;

    private String[] ids = new String[16];
    private int size;

    /** Hash code in the upper half, number + 1 in the lower; 0 where nothing is. */
    private long[] table = new long[32];

    private @Nullable Map<String, Integer> colliding;

    int size() {
        return size;
    }

    /** Returns the number of the id, giving it the next one if it is new. */
    int add(String id) {
        int found = find(id);
        return found >= 0 ? found : append(id);
    }

    /** Does {@link #add} for the first {@code count} ids, in their order. */
    void addAll(String[] batch, int count, IntList numbers) {
        int[] candidates = new int[count];
        for (int i = 0; i < count && colliding == null; i++) {
            candidates[i] = candidate(batch[i].hashCode());
        }
        String[] candidateIds = new String[count];
        for (int i = 0; i < count; i++) {
            candidateIds[i] = ids[Math.max(0, candidates[i] - 1)];
        }
        for (int i = 0; i < count; i++) {
            boolean found = candidates[i] > 0 && batch[i].equals(candidateIds[i]);
            numbers.add(found ? candidates[i] - 1 : add(batch[i]));
        }
    }

    /** Returns the number + 1 of the first id that has a hash code, or 0. */
    private int candidate(int hash) {
        int mask = table.length - 1;
        int slot = slot(hash, mask);
        while (table[slot] != 0 && (int) (table[slot] >>> Integer.SIZE) != hash) {
            slot = (slot + 1) & mask;
        }
        return (int) table[slot];
    }

    /** Returns the number of the id, or -1. */
    int find(String id) {
        if (colliding != null) {
            return colliding.getOrDefault(id, -1);
        }
        int hash = id.hashCode();
        int mask = table.length - 1;
        for (int slot = slot(hash, mask); table[slot] != 0; slot = (slot + 1) & mask) {
            if ((int) (table[slot] >>> Integer.SIZE) == hash) {
                int number = (int) table[slot] - 1;
                if (ids[number].equals(id)) {
                    return number;
                }
            }
        }
        return -1;
    }

    String id(int number) {
        return ids[number];
    }

    /** Sorts numbers, which must be ascending, by the ids that they stand for. */
    void sort(int[] numbers) {
        IdOrder.sort(numbers, ids);
    }

    /**
     * Returns the positions of the ids.
     *
     * @param positionOf the position of each number; all numbers have one
     * @param sortedIds the id at each position
     */
    IdPositions positions(int[] positionOf, IntFunction<String> sortedIds) {
        if (colliding != null) {
            return new IdPositions(size, sortedIds, null);
        }
        int[] positions = new int[table.length];
        for (int slot = 0; slot < table.length; slot++) {
            if (table[slot] != 0) {
                positions[slot] = positionOf[(int) table[slot] - 1] + 1;
            }
        }
        return new IdPositions(size, sortedIds, positions);
    }

    private int append(String id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size + (size >> 1));
        }
        ids[size++] = id;
        if (colliding != null) {
            colliding.put(id, size - 1);
            return size - 1;
        }
        if (size * 3L > table.length * 2L) {
            enlarge();
        }
        place((long) id.hashCode() << Integer.SIZE | size);
        return size - 1;
    }

    private void enlarge() {
        long[] entries = table;
        table = new long[entries.length * 2];
        for (long entry : entries) {
            if (entry != 0) {
                place(entry);
            }
        }
    }

    private void place(long entry) {
        if (colliding != null) {
            return;
        }
        int mask = table.length - 1;
        int slot = slot((int) (entry >>> Integer.SIZE), mask);
        for (int probes = 0; table[slot] != 0; slot = (slot + 1) & mask) {
            if (++probes == MAX_PROBES) {
                moveToTrees();
                return;
            }
        }
        table[slot] = entry;
    }

    private void moveToTrees() {
        Map<String, Integer> map = new HashMap<>(size * 2);
        for (int number = 0; number < size; number++) {
            map.put(ids[number], number);
        }
        colliding = map;
        table = new long[0];
    }

    static int slot(int hash, int mask) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & mask;
    }
}
