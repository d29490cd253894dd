package dev.perseat.licensing.engine;

/** A set of small ints, one bit for each that there may be; who fills it may set bits directly. */
final class IntBits {
    final long[] words;

    /**
     * Makes an empty set.
     *
     * @param room one more than the highest int
     */
    IntBits(int room) {
        words = new long[wordsFor(room)];
    }

    /** Returns how many words a set of so many ints takes. */
    static int wordsFor(int room) {
        return (room + Long.SIZE - 1) / Long.SIZE;
    }

    /** Returns whether the int is new. */
    boolean add(int value) {
        long before = words[value >>> 6];
        long bit = 1L << value;
        words[value >>> 6] = before | bit;
        return (before & bit) == 0;
    }

    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /**
     * Returns the ints.
     *
     * @param count how many there are
     */
    int[] ascending(int count) {
        int[] values = new int[count];
        int next = 0;
        for (int from = 0; from < words.length; from += Long.SIZE) {
            for (long filled = filledFrom(from); filled != 0; filled &= filled - 1) {
                int word = from + Long.numberOfTrailingZeros(filled);
                for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                    values[next++] = (word << 6) + Long.numberOfTrailingZeros(rest);
                }
            }
        }
        return values;
    }

    /** Tells which of 64 words are not empty; without a branch, as no processor could guess which of few are. */
    private long filledFrom(int from) {
        int size = Math.min(Long.SIZE, words.length - from);
        long filled = 0;
        for (int i = 0; i < size; i++) {
            long word = words[from + i];
            filled |= ((word | -word) >>> 63) << i;
        }
        return filled;
    }
}
