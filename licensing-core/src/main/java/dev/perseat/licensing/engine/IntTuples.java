package dev.perseat.licensing.engine;

import java.util.Arrays;

/**
 * Numbers sequences of ints: the same sequence always gets the same number, and equality of sequences is equality of
 * numbers from then on. All sequences lie in one array, so that a million of them are two objects.
 *
 * <p>Numbers follow the order of first appearance; number 0 is always the empty sequence. Not safe for several threads
 * while sequences are added. Copies share their arrays until one of them gets a sequence that it does not have, so a
 * calculation that numbers nothing new copies nothing.
 */
final class IntTuples {
    static final int EMPTY = 0;

    private int[] pool;
    private int[] starts;

    /**
     * Open addressing: the hash in the upper half, number + 1 in the lower; 0 where nothing is. A sequence is looked at only
     * when its hash is right: of a million of them, each look is a wait for memory.
     */
    private long[] table;

    private int size;

    /** Whether the arrays are also those of a copy, so that they must not be written to. */
    private boolean shared;

    IntTuples() {
        pool = new int[64];
        starts = new int[17];
        table = new long[32];
        add(new int[0], 0);
    }

    private IntTuples(IntTuples other) {
        pool = other.pool;
        starts = other.starts;
        table = other.table;
        size = other.size;
        shared = true;
    }

    /** Returns one that begins with the same sequences under the same numbers, and goes its own way. */
    IntTuples copy() {
        shared = true;
        return new IntTuples(this);
    }

    private void unshare() {
        if (shared) {
            pool = Arrays.copyOf(pool, withRoom(pool.length));
            starts = Arrays.copyOf(starts, withRoom(starts.length));
            table = table.clone();
            shared = false;
        }
    }

    int size() {
        return size;
    }

    /** Returns the length of all sequences together. */
    int volume() {
        return starts[size];
    }

    /** Returns the number of the first {@code length} values, giving it the next one if they are new. */
    int add(int[] values, int length) {
        int hash = hash(values, length);
        int mask = table.length - 1;
        int slot = hash & mask;
        for (; table[slot] != 0; slot = (slot + 1) & mask) {
            if ((int) (table[slot] >>> Integer.SIZE) == hash) {
                int number = (int) table[slot] - 1;
                if (equal(number, values, length)) {
                    return number;
                }
            }
        }
        unshare();
        append(values, length);
        table[slot] = (long) hash << Integer.SIZE | size;
        if (size * 3L > table.length * 2L) {
            enlarge();
        }
        return size - 1;
    }

    int add(int... values) {
        return add(values, values.length);
    }

    int length(int number) {
        return starts[number + 1] - starts[number];
    }

    int get(int number, int k) {
        return pool[starts[number] + k];
    }

    /** Returns one of the values, as long as all sequences but the empty one have the same length. */
    int getOfEqualLength(int number, int k, int length) {
        return pool[(number - 1) * length + k];
    }

    int[] toArray(int number) {
        return Arrays.copyOfRange(pool, starts[number], starts[number + 1]);
    }

    /** Returns whether a sequence, which must be ascending, has a value. */
    boolean contains(int number, int value) {
        return Arrays.binarySearch(pool, starts[number], starts[number + 1], value) >= 0;
    }

    /** Returns whether a sequence has all values of another one; both must be ascending. */
    boolean containsAll(int number, int part) {
        if (number == part) {
            return true;
        }
        int i = starts[number];
        int end = starts[number + 1];
        for (int k = starts[part]; k < starts[part + 1]; k++) {
            while (i < end && pool[i] < pool[k]) {
                i++;
            }
            if (i == end || pool[i] != pool[k]) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether two sequences, which must be ascending, have a value in common. */
    boolean intersect(int number, int[] ascending) {
        int i = starts[number];
        int end = starts[number + 1];
        for (int k = 0; i < end && k < ascending.length; ) {
            int order = Integer.compare(pool[i], ascending[k]);
            if (order == 0) {
                return true;
            } else if (order < 0) {
                i++;
            } else {
                k++;
            }
        }
        return false;
    }

    /** Returns whether a sequence consists of the first {@code length} values. */
    boolean equal(int number, int[] values, int length) {
        return Arrays.equals(pool, starts[number], starts[number + 1], values, 0, length);
    }

    private void append(int[] values, int length) {
        int start = starts[size];
        if (start + length < 0) {
            throw new IllegalStateException("more than 2^31 entries of distinct combinations");
        }
        if (start + length > pool.length) {
            pool = Arrays.copyOf(pool, grown(pool.length, start + length));
        }
        System.arraycopy(values, 0, pool, start, length);
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, grown(starts.length, starts.length + 1));
        }
        starts[++size] = start + length;
    }

    private static int withRoom(int length) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, length + (length >> 2) + 1L);
    }

    private static int grown(int length, int needed) {
        return (int) Math.max(needed, Math.min(Integer.MAX_VALUE - 8L, length * 2L));
    }

    private void enlarge() {
        long[] entries = table;
        table = new long[entries.length * 2];
        int mask = table.length - 1;
        for (long entry : entries) {
            if (entry != 0) {
                int slot = (int) (entry >>> Integer.SIZE) & mask;
                while (table[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = entry;
            }
        }
    }

    /** Gives back the room for more sequences: there will hardly be any. */
    void trim() {
        pool = Arrays.copyOf(pool, starts[size]);
        starts = Arrays.copyOf(starts, size + 1);
    }

    private static int hash(int[] values, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ values[i]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash;
    }
}
