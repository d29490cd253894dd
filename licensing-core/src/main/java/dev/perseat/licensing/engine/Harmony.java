package dev.perseat.licensing.engine;

/**
 * Remembers of each base of a tenant whether somebody who holds all that the base is given keeps all of it. Such a user
 * needs no seat, so this depends on neither seats nor the holdings of a calculation, and what one calculation finds out
 * holds for the next.
 *
 * <p>Safe for use by several threads: each finds the same, and may miss what another has just found.
 */
final class Harmony {
    private static final byte UNKNOWN = 0;
    private static final byte NONE = 1;
    private static final byte KEEPS_ALL = 2;
    private static final byte SEATS_DECIDE = 3;

    private final byte[] known;

    Harmony(int bases) {
        known = new byte[bases];
    }

    /** Returns whether it would be worth to find out something about a base: it can be remembered, and is not known. */
    boolean isOpen(int base) {
        return base < known.length && known[base] == UNKNOWN;
    }

    /** Returns whether who holds all that a base is given is known to keep it. */
    boolean keepsAll(int base) {
        return base < known.length && known[base] >= KEEPS_ALL;
    }

    /** Returns whether all bundles of a base are known to go together, and none to have an open clause. */
    boolean isDecidedBySeats(int base) {
        return base < known.length && known[base] == SEATS_DECIDE;
    }

    /** Notes that who holds all keeps all. */
    void noteKeepsAll(int base, boolean withOpenClauses) {
        if (base < known.length) {
            known[base] = withOpenClauses ? KEEPS_ALL : SEATS_DECIDE;
        }
    }

    /** Notes that who holds all loses something. */
    void noteNone(int base) {
        if (base < known.length) {
            known[base] = NONE;
        }
    }
}
