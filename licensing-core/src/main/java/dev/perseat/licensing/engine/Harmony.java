package dev.perseat.licensing.engine;

/**
 * Remembers of each base of a tenant whether somebody who holds all that the base is given keeps all of it. Such a user
 * needs no seat, so this depends on neither seats nor the holdings of a calculation, and what one calculation finds out
 * holds for the next.
 *
 * <p>Safe for use by several threads: each finds the same, and may miss what another has just found.
 */
final class Harmony {
    private static final byte KEEPS_ALL = 1;

    private final byte[] known;

    Harmony(int bases) {
        known = new byte[bases];
    }

    boolean isKnown(int base) {
        return base < known.length && known[base] == KEEPS_ALL;
    }

    /** Notes that settling somebody who holds all accepts everything. */
    void note(int base) {
        if (base < known.length) {
            known[base] = KEEPS_ALL;
        }
    }
}
