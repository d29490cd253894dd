package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.UserId;

/**
 * Ids as numbers of 128 bits, two of which are equal if the ids are, and less if the id comes before: for ids that are
 * all UUIDs in lower case, or all of at most 16 characters below 256 and not 0. Of others there are none. Immutable.
 */
final class IdKeys {
    /** How the texts are turned into numbers. */
    private enum Code {
        UUID,
        SHORT,
        NONE
    }

    private static final int UUID_LENGTH = 36;
    private static final int SHORT_LENGTH = 16;
    private static final int BAD = -1;

    private final Code code;

    /** The halves, ordered as signed numbers. */
    private final long[] high;

    private final long[] low;

    private IdKeys(Code code, int count) {
        this.code = code;
        high = new long[count];
        low = new long[count];
    }

    /** Returns the numbers of ascending ids. */
    static IdKeys of(UserId[] ids) {
        Code code = ids.length > 0 && ids[0].value().length() == UUID_LENGTH ? Code.UUID : Code.SHORT;
        IdKeys keys = new IdKeys(code, ids.length);
        for (int k = 0; k < ids.length; k++) {
            if (!keys.set(k, ids[k].value())) {
                return new IdKeys(Code.NONE, 0);
            }
        }
        return keys;
    }

    private boolean set(int k, String id) {
        return code == Code.UUID ? setUuid(k, id) : setShort(k, id);
    }

    private boolean setUuid(int k, String id) {
        if (id.length() != UUID_LENGTH
                || id.charAt(8) != '-'
                || id.charAt(13) != '-'
                || id.charAt(18) != '-'
                || id.charAt(23) != '-') {
            return false;
        }
        long first = digits(id, 0, 8);
        long second = digits(id, 9, 13);
        long third = digits(id, 14, 18);
        long fourth = digits(id, 19, 23);
        long fifth = digits(id, 24, 36);
        high[k] = (first << 32 | second << 16 | third) ^ Long.MIN_VALUE;
        low[k] = (fourth << 48 | fifth) ^ Long.MIN_VALUE;
        return (first | second | third | fourth | fifth) >= 0;
    }

    /** Returns at most twelve hexadecimal digits as a number, or a negative one if there is any other character. */
    private static long digits(String id, int from, int to) {
        long value = 0;
        int bad = 0;
        for (int i = from; i < to; i++) {
            int digit = digit(id.charAt(i));
            bad |= digit;
            value = value << 4 | digit;
        }
        return bad < 0 ? BAD : value;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : BAD;
    }

    private boolean setShort(int k, String id) {
        int length = id.length();
        if (length > SHORT_LENGTH) {
            return false;
        }
        long first = 0;
        long second = 0;
        for (int i = 0; i < SHORT_LENGTH; i++) {
            int c = i < length ? id.charAt(i) : 0; // the end of a text comes before every character
            if (c > 0xFF || (c == 0 && i < length)) {
                return false;
            }
            if (i < 8) {
                first = first << 8 | c;
            } else {
                second = second << 8 | c;
            }
        }
        high[k] = first ^ Long.MIN_VALUE;
        low[k] = second ^ Long.MIN_VALUE;
        return true;
    }

    /** Returns whether equality and order of these and other numbers are those of the ids. */
    boolean fit(IdKeys other) {
        return code != Code.NONE && code == other.code;
    }

    /**
     * Finds ids of other keys, which must fit, among these from a place on.
     *
     * @param start the place; what is looked for does not lie before it
     * @param from the first of the others to look for
     * @param to behind the last of them
     * @param places takes of each the place here or -1, at the index of the other one less {@code offset}
     */
    void find(int start, IdKeys other, int from, int to, int[] places, int offset) {
        int next = start;
        for (int k = from; k < to; k++) {
            long wantedHigh = other.high[k];
            long wantedLow = other.low[k];
            while (next < high.length
                    && (high[next] < wantedHigh || (high[next] == wantedHigh && low[next] < wantedLow))) {
                next++;
            }
            boolean found = next < high.length && high[next] == wantedHigh && low[next] == wantedLow;
            places[k - offset] = found ? next++ : -1;
        }
    }
}
