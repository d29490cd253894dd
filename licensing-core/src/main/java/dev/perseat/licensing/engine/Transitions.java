package dev.perseat.licensing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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
    private final BitSet contented = new BitSet();

    private final IntBuffer scratch = new IntBuffer();
    private final List<Bundle> requests = new ArrayList<>();

    /** Of each grant whether all that it gives is accepted whatever else there is, as far as known; see {@link #isEasy}. */
    private byte[] easyGrants = {};

    Transitions(Ledger ledger, Seats seats) {
        this.ledger = ledger;
        this.seats = seats;
        holdingSets = ledger.holdingSets;
        settler = new Settler(ledger, Settler.FailureListener.NONE);
    }

    /** Returns whether settling a profile is known to accept everything and to change nothing, whatever seats there are. */
    boolean isContented(int profile) {
        return contented.get(profile);
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
        IntTuples skuSets = holdingSets.skuSets();
        scratch.clear();
        ledger.requests(ledger.base(profile), requests);
        for (Bundle bundle : requests) {
            for (int sku : bundle.skus) {
                if (seats.isWatched(sku) && !skuSets.contains(held, sku)) {
                    scratch.add(sku);
                }
            }
        }
        scratch.sortDistinct();
        return needSets.add(scratch.values, scratch.size);
    }

    private void makeRoom() {
        if (ledger.profileEnd() > next.length) {
            int known = next.length;
            int length = Math.max(ledger.profileEnd(), 2 * known);
            needs = Arrays.copyOf(needs, length);
            Arrays.fill(needs, known, length, NOT_ANALYZED);
            needs[Ledger.NOBODY] = IntTuples.EMPTY;
            next = Arrays.copyOf(next, length);
            nextAtFlip = Arrays.copyOf(nextAtFlip, length);
            released = Arrays.copyOf(released, length);
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
        settler.settle(profile, seats.free);
        int holding = settler.changesNothing() ? ledger.holding(profile) : holdingSets.add(settler.result);
        return follow(profile, holding, settler.allAccepted);
    }

    private int follow(int profile, int holding, boolean allAccepted) {
        int to = ledger.withHolding(profile, holding);
        if (allAccepted) {
            content(to);
        }
        return to;
    }

    /**
     * Notes that settling a profile accepts everything and changes nothing. That is so if settling accepted all bundles
     * and retained nothing to get there: all bundles are incumbent from then on, no two of them are in conflict, every
     * clause is met among them, and who holds a SKU needs no seat.
     */
    private void content(int profile) {
        makeRoom();
        if (profile == ledger.fullProfile(ledger.base(profile))) {
            ledger.harmony().note(ledger.base(profile));
        }
        contented.set(profile);
        next[profile] = profile;
        needs[profile] = IntTuples.EMPTY;
    }

    /**
     * Settles profiles, and what becomes of them, with the seats as they are now, until nothing new comes of it.
     *
     * @param profiles those to begin with
     */
    void settleAhead(int[] profiles, Parallel parallel) {
        int[] round = hard(profiles);
        while (round.length > 0) {
            int known = ledger.profileEnd();
            settleRound(round, parallel);
            int[] fresh = new int[ledger.profileEnd() - known];
            Arrays.setAll(fresh, k -> known + k);
            round = hard(fresh);
        }
    }

    /** Follows the profiles that need no settling, and returns the others. */
    private int[] hard(int[] profiles) {
        makeRoom();
        IntBuffer hard = new IntBuffer();
        for (int profile : profiles) {
            if (next[profile] == UNKNOWN) {
                int full = ledger.fullProfile(ledger.base(profile));
                if (isEasy(ledger.base(profile))) {
                    content(full);
                    needs[profile] = IntTuples.EMPTY;
                    next[profile] = full;
                } else if (profile == full && ledger.harmony().isKnown(ledger.base(profile))) {
                    content(profile);
                } else {
                    hard.add(profile);
                }
            }
        }
        return hard.toArray();
    }

    /**
     * Returns whether a base gets all that it is given, whatever its users hold and whichever seats are left: all bundles
     * are {@linkplain Bundle#plain plain}, and of their SKUs a seat is always free for who lacks it. Retaining is for the
     * sake of clauses, and plain bundles have none; so what is held beside is dropped.
     */
    private boolean isEasy(int base) {
        int directList = ledger.bases.directList(base);
        int direct = ledger.bundles.directCount(directList);
        for (int k = 0; k < direct; k++) {
            if (!ledger.bases.hasOwnLocation(base) || !isEasy(ledger.bundles.direct(directList, k))) {
                return false;
            }
        }
        int grantSet = ledger.bases.grantSet(base);
        for (int k = 0; k < ledger.grantSets.length(grantSet); k++) {
            if (!isEasyGrant(ledger.grantSets.get(grantSet, k))) {
                return false;
            }
        }
        return true;
    }

    private boolean isEasyGrant(int number) {
        if (number >= easyGrants.length) {
            easyGrants = Arrays.copyOf(easyGrants, ledger.bundles.grantCount());
        }
        if (easyGrants[number] == 0) {
            boolean easy = true;
            for (Bundle bundle : ledger.bundles.grant(number).bundles) {
                easy &= isEasy(bundle);
            }
            easyGrants[number] = (byte) (easy ? 1 : 2);
        }
        return easyGrants[number] == 1;
    }

    private boolean isEasy(Bundle bundle) {
        for (int sku : bundle.skus) {
            if (seats.isWatched(sku) || !seats.free[sku]) {
                return false;
            }
        }
        return bundle.plain;
    }

    private void settleRound(int[] round, Parallel parallel) {
        for (int profile : round) {
            needs(profile);
        }
        Results results = new Results(round.length);
        parallel.forEach(round.length, () -> settleInto(round, results));
        IntBuffer triples = new IntBuffer();
        for (int i = 0; i < round.length; i++) {
            int holding = ledger.holding(round[i]);
            int[] changed = results.changed[i];
            if (changed != null) {
                triples.clear();
                triples.addAll(changed, 0, changed.length);
                holding = holdingSets.add(triples);
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
            settler.claims.open(profile);
            boolean less = settler.claims.release(scratch);
            released[profile] = less ? ledger.withHolding(profile, holdingSets.add(scratch)) : profile;
        }
        return released[profile];
    }

    /** Returns whether every SKU that is held is requested, from whatever source. */
    private boolean isAllRequested(int profile) {
        int held = holdingSets.skuSet(ledger.holding(profile));
        int requested = holdingSets.skuSet(ledger.fullHolding(ledger.base(profile)));
        return holdingSets.skuSets().containsAll(requested, held);
    }

    /** Gives and takes the seats that users have in one profile and not in the other. */
    void moveSeats(int from, int to, long users) {
        int before = holdingSets.skuSet(ledger.holding(from));
        int after = holdingSets.skuSet(ledger.holding(to));
        if (before != after) {
            take(before, after, -users);
            take(after, before, users);
        }
    }

    private void take(int skus, int exceptSkus, long change) {
        IntTuples skuSets = holdingSets.skuSets();
        for (int k = 0; k < skuSets.length(skus); k++) {
            int sku = skuSets.get(skus, k);
            if (!skuSets.contains(exceptSkus, sku)) {
                seats.take(sku, change);
            }
        }
    }

    /** Returns whether a watched seat is taken or given back by who comes from one profile to the other. */
    boolean movesWatchedSeats(int from, int to) {
        int before = holdingSets.skuSet(ledger.holding(from));
        int after = holdingSets.skuSet(ledger.holding(to));
        return before != after && (hasWatched(before, after) || hasWatched(after, before));
    }

    private boolean hasWatched(int skus, int exceptSkus) {
        IntTuples skuSets = holdingSets.skuSets();
        for (int k = 0; k < skuSets.length(skus); k++) {
            int sku = skuSets.get(skus, k);
            if (seats.isWatched(sku) && !skuSets.contains(exceptSkus, sku)) {
                return true;
            }
        }
        return false;
    }
}
