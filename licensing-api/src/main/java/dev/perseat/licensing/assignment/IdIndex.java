package dev.perseat.licensing.assignment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers strings in the order in which they are first seen.
 *
 * <p>Open addressing in one array, the hash code beside the number, so that an id is looked at only when its hash
 * code is right: 16 to 32 bytes an id, less than half of a {@link HashMap}. Ids come from outside and may have been
 * chosen to collide: as soon as one insertion has to look at {@value #MAX_PROBES} slots, all ids move into a {@code
 * HashMap}, whose buckets become trees and stay logarithmic.
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

    /** Returns a new array of the ids that numbers {@code 0 .. size - 1} stand for. */
    String[] toArray() {
        return Arrays.copyOf(ids, size);
    }

    private int append(String id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size + (size >> 1));
        }
        ids[size++] = id;
        if (colliding != null) {
            colliding.put(id, size - 1);
        } else if (size * 2L > table.length) {
            rehash(table.length * 2);
        } else {
            place(size - 1);
        }
        return size - 1;
    }

    private void rehash(int length) {
        table = new long[length];
        for (int number = 0; number < size && colliding == null; number++) {
            place(number);
        }
    }

    private void place(int number) {
        int hash = ids[number].hashCode();
        int mask = table.length - 1;
        int slot = slot(hash, mask);
        for (int probes = 0; table[slot] != 0; slot = (slot + 1) & mask) {
            if (++probes == MAX_PROBES) {
                moveToTrees();
                return;
            }
        }
        table[slot] = (long) hash << Integer.SIZE | number + 1;
    }

    private void moveToTrees() {
        Map<String, Integer> map = new HashMap<>(size * 2);
        for (int number = 0; number < size; number++) {
            map.put(ids[number], number);
        }
        colliding = map;
        table = new long[0];
    }

    private static int slot(int hash, int mask) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & mask;
    }
}
