package dev.perseat.licensing.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * What settling makes of each profile: the profile of the same user with what is held from then on. Settling depends on
 * the profile and on which of the watched SKUs that the user lacks have a free seat, on nothing else; so it is done once
 * for each such combination, and remembered. Used by one thread at a time, but for {@link #settleAhead}, which shares
 * the work out.
 */
final class Transitions {
    private static final int UNKNOWN = 0;
    private static final int NOT_ANALYZED = -1;

    private final Ledger ledger;
    private final HoldingSets holdingSets;
    private final Seats seats;
    private final Settler settler;

    /** The sets of watched SKUs that profiles lack: their needs. */
    final IntTuples needSets = new IntTuples();

    private int[] needs = {};

    /** Of each profile the next one: for good if it needs nothing, else as long as no seat has flipped. */
    private int[] next = {};

    private int[] nextAtFlip = {};
    private int[] released = {};
    private final IntTuples seatPatterns = new IntTuples();
    private int[] nextUnderPattern = {};

    /** Profiles of which one settling is known to accept all and change nothing. */
    private boolean[] contented = {};

    private final IntBuffer scratch = new IntBuffer();
    private final SimpleBases simple;

    Transitions(Ledger ledger, Seats seats) {
        this.ledger = ledger;
        this.seats = seats;
        holdingSets = ledger.holdingSets;
        settler = new Settler(ledger, Settler.FailureListener.NONE);
        simple = new SimpleBases(ledger, seats);
    }

    /** Returns whether settling a profile is known to accept everything and to change nothing, whatever seats there are. */
    boolean isContented(int profile) {
        return profile < contented.length && contented[profile];
    }

    /** Returns the profile that the users of a profile have for good, if that is known, else {@link Ledger#NOBODY}. */
    int lastIfKnown(int profile) {
        int last = next[profile];
        return needs[profile] == IntTuples.EMPTY && contented[last] ? last : Ledger.NOBODY;
    }

    /** Returns the number of the set of watched SKUs that a profile is given and lacks; see {@link #needSets}. */
    int needs(int profile) {
        makeRoom();
        if (needs[profile] == NOT_ANALYZED) {
            needs[profile] = analyze(profile);
        }
        return needs[profile];
    }

    private int analyze(int profile) {
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

    private void makeRoom() {
        if (ledger.profileEnd() > next.length) {
            int known = next.length;
            int length = Math.max(ledger.profileEnd() + (ledger.profileEnd() >> 2), 2 * known);
            needs = Arrays.copyOf(needs, length);
            Arrays.fill(needs, known, length, NOT_ANALYZED);
            needs[Ledger.NOBODY] = IntTuples.EMPTY;
            next = Arrays.copyOf(next, length);
            nextAtFlip = Arrays.copyOf(nextAtFlip, length);
            released = Arrays.copyOf(released, length);
            contented = Arrays.copyOf(contented, length);
        }
    }

    /** Returns what settling makes of a profile with the seats as they are now. */
    int next(int profile) {
        int need = needs(profile);
        if (next[profile] == UNKNOWN || (need != IntTuples.EMPTY && nextAtFlip[profile] != seats.flips())) {
            int found = need == IntTuples.EMPTY ? settle(profile) : underPattern(profile, pattern(profile));
            makeRoom();
            next[profile] = found;
            nextAtFlip[profile] = seats.flips();
        }
        return next[profile];
    }

    /** Returns the number of the combination of a profile and those SKUs it needs of which a seat is free. */
    private int pattern(int profile) {
        int need = needs[profile];
        scratch.clear();
        scratch.add(profile);
        for (int k = 0; k < needSets.length(need); k++) {
            if (seats.free[needSets.get(need, k)]) {
                scratch.add(needSets.get(need, k));
            }
        }
        int pattern = seatPatterns.add(scratch.values, scratch.size);
        if (pattern >= nextUnderPattern.length) {
            nextUnderPattern = Arrays.copyOf(nextUnderPattern, Math.max(16, 2 * pattern));
        }
        return pattern;
    }

    private int underPattern(int profile, int pattern) {
        if (nextUnderPattern[pattern] == UNKNOWN) {
            nextUnderPattern[pattern] = settle(profile);
        }
        return nextUnderPattern[pattern];
    }

    private int settle(int profile) {
        int base = ledger.base(profile);
        if (ledger.harmony().isDecidedBySeats(base)) {
            int settled = simple.settle(profile);
            return follow(profile, settled, settled == ledger.fullHolding(base));
        }
        settler.settle(profile, seats.free);
        int holding = settler.changesNothing() ? ledger.holding(profile) : holdingSets.add(settler.result);
        return follow(profile, holding, settler.allAccepted);
    }

    private int follow(int profile, int holding, boolean allAccepted) {
        int to = ledger.withHolding(profile, holding);
        int base = ledger.base(profile);
        if (allAccepted) {
            content(to);
            if (ledger.harmony().isOpen(base)) {
                ledger.harmony().noteKeepsAll(base, ledger.hasOpenClauses(base));
            }
        } else if (ledger.harmony().isOpen(base) && profile == ledger.fullProfile(base)) {
            ledger.harmony().noteNone(base);
        }
        return to;
    }

    /**
     * Notes that settling a profile accepts everything and changes nothing. That is so if settling accepted all bundles
     * and retained nothing to get there: all bundles are incumbent from then on, no two of them are in conflict, every
     * clause is met among them, and who holds a SKU needs no seat.
     */
    private void content(int profile) {
        makeRoom(); // does nothing where several threads come here: all their profiles are known before
        contented[profile] = true;
        next[profile] = profile;
        needs[profile] = IntTuples.EMPTY;
    }

    /**
     * Settles profiles, and what becomes of them, with the seats as they are now, until nothing new comes of it.
     *
     * @param profiles those to begin with
     */
    void settleAhead(int[] profiles, Parallel parallel) {
        int[] round = hard(profiles, parallel);
        while (round.length > 0) {
            int known = ledger.profileEnd();
            settleRound(round, parallel);
            int[] fresh = new int[ledger.profileEnd() - known];
            Arrays.setAll(fresh, k -> known + k);
            round = hard(fresh, parallel);
        }
    }

    /** Follows the profiles that need no settling, and returns those to settle. */
    private int[] hard(int[] profiles, Parallel parallel) {
        makeRoom();
        simple.makeRoom();
        IntBuffer unknown = new IntBuffer();
        parallel.forRanges(
                profiles.length,
                (from, to) -> followEasy(profiles, from, to),
                found -> unknown.addAll(found.values, 0, found.size));
        IntBuffer hard = new IntBuffer();
        for (int i = 0; i < unknown.size; i++) {
            int profile = unknown.values[i];
            int base = ledger.base(profile);
            if (ledger.harmony().isDecidedBySeats(base)) {
                needs(profile);
                remember(profile, settle(profile));
            } else {
                hard.add(profile);
                addFull(base, profile, hard);
            }
        }
        return hard.toArray();
    }

    /** Has it found out what becomes of who holds all, if that is not known: it may spare settling others of the base. */
    private void addFull(int base, int profile, IntBuffer hard) {
        int full = ledger.fullProfile(base);
        if (full != profile && next[full] == UNKNOWN && ledger.harmony().isOpen(base)) {
            next[full] = full; // so that it is added once; settling it tells what is true
            hard.add(full);
        }
    }

    /** Follows what is easy among a range of profiles, each at its own places, and returns what else is not known. */
    private IntBuffer followEasy(int[] profiles, int from, int to) {
        IntBuffer unknown = new IntBuffer();
        for (int i = from; i < to; i++) {
            int profile = profiles[i];
            if (next[profile] == UNKNOWN) {
                int base = ledger.base(profile);
                int full = ledger.fullProfile(base);
                if (simple.isEasy(base)) {
                    content(full);
                    needs[profile] = IntTuples.EMPTY;
                    next[profile] = full;
                } else if (profile == full && ledger.harmony().keepsAll(base)) {
                    content(full);
                } else {
                    unknown.add(profile);
                }
            }
        }
        return unknown;
    }

    private void settleRound(int[] round, Parallel parallel) {
        for (int profile : round) {
            needs(profile);
        }
        Results results = new Results(round.length);
        parallel.forEach(round.length, () -> settleInto(round, results));
        IntBuffer entries = new IntBuffer();
        for (int i = 0; i < round.length; i++) {
            int holding = ledger.holding(round[i]);
            int[] changed = results.changed[i];
            if (changed != null) {
                entries.clear();
                entries.addAll(changed);
                holding = holdingSets.add(entries);
            }
            remember(round[i], follow(round[i], holding, results.accepted[i]));
        }
    }

    private void remember(int profile, int to) {
        makeRoom();
        if (needs[profile] != IntTuples.EMPTY) {
            int pattern = pattern(profile); // makes room for it
            nextUnderPattern[pattern] = to;
        }
        next[profile] = to;
        nextAtFlip[profile] = seats.flips();
    }

    /** What several threads have found, each at its own places. */
    private static final class Results {
        /** What is held from then on, or null if that is what was held. */
        final int[][] changed;

        final boolean[] accepted;

        Results(int count) {
            changed = new int[count][];
            accepted = new boolean[count];
        }
    }

    private IntConsumer settleInto(int[] round, Results results) {
        Settler own = new Settler(ledger, Settler.FailureListener.NONE);
        return i -> {
            own.settle(round[i], seats.free);
            results.accepted[i] = own.allAccepted;
            if (!own.changesNothing()) {
                results.changed[i] = own.result.toArray();
            }
        };
    }

    /** Returns what releasing (section 6.1 of the law) makes of a profile. */
    int released(int profile) {
        if (isAllRequested(profile)) {
            return profile;
        }
        makeRoom();
        if (released[profile] == UNKNOWN) {
            if (ledger.hasClauses(ledger.base(profile))) {
                settler.claims.open(profile);
                settler.claims.release(scratch);
            } else {
                keepRequested(profile);
            }
            released[profile] = ledger.withHolding(profile, holdingSets.add(scratch));
        }
        return released[profile];
    }

    /** Collects the entries held of which the SKU is requested. */
    private void keepRequested(int profile) {
        int holding = ledger.holding(profile);
        int requested = holdingSets.skuSet(ledger.fullHolding(ledger.base(profile)));
        scratch.clear();
        for (int k = 0; k < holdingSets.entryCount(holding); k++) {
            if (holdingSets.skuSets().contains(requested, holdingSets.sku(holding, k))) {
                scratch.add(holdingSets.entry(holding, k));
            }
        }
    }

    /** Returns whether every SKU that is held is requested, from whatever source. */
    private boolean isAllRequested(int profile) {
        int held = holdingSets.skuSet(ledger.holding(profile));
        int requested = holdingSets.skuSet(ledger.fullHolding(ledger.base(profile)));
        return holdingSets.skuSets().containsAll(requested, held);
    }
}
