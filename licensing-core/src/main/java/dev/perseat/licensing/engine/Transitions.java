package dev.perseat.licensing.engine;

import java.util.Arrays;

/**
 * What settling makes of each profile: the profile of the same user with what is held from then on. Settling depends on
 * the profile and on which of the watched SKUs that the user lacks have a free seat, on nothing else; so it is done once
 * for each such combination, and remembered; {@link SettlingAhead} does it for many at once. Who waits mostly finds no
 * seat of any of them, so that outcome has a place of its own. Used by one thread at a time, but where a method says so.
 */
final class Transitions {
    private static final int UNKNOWN = 0;
    private static final int EMPTY_NEEDS = IntTuples.EMPTY + 1;
    private static final byte AT_REST = 1;
    private static final byte CONTENTED = 2;

    private final Ledger ledger;
    private final HoldingSets holdingSets;
    private final Seats seats;
    private final Decider decider;

    /** The sets of watched SKUs that profiles lack, their needs, and sets of those of them that have a free seat. */
    final IntTuples needSets = new IntTuples();

    /** Of each profile the number of its needs, and one more; 0 if not analyzed yet. */
    private int[] needs = {};

    /** Of each profile the next one where no seat of what it needs is free: for good if it needs nothing. */
    private int[] next = {};

    /** Of each set of needs the set of those free, as long as no seat has flipped. */
    private int[] freeOf = {};

    private int[] freeAtFlip = {};

    /** By profile and set of free seats, which is not empty, the next profile. */
    private final IntPairs seatPatterns = new IntPairs();

    private int[] nextUnderPattern = {};

    /** Of each profile the set of free seats that was asked for last, if it was not empty, and the next profile under it. */
    private int[] lastFree = {};

    private int[] nextUnderLast = {};

    /** Of each profile whether it is known to be at rest, and if so, whether everything is accepted: contented. */
    private byte[] rest = {};

    private final IntBuffer scratch = new IntBuffer();

    Transitions(Ledger ledger, Seats seats) {
        this.ledger = ledger;
        this.seats = seats;
        holdingSets = ledger.holdingSets;
        decider = new Decider(ledger);
    }

    /** Returns whether settling a profile is known to accept everything and to change nothing, whatever seats there are. */
    boolean isContented(int profile) {
        return profile < rest.length && rest[profile] == CONTENTED;
    }

    /** Returns whether settling a profile is known to change nothing, whatever seats there are. */
    boolean isAtRest(int profile) {
        return profile < rest.length && rest[profile] != UNKNOWN;
    }

    /** Returns whether it is known what becomes of a profile where no seat of what it needs is free. */
    boolean isKnown(int profile) {
        return next[profile] != UNKNOWN;
    }

    /** Returns the profile that the users of a profile have for good, if that is known, else {@link Ledger#NOBODY}. */
    int lastIfKnown(int profile) {
        int last = next[profile];
        return needs[profile] == EMPTY_NEEDS && rest[last] != UNKNOWN ? last : Ledger.NOBODY;
    }

    /** Returns the number of the set of watched SKUs that a profile is given and lacks; see {@link #needSets}. */
    int needs(int profile) {
        makeRoom();
        if (needs[profile] == UNKNOWN) {
            needs[profile] = analyze(profile) + 1;
        }
        return needs[profile] - 1;
    }

    private int analyze(int profile) {
        if (ledger.isAtRest(profile)) {
            return IntTuples.EMPTY; // a seat that is lacked would not help
        }
        int held = holdingSets.skuSet(ledger.holding(profile));
        int requested = holdingSets.skuSet(ledger.fullHolding(ledger.base(profile)));
        IntTuples skuSets = holdingSets.skuSets();
        scratch.clear();
        for (int k = 0; held != requested && k < skuSets.length(requested); k++) {
            int sku = skuSets.get(requested, k);
            if (seats.isWatched(sku) && !skuSets.contains(held, sku)) {
                scratch.add(sku);
            }
        }
        return needSets.add(scratch.values, scratch.size);
    }

    /** Makes room for all profiles, so that several threads may note something of them, each at its own places. */
    void makeRoom() {
        if (ledger.profileEnd() > next.length) {
            int length = Math.max(ledger.profileEnd() + (ledger.profileEnd() >> 2), 2 * next.length);
            needs = Arrays.copyOf(needs, length);
            needs[Ledger.NOBODY] = EMPTY_NEEDS;
            next = Arrays.copyOf(next, length);
            rest = Arrays.copyOf(rest, length);
        }
    }

    /** Returns what settling makes of a profile with the seats as they are now. */
    int next(int profile) {
        int need = needs(profile);
        int free = need == IntTuples.EMPTY ? IntTuples.EMPTY : freeOf(need);
        if (free != IntTuples.EMPTY) {
            return underPattern(profile, free);
        }
        if (next[profile] == UNKNOWN) {
            int found = settle(profile);
            makeRoom();
            next[profile] = found;
        }
        return next[profile];
    }

    /** Returns the number of the set of those of some needs of which a seat is free now. */
    private int freeOf(int need) {
        if (need >= freeOf.length) {
            freeOf = Arrays.copyOf(freeOf, needSets.size() + (needSets.size() >> 1));
            freeAtFlip = Arrays.copyOf(freeAtFlip, freeOf.length);
        }
        if (freeAtFlip[need] != seats.flips() + 1) {
            freeOf[need] = freeOf(need, seats.free);
            freeAtFlip[need] = seats.flips() + 1; // 0 is never
        }
        return freeOf[need];
    }

    private int freeOf(int need, boolean[] freeSeats) {
        scratch.clear();
        for (int k = 0; k < needSets.length(need); k++) {
            if (freeSeats[needSets.get(need, k)]) {
                scratch.add(needSets.get(need, k));
            }
        }
        return needSets.add(scratch.values, scratch.size);
    }

    private int underPattern(int profile, int free) {
        if (profile >= lastFree.length || lastFree[profile] != free) {
            int pattern = pattern(profile, free);
            if (nextUnderPattern[pattern] == UNKNOWN) {
                nextUnderPattern[pattern] = settle(profile);
            }
            noteLast(profile, free, nextUnderPattern[pattern]);
        }
        return nextUnderLast[profile];
    }

    private void noteLast(int profile, int free, int to) {
        makeRoom();
        if (profile >= lastFree.length) {
            lastFree = Arrays.copyOf(lastFree, next.length);
            nextUnderLast = Arrays.copyOf(nextUnderLast, next.length);
        }
        lastFree[profile] = free;
        nextUnderLast[profile] = to;
    }

    private int pattern(int profile, int free) {
        int pattern = seatPatterns.add(profile, free);
        if (pattern >= nextUnderPattern.length) {
            nextUnderPattern = Arrays.copyOf(nextUnderPattern, Math.max(16, 2 * pattern));
        }
        return pattern;
    }

    private int settle(int profile) {
        if (ledger.isAtRest(profile)) {
            rest(profile);
            return profile;
        }
        decider.decide(profile, seats.free);
        int holding = ledger.holding(profile);
        if (!decider.allAccepted && !decider.changesNothing(profile)) {
            holding = holdingSets.add(decider.result());
        }
        return follow(profile, holding, decider.allAccepted);
    }

    /**
     * Takes over what settling has found, and returns the profile that it makes.
     *
     * @param holding what is held from then on, unless all is accepted
     */
    private int follow(int profile, int holding, boolean allAccepted) {
        if (allAccepted) {
            int full = ledger.fullProfile(ledger.base(profile));
            content(full);
            return full;
        }
        int to = ledger.withHolding(profile, holding);
        if (ledger.isAtRest(to)) {
            makeRoom();
            rest(to);
        }
        return to;
    }

    /**
     * Notes that settling a profile accepts everything and changes nothing. That is so if settling accepted all bundles
     * and retained nothing to get there: all bundles are incumbent from then on, no two of them are in conflict, every
     * clause is met among them, and who holds a SKU needs no seat.
     */
    void content(int profile) {
        makeRoom(); // does nothing where several threads come here: all their profiles are known before
        rest(profile, CONTENTED);
    }

    /** Notes that a profile is {@linkplain Ledger#isAtRest at rest}. */
    void rest(int profile) {
        boolean keepsAll = ledger.harmony().keepsAll(ledger.base(profile));
        rest(profile, keepsAll ? CONTENTED : AT_REST);
    }

    private void rest(int profile, byte how) {
        rest[profile] = how;
        next[profile] = profile;
        needs[profile] = EMPTY_NEEDS;
    }

    /** Notes that settling makes the full profile of a profile, whatever seats there are. */
    void fill(int profile, int full) {
        content(full);
        needs[profile] = EMPTY_NEEDS;
        next[profile] = full;
    }

    /**
     * Notes what settling has made of a profile.
     *
     * @param freeSeats the seats with which it was settled
     * @param holding what is held from then on, unless all is accepted
     */
    void learn(int profile, boolean[] freeSeats, int holding, boolean allAccepted) {
        int free = freeOf(needs(profile), freeSeats);
        int to = follow(profile, holding, allAccepted);
        makeRoom();
        if (free == IntTuples.EMPTY) {
            next[profile] = to;
        } else {
            int pattern = pattern(profile, free); // makes room for it
            nextUnderPattern[pattern] = to;
            noteLast(profile, free, to);
        }
    }
}
