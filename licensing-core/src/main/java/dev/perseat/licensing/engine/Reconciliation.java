package dev.perseat.licensing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Sections 5 and 6 of the law for all users: from the profiles with the holdings given to those with the holdings that
 * no further walk changes.
 *
 * <p><b>What is decided once for many.</b> Settling depends on the profile and on which of the SKUs that the user lacks
 * have a free seat, on nothing else. A SKU whose seats suffice for everybody who holds or requests it always has one for
 * who lacks it; one without seats, or suspended, never. Only the others are <em>scarce</em>. A profile that lacks no
 * scarce SKU ("independent") is settled once, in any order and by any thread; its users just follow the transition.
 *
 * <p><b>Why visiting fewer users gives the answer of section 6.</b> The walk visits users by id, again and again, until
 * one walk changes nothing. Settling a user a second time with the same profile and the same free seats (of those SKUs
 * that the user lacks) changes nothing, so such visits can be left out. A user has to be visited in a walk only if the
 * last visit changed what the user holds, or if a seat of a scarce SKU that the user lacks was free at the last visit
 * and is not now, or the other way round. So for each scarce SKU two sets of users are kept: those who lack it and last
 * saw it free, and those who last saw it taken. The next user to visit is the first, after the current one, in the set
 * that contradicts the present state of some SKU; if there is none, a new walk begins at the front; if there is none at
 * all, the fixed point is reached. These are the visits of the law, in its order, without those that change nothing.
 */
final class Reconciliation {
    private static final int UNKNOWN = 0;

    private final CompiledTenant tenant;
    private final Catalog catalog;
    private final Profiles profiles;
    private final HoldingSets holdingSets;
    private final Parallel parallel;

    /** Of each user the current profile. */
    private final int[] profileOf;

    private final long[] taken;
    private final boolean[] free;
    private int[] scarceSkus = {};
    private boolean[] scarce = {};

    /** How often a scarce SKU has got or lost its last free seat; tells whether a remembered transition still holds. */
    private int flips;

    private int[] scarceNeeds = {};
    private int[] transition = {};
    private int[] transitionAtFlip = {};

    /** Profiles of which one settling is known to accept all and change nothing. */
    private final BitSet contented = new BitSet();

    private int analyzed = 1;
    private final IntTuples needSets = new IntTuples();
    private final IntTuples seatPatterns = new IntTuples();
    private int[] transitionUnderPattern = {};
    private final Settler settler;
    private final IntBuffer scratch = new IntBuffer();
    private final List<Bundle> requests = new ArrayList<>();

    Reconciliation(CompiledTenant tenant, Parallel parallel) {
        this.tenant = tenant;
        this.parallel = parallel;
        catalog = tenant.catalog;
        profiles = tenant.profiles;
        holdingSets = tenant.holdingSets;
        profileOf = tenant.profileOfUser.clone();
        taken = new long[catalog.skuCount];
        free = new boolean[catalog.skuCount];
        settler = new Settler(tenant, Settler.FailureListener.NONE);
    }

    Outcome run() {
        release();
        findScarceSkus();
        settleIndependentProfiles();
        walk();
        return new Outcome(tenant, profileOf, taken, free, settleFinally());
    }

    private long[] usersOfProfiles() {
        long[] users = new long[profiles.end()];
        for (int profile : profileOf) {
            users[profile]++;
        }
        return users;
    }

    /** Section 6.1. */
    private void release() {
        int end = profiles.end();
        int[] released = new int[end];
        for (int profile = 1; profile < end; profile++) {
            released[profile] = profiles.holding(profile) == IntTuples.EMPTY
                    ? profile
                    : profiles.withHolding(profile, released(profile));
        }
        for (int user = 0; user < profileOf.length; user++) {
            profileOf[user] = released[profileOf[user]];
        }
    }

    private int released(int profile) {
        settler.claims.open(profile);
        settler.claims.release(scratch);
        return holdingSets.add(scratch);
    }

    private void findScarceSkus() {
        long[] claims = new long[catalog.skuCount];
        long[] users = usersOfProfiles();
        Marks counted = new Marks(catalog.skuCount);
        for (int profile = 1; profile < users.length; profile++) {
            if (users[profile] > 0) {
                counted.clear();
                int skus = holdingSets.skuSet(profiles.holding(profile));
                for (int k = 0; k < holdingSets.skuSets().length(skus); k++) {
                    int sku = holdingSets.skuSets().get(skus, k);
                    taken[sku] += users[profile];
                    count(sku, users[profile], claims, counted);
                }
                tenant.requests(profile, requests);
                for (Bundle bundle : requests) {
                    for (int sku : bundle.skus) {
                        count(sku, users[profile], claims, counted);
                    }
                }
            }
        }
        scratch.clear();
        scarce = new boolean[catalog.skuCount];
        for (int sku = 0; sku < catalog.skuCount; sku++) {
            boolean everFree = catalog.usable[sku] && catalog.seats[sku] > 0;
            scarce[sku] = everFree && catalog.seats[sku] < claims[sku];
            free[sku] = everFree && (!scarce[sku] || taken[sku] < catalog.seats[sku]);
            if (scarce[sku]) {
                scratch.add(sku);
            }
        }
        scarceSkus = scratch.toArray();
    }

    private static void count(int sku, long users, long[] claims, Marks counted) {
        if (!counted.get(sku)) {
            counted.set(sku);
            claims[sku] += users;
        }
    }

    /** Settles every profile that lacks no scarce SKU, then those that come out of it, until there is none. */
    private void settleIndependentProfiles() {
        while (analyzed < profiles.end()) {
            int[] round = analyzeNew();
            int[][] results = new int[round.length][];
            boolean[] accepted = new boolean[round.length];
            parallel.forEach(round.length, () -> settleInto(round, results, accepted));
            for (int i = 0; i < round.length; i++) {
                follow(round[i], results[i], accepted[i]);
            }
        }
    }

    private IntConsumer settleInto(int[] round, int[][] results, boolean[] accepted) {
        Settler own = new Settler(tenant, Settler.FailureListener.NONE);
        return i -> {
            own.settle(round[i], free);
            results[i] = own.result.toArray();
            accepted[i] = own.allAccepted;
        };
    }

    private void follow(int profile, int[] triples, boolean allAccepted) {
        IntBuffer held = new IntBuffer();
        held.values = triples;
        held.size = triples.length;
        int next = profiles.withHolding(profile, holdingSets.add(held));
        transition[profile] = next;
        if (allAccepted) {
            content(next);
        }
    }

    /**
     * Notes that settling a profile accepts everything and changes nothing. That is so if settling accepted all bundles
     * and retained nothing to get there: all bundles are incumbent from then on, no two of them are in conflict, every
     * clause is met among them, and who holds a SKU needs no seat.
     */
    private void content(int profile) {
        ensureCapacity();
        contented.set(profile);
        transition[profile] = profile;
        scarceNeeds[profile] = IntTuples.EMPTY;
    }

    /** Finds which scarce SKUs the new profiles lack, and returns those that lack none and are not settled yet. */
    private int[] analyzeNew() {
        ensureCapacity();
        IntBuffer independent = new IntBuffer();
        int end = profiles.end();
        for (; analyzed < end; analyzed++) {
            if (transition[analyzed] == UNKNOWN) {
                scarceNeeds[analyzed] = scarceNeeds(analyzed);
                if (scarceNeeds[analyzed] == IntTuples.EMPTY) {
                    independent.add(analyzed);
                }
            }
        }
        return independent.toArray();
    }

    private void ensureCapacity() {
        if (profiles.end() > transition.length) {
            int length = Math.max(profiles.end(), 2 * transition.length);
            scarceNeeds = Arrays.copyOf(scarceNeeds, length);
            transition = Arrays.copyOf(transition, length);
            transitionAtFlip = Arrays.copyOf(transitionAtFlip, length);
        }
    }

    private int scarceNeeds(int profile) {
        if (scarceSkus.length == 0) {
            return IntTuples.EMPTY;
        }
        int held = holdingSets.skuSet(profiles.holding(profile));
        scratch.clear();
        tenant.requests(profile, requests);
        for (Bundle bundle : requests) {
            for (int sku : bundle.skus) {
                if (scarce[sku] && !holdingSets.skuSets().contains(held, sku)) {
                    scratch.add(sku);
                }
            }
        }
        scratch.sortDistinct();
        return needSets.add(scratch.values, scratch.size);
    }

    /** Section 6.2, as the class comment explains. */
    private void walk() {
        if (scarceSkus.length == 0) {
            followIndependently();
            return;
        }
        Agenda agenda = new Agenda(profileOf.length, scarceSkus);
        for (int user = 0; user < profileOf.length; user++) {
            visit(user, agenda);
        }
        for (int user = agenda.next(-1, free); user >= 0; user = agenda.next(user, free)) {
            agenda.remove(user, needsOf(profileOf[user]), needSets);
            visit(user, agenda);
        }
    }

    private void followIndependently() {
        for (int user = 0; user < profileOf.length; user++) {
            int profile = profileOf[user];
            while (transition[profile] != profile) {
                profile = transition[profile];
            }
            if (profile != profileOf[user]) {
                moveSeats(profileOf[user], profile);
                profileOf[user] = profile;
            }
        }
    }

    private void visit(int user, Agenda agenda) {
        int profile = profileOf[user];
        int next = transition(profile);
        if (next != profile) {
            moveSeats(profile, next);
            profileOf[user] = next;
        }
        if (next != profile && !contented.get(next)) {
            agenda.addChanged(user);
        } else if (needsOf(next) != IntTuples.EMPTY) {
            agenda.addWatching(user, needsOf(next), needSets, free);
        }
    }

    private int needsOf(int profile) {
        return scarceNeeds[profile];
    }

    private int transition(int profile) {
        if (scarceNeeds[profile] == IntTuples.EMPTY) {
            return transition[profile];
        }
        if (transition[profile] == UNKNOWN || transitionAtFlip[profile] != flips) {
            int next = transitionUnder(profile, seatPattern(profile)); // may make room in the arrays
            transition[profile] = next;
            transitionAtFlip[profile] = flips;
        }
        return transition[profile];
    }

    /** Returns the number of the combination of a profile and those SKUs it lacks of which a seat is free. */
    private int seatPattern(int profile) {
        int needs = scarceNeeds[profile];
        scratch.clear();
        scratch.add(profile);
        for (int k = 0; k < needSets.length(needs); k++) {
            if (free[needSets.get(needs, k)]) {
                scratch.add(needSets.get(needs, k));
            }
        }
        return seatPatterns.add(scratch.values, scratch.size);
    }

    private int transitionUnder(int profile, int pattern) {
        if (pattern >= transitionUnderPattern.length) {
            transitionUnderPattern = Arrays.copyOf(transitionUnderPattern, Math.max(16, 2 * pattern));
        }
        int next = transitionUnderPattern[pattern];
        if (next == UNKNOWN) {
            settler.settle(profile, free);
            next = profiles.withHolding(profile, holdingSets.add(settler.result));
            transitionUnderPattern[pattern] = next;
            if (settler.allAccepted) {
                content(next);
            }
            settleIndependentProfiles();
        }
        return next;
    }

    private void moveSeats(int from, int to) {
        int before = holdingSets.skuSet(profiles.holding(from));
        int after = holdingSets.skuSet(profiles.holding(to));
        if (before != after) {
            count(before, after, -1);
            count(after, before, 1);
        }
    }

    /** Adds to the seats taken of each SKU in one set and not in the other. */
    private void count(int skus, int exceptSkus, int change) {
        IntTuples skuSets = holdingSets.skuSets();
        for (int k = 0; k < skuSets.length(skus); k++) {
            int sku = skuSets.get(skus, k);
            if (!skuSets.contains(exceptSkus, sku)) {
                taken[sku] += change;
                if (scarce[sku] && free[sku] != (taken[sku] < catalog.seats[sku])) {
                    free[sku] = !free[sku];
                    flips++;
                }
            }
        }
    }

    /** Settles every profile that is left once more, now with the reasons. */
    private Verdicts settleFinally() {
        Verdicts verdicts = new Verdicts(profiles.end());
        IntBuffer open = new IntBuffer();
        long[] users = usersOfProfiles();
        for (int profile = 1; profile < users.length; profile++) {
            if (users[profile] > 0 && !contented.get(profile)) {
                open.add(profile);
            }
        }
        parallel.forEach(open.size, () -> {
            Settler own = new Settler(tenant, Settler.FailureListener.NONE);
            return i -> {
                own.settle(open.values[i], free);
                verdicts.put(open.values[i], own);
            };
        });
        return verdicts;
    }
}
