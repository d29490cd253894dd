package dev.perseat.benchmarks.union;

import java.util.Arrays;

/**
 * Sets of grants, each stored once as a row of bits and known by a number; 0 is the empty set. The union of two numbers is
 * looked up in a hash table of the pairs asked before, so that bits are only touched the first time. Not for several
 * threads.
 */
final class GrantSets {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Words in a row. */
    private final int width;

    private long[] words;
    private int size;

    /** Open addressing: by the bits of a set its number, or 0 for a free slot. The empty set is not in the table. */
    private int[] numbers;

    /**
     * Open addressing: two numbers as one key, and behind it, in the same cache line, that of their union. No key is 0,
     * because a set is never united with itself.
     */
    private long[] pairs;

    private int pairCount;

    GrantSets(int grants) {
        width = (grants + Long.SIZE - 1) / Long.SIZE;
        words = new long[width << 10];
        numbers = new int[1 << 11];
        pairs = new long[1 << 16];
        size = 1;
    }

    int size() {
        return size;
    }

    /** Returns how many words a row has. */
    int width() {
        return width;
    }

    /** Returns the rows of all sets, one behind the other; a new set may make them others. */
    long[] rows() {
        return words;
    }

    /** Returns whether every grant of {@code part} is in {@code whole}. */
    boolean isSubset(int part, int whole) {
        for (int k = 0; k < width; k++) {
            if ((words[part * width + k] & ~words[whole * width + k]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the number of the set of one grant. */
    int single(int grant) {
        long[] row = new long[width];
        row[grant >>> 6] = 1L << grant;
        return number(row, 0);
    }

    /** Returns the number of the union of any two sets. */
    int united(int a, int b) {
        return a == b || b == 0 ? a : a == 0 ? b : union(a, b);
    }

    private int union(int a, int b) {
        long key = (long) a << Integer.SIZE | b;
        int slot = pairSlot(key, pairs);
        return pairs[slot] == key ? (int) pairs[slot + 1] : unite(key, slot);
    }

    /** Returns where a key stands, or the free slot for it. */
    private static int pairSlot(long key, long[] pairs) {
        int mask = pairs.length - 2;
        int slot = (int) (key * GOLDEN >>> 36) & mask;
        while (pairs[slot] != key && pairs[slot] != 0) {
            slot = slot + 2 & mask;
        }
        return slot;
    }

    private int unite(long key, int slot) {
        int a = (int) (key >>> Integer.SIZE);
        int b = (int) key;
        reserve(size + 1);
        for (int k = 0; k < width; k++) {
            words[size * width + k] = words[a * width + k] | words[b * width + k];
        }
        int union = number(words, size * width);
        pairs[slot] = key;
        pairs[slot + 1] = union;
        if (4 * ++pairCount > pairs.length) {
            growPairs();
        }
        return union;
    }

    /** Returns the number of the set whose row stands at an offset. */
    private int number(long[] row, int offset) {
        if (2 * size >= numbers.length) {
            growNumbers();
        }
        int slot = hash(row, offset) & numbers.length - 1;
        while (numbers[slot] != 0) {
            int start = numbers[slot] * width;
            if (Arrays.equals(words, start, start + width, row, offset, offset + width)) {
                return numbers[slot];
            }
            slot = slot + 1 & numbers.length - 1;
        }
        reserve(size + 1);
        System.arraycopy(row, offset, words, size * width, width);
        numbers[slot] = size;
        return size++;
    }

    private int hash(long[] row, int offset) {
        long hash = 0;
        for (int k = 0; k < width; k++) {
            hash = (hash ^ row[offset + k]) * GOLDEN;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private void reserve(int sets) {
        if (sets * width > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
    }

    private void growNumbers() {
        int[] larger = new int[2 * numbers.length];
        for (int number = 1; number < size; number++) {
            int slot = hash(words, number * width) & larger.length - 1;
            while (larger[slot] != 0) {
                slot = slot + 1 & larger.length - 1;
            }
            larger[slot] = number;
        }
        numbers = larger;
    }

    private void growPairs() {
        long[] larger = new long[2 * pairs.length];
        for (int old = 0; old < pairs.length; old += 2) {
            if (pairs[old] != 0) {
                int slot = pairSlot(pairs[old], larger);
                larger[slot] = pairs[old];
                larger[slot + 1] = pairs[old + 1];
            }
        }
        pairs = larger;
    }
}
