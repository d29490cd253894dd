package dev.perseat.licensing.engine;

import java.util.function.IntConsumer;

/**
 * Of each base of a tenant, what settling leaves to who holds all that the base is given. Such a user needs no seat, so
 * this depends on neither seats nor the holdings of a calculation: it is found out once, for all of them.
 *
 * <p>Mostly all is kept. Else what is left is mostly <em>at rest</em>: settling it again changes nothing, whatever seats
 * there are. That is so if it changes nothing when no seat is free, and nothing fails for want of a seat then: no check
 * has looked at one. Immutable.
 */
final class Harmony {
    /** What is known of a ledger that has just begun. */
    static final Harmony NOTHING_KNOWN = new Harmony(new byte[0], new int[0]);

    private static final byte RESTLESS = 0;
    private static final byte RESTS = 1;
    private static final byte KEEPS_ALL = 2;
    private static final byte SEATS_DECIDE = 3;

    private final byte[] known;
    private final int[] restHoldings;

    private Harmony(byte[] known, int[] restHoldings) {
        this.known = known;
        this.restHoldings = restHoldings;
    }

    /** Finds it out for the bases of a ledger, which gets the holdings that are left. */
    static Harmony of(Ledger ledger, Parallel parallel) {
        return new Search(ledger).run(parallel);
    }

    /** Returns whether some holding is at rest. */
    boolean rests(int base) {
        return base < known.length && known[base] != RESTLESS;
    }

    /** Returns of each base of the tenant the holding that is at rest, else all that the base is given. */
    int[] restHoldings() {
        return restHoldings;
    }

    /** Returns whether who holds all that a base is given keeps it. */
    boolean keepsAll(int base) {
        return base < known.length && known[base] >= KEEPS_ALL;
    }

    /** Returns whether all bundles of a base go together, and none has an open clause. */
    boolean isDecidedBySeats(int base) {
        return base < known.length && known[base] == SEATS_DECIDE;
    }

    /** Several threads settle, each noting what it finds at places of its own; numbers are given out by one. */
    private static final class Search {
        private final Ledger ledger;
        private final boolean[] noSeats;
        private final byte[] known;
        private final int[] restHoldings;

        /** Of each base the entries that are left, or null if all are. */
        private final int[][] left;

        Search(Ledger ledger) {
            this.ledger = ledger;
            noSeats = new boolean[ledger.catalog.skuCount];
            known = new byte[ledger.bases.end()];
            restHoldings = new int[known.length];
            left = new int[known.length][];
        }

        Harmony run(Parallel parallel) {
            parallel.forEach(known.length - 1, this::settleFull);
            int[] profiles = profilesLeft();
            parallel.forEach(profiles.length, () -> settleLeft(profiles));
            return new Harmony(known, restHoldings);
        }

        private IntConsumer settleFull() {
            Settler settler = new Settler(ledger, Settler.FailureListener.NONE);
            return i -> {
                int base = i + 1;
                restHoldings[base] = ledger.fullHolding(base);
                if (ledger.isPlain(base)) {
                    known[base] = SEATS_DECIDE;
                    return;
                }
                settler.settle(ledger.fullProfile(base), noSeats);
                if (settler.allAccepted) {
                    known[base] = ledger.hasOpenClauses(base) ? KEEPS_ALL : SEATS_DECIDE;
                } else {
                    left[base] = settler.result.toArray();
                }
            };
        }

        /** Numbers what is left, and returns the profiles of who holds it. */
        private int[] profilesLeft() {
            IntBuffer profiles = new IntBuffer();
            IntBuffer entries = new IntBuffer();
            for (int base = 0; base < left.length; base++) {
                int[] its = left[base];
                if (its != null) {
                    entries.clear();
                    entries.addAll(its);
                    profiles.add(ledger.profile(base, ledger.holdingSets.add(entries)));
                }
            }
            return profiles.toArray();
        }

        private IntConsumer settleLeft(int[] profiles) {
            boolean[] wantsSeat = new boolean[1];
            Settler settler =
                    new Settler(ledger, (settling, bundle, check, clause) -> wantsSeat[0] |= check == Check.COUNT);
            return i -> {
                wantsSeat[0] = false;
                settler.settle(profiles[i], noSeats);
                if (settler.changesNothing() && !wantsSeat[0]) {
                    int base = ledger.base(profiles[i]);
                    known[base] = RESTS;
                    restHoldings[base] = ledger.holding(profiles[i]);
                }
            };
        }
    }
}
