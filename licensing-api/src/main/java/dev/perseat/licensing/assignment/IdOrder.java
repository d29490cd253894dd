package dev.perseat.licensing.assignment;

import java.util.Arrays;

/**
 * Sorts ids as {@link String#compareTo(String)} does, code unit by code unit, and looks at each text seldom.
 *
 * <p>Sorting a million texts is mostly waiting for texts that lie anywhere in memory. So of each text the first
 * characters behind what all have in common are packed into a long, above the number of the text, and the longs are
 * sorted; only texts of which these characters are equal are sorted by their next ones. A character takes as few bits
 * as the range of those that occur: of UUIDs, seven characters fit beside the numbers of two million. Each round reads
 * other characters than the one before, so texts chosen to be alike cost what their length costs and no more.
 */
final class IdOrder {
    /** Fewer texts than this are sorted by comparing them. */
    private static final int FEW = 24;

    /** So many characters at most are packed at once. */
    private static final int WINDOW = 12;

    private final String[] ids;
    private final int[] numbers;
    private final long[] keys;
    private final int numberBits;

    private IdOrder(int[] numbers, String[] ids) {
        this.ids = ids;
        this.numbers = numbers;
        keys = new long[numbers.length];
        numberBits = Integer.SIZE - Integer.numberOfLeadingZeros(ids.length);
    }

    /**
     * Sorts numbers by the ids that they stand for.
     *
     * @param numbers different numbers, ascending; those of equal ids stay in that order
     * @param ids the id of each number
     */
    static void sort(int[] numbers, String[] ids) {
        new IdOrder(numbers, ids).sort(0, numbers.length, 0);
    }

    /** Sorts {@code numbers[low .. high)}, whose ids have the first {@code from} characters in common. */
    private void sort(int low, int high, int from) {
        if (high - low < FEW) {
            insert(low, high);
            return;
        }
        int start = commonLength(low, high, from);
        if (areEqual(low, high, start)) {
            return;
        }
        int length = pack(low, high, start);
        Arrays.sort(keys, low, high);
        long mask = (1L << numberBits) - 1;
        for (int i = low; i < high; i++) {
            numbers[i] = (int) (keys[i] & mask);
        }
        sortEqualKeys(low, high, start + length);
    }

    private void insert(int low, int high) {
        for (int i = low + 1; i < high; i++) {
            int number = numbers[i];
            int hole = i;
            for (; hole > low && ids[numbers[hole - 1]].compareTo(ids[number]) > 0; hole--) {
                numbers[hole] = numbers[hole - 1];
            }
            numbers[hole] = number;
        }
    }

    private int commonLength(int low, int high, int from) {
        String first = ids[numbers[low]];
        int common = first.length();
        for (int i = low + 1; i < high; i++) {
            String other = ids[numbers[i]];
            common = Math.min(common, other.length());
            for (int k = from; k < common; k++) {
                if (first.charAt(k) != other.charAt(k)) {
                    common = k;
                }
            }
        }
        return common;
    }

    /** Tells of ids that have {@code common} characters in common whether they have no others. */
    private boolean areEqual(int low, int high, int common) {
        for (int i = low; i < high; i++) {
            if (ids[numbers[i]].length() > common) {
                return false;
            }
        }
        return true;
    }

    /** Makes the keys of some texts, and returns how many characters from {@code start} on are in them. */
    private int pack(int low, int high, int start) {
        int least = Character.MAX_VALUE;
        int greatest = 0;
        for (int i = low; i < high; i++) {
            String id = ids[numbers[i]];
            for (int k = start; k < Math.min(id.length(), start + WINDOW); k++) {
                least = Math.min(least, id.charAt(k));
                greatest = Math.max(greatest, id.charAt(k));
            }
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(greatest - least + 1);
        int length = Math.min(WINDOW, (Long.SIZE - 1 - numberBits) / bits);
        for (int i = low; i < high; i++) {
            String id = ids[numbers[i]];
            long key = 0;
            for (int k = start; k < start + length; k++) {
                // The end of a text comes before every character.
                key = key << bits | (k < id.length() ? id.charAt(k) - least + 1 : 0);
            }
            keys[i] = key << numberBits | numbers[i];
        }
        return length;
    }

    private void sortEqualKeys(int low, int high, int from) {
        int first = low;
        for (int i = low + 1; i <= high; i++) {
            if (i == high || keys[i] >>> numberBits != keys[first] >>> numberBits) {
                if (i - first > 1) {
                    sort(first, i, from);
                }
                first = i;
            }
        }
    }
}
