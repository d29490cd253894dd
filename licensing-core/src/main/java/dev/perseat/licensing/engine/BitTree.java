package dev.perseat.licensing.engine;

import java.util.Arrays;

/**
 * A set of small ints that finds its next member in constant time, however far away it is: 64 bits of one level are one
 * bit of the level above, which tells whether any of them is set.
 */
final class BitTree {
    private static final int SHIFT = 6;

    /** From the bits themselves to a level of one word. */
    private long[][] levels = {new long[1]};

    /**
     * Makes an empty set.
     *
     * @param room the number of ints, from 0, to have room for; there may come higher ones
     */
    BitTree(int room) {
        if (room > 1 << SHIFT) {
            grow(room - 1);
        }
    }

    boolean get(int value) {
        int word = value >>> SHIFT;
        return word < levels[0].length && (levels[0][word] & 1L << value) != 0;
    }

    void set(int value) {
        if (value >>> SHIFT >= levels[0].length) {
            grow(value);
        }
        int position = value;
        for (long[] level : levels) {
            int word = position >>> SHIFT;
            boolean wasEmpty = level[word] == 0;
            level[word] |= 1L << position;
            if (!wasEmpty) {
                return; // the levels above know already
            }
            position = word;
        }
    }

    void clear(int value) {
        if (!get(value)) {
            return;
        }
        int position = value;
        for (long[] level : levels) {
            int word = position >>> SHIFT;
            level[word] &= ~(1L << position);
            if (level[word] != 0) {
                return;
            }
            position = word;
        }
    }

    /** Returns the first member from a value on, or -1. */
    int next(int from) {
        int position = from;
        for (int level = 0; level < levels.length; level++) {
            int word = position >>> SHIFT;
            if (word >= levels[level].length) {
                return -1;
            }
            long rest = levels[level][word] & -1L << position;
            if (rest != 0) {
                return first(level, (word << SHIFT) + Long.numberOfTrailingZeros(rest));
            }
            position = word + 1;
        }
        return -1;
    }

    /** Returns the first member below a position of a level, where there is one. */
    private int first(int level, int position) {
        int current = position;
        for (int below = level - 1; below >= 0; below--) {
            current = (current << SHIFT) + Long.numberOfTrailingZeros(levels[below][current]);
        }
        return current;
    }

    private void grow(int value) {
        int words = Math.max((value >>> SHIFT) + 1, 2 * levels[0].length);
        int count = 1;
        for (int rest = words; rest > 1; rest = (rest + 63) >>> SHIFT) {
            count++;
        }
        long[][] wider = Arrays.copyOf(levels, count);
        for (int level = 0; level < count; level++) {
            wider[level] = level < levels.length ? Arrays.copyOf(levels[level], words) : new long[words];
            words = (words + 63) >>> SHIFT;
        }
        for (int level = levels.length; level < count; level++) {
            for (int word = 0; word < wider[level - 1].length; word++) {
                if (wider[level - 1][word] != 0) {
                    wider[level][word >>> SHIFT] |= 1L << word;
                }
            }
        }
        levels = wider;
    }
}
