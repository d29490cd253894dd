package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.Holdings;
import java.util.Arrays;

/**
 * Sections 5 and 6 of the law for all users of a tenant: from the holdings given to those that no further walk changes.
 *
 * <p>A SKU whose seats suffice for everybody who holds or requests it always has one for who lacks it; one without
 * seats, or suspended, never. Only the others are <em>scarce</em>, and watched.
 *
 * <p>A profile is <em>quiet</em> if, until its users change no more, they lack no watched SKU that is given to them, or are
 * {@linkplain Ledger#isAtRest at rest} without it, and neither get nor lose one. Then no watched seat decides about them,
 * and they decide about none; so it does not matter when they are visited, and all users of the profile are followed to the
 * end at once. {@link Walk} visits the others, in their order. If no SKU is scarce, all are quiet, and nothing is done user
 * by user.
 */
final class Reconciliation {
    private static final int LOUD = -1;

    private final DenseTenant tenant;
    private final Holdings holdings;
    private final Ledger ledger;
    private final Seats seats;
    private final SeatMoves seatMoves;
    private final Transitions transitions;
    private final Releases releases;

    /** Of each profile the number of users who begin with it. */
    private final long[] usersAtStart;

    private int[] profileOf;

    /** Of each SKU whether most who lack it at the start find a seat. */
    private final boolean[] expectedSeats;

    /** Of each profile the number of its users. */
    private long[] users;

    Reconciliation(DenseTenant tenant, Holdings holdings, Ledger ledger) {
        this.tenant = tenant;
        this.holdings = holdings;
        this.ledger = ledger;
        seats = new Seats(tenant.snapshot);
        seatMoves = new SeatMoves(ledger, seats);
        transitions = new Transitions(ledger, seats);
        releases = new Releases(ledger);
        expectedSeats = new boolean[ledger.catalog.skuCount];
        profileOf = StartingProfiles.of(tenant, holdings, ledger);
        usersAtStart = countUsers();
        users = usersAtStart;
    }

    private long[] countUsers() {
        if (profileOf == tenant.baseOfUser) {
            return tenant.usersOfBase;
        }
        long[] count = new long[ledger.profileEnd()];
        for (int profile : profileOf) {
            count[profile]++;
        }
        return count;
    }

    Outcome run() {
        int[] released = release();
        boolean anyScarce = watchScarceSkus();
        new SettlingAhead(ledger, seats, expectedSeats, transitions, tenant.parallel).settle(users);
        int[] quietEnds = quietEnds();
        int[] becomes = new int[usersAtStart.length];
        for (int start = 1; start < becomes.length; start++) {
            int end = quietEnds[released[start]];
            becomes[start] = end == LOUD ? ~released[start] : end;
        }
        if (anyScarce) {
            walk(becomes);
            return outcome(ownEnds());
        }
        return outcome(becomes);
    }

    private Outcome outcome(int[] ends) {
        return new Outcome(tenant, holdings, ledger, profileOf, ends, seats, transitions);
    }

    /** Section 6.1: returns of each profile what releasing makes of it. */
    private int[] release() {
        int[] released = new int[usersAtStart.length];
        IntBuffer releasing = new IntBuffer();
        tenant.parallel.forRanges(
                released.length,
                (from, to) -> findReleasing(released, from, to),
                found -> releasing.addAll(found.values, 0, found.size));
        if (releasing.size > 0) {
            for (int i = 0; i < releasing.size; i++) {
                released[releasing.values[i]] = releases.released(releasing.values[i]);
            }
            users = Arrays.copyOf(usersAtStart, ledger.profileEnd());
            for (int i = 0; i < releasing.size; i++) {
                int profile = releasing.values[i];
                users[profile] -= usersAtStart[profile];
                users[released[profile]] += usersAtStart[profile];
            }
        }
        return released;
    }

    /** Returns those of a range of profiles whose users may lose something; the others become themselves. */
    private IntBuffer findReleasing(int[] released, int from, int to) {
        IntBuffer releasing = new IntBuffer();
        int opening = ledger.openingEnd();
        for (int profile = from; profile < to; profile++) {
            released[profile] = profile;
            if (profile >= opening && usersAtStart[profile] > 0 && !releases.isAllRequested(profile)) {
                releasing.add(profile);
            }
        }
        return releasing;
    }

    /** Counts who holds and who lacks each SKU, and returns whether any is scarce. */
    private boolean watchScarceSkus() {
        Demand all = new Demand(ledger);
        tenant.parallel.forRanges(users.length, this::count, all::add);
        boolean anyScarce = false;
        for (int sku = 0; sku < all.taken.length; sku++) {
            seats.taken[sku] = all.taken[sku];
            seats.settle(sku, seats.isEverFree(sku));
            if (seats.isEverFree(sku) && seats.bought[sku] < all.taken[sku] + all.lacking[sku]) {
                seats.watch(sku);
                anyScarce = true;
            }
            expectedSeats[sku] = seats.free[sku] && isEnoughForMost(sku, all.lacking[sku]);
        }
        return anyScarce;
    }

    private boolean isEnoughForMost(int sku, long lacking) {
        return !seats.isWatched(sku) || (seats.bought[sku] - seats.taken[sku]) * 2 >= lacking;
    }

    private Demand count(int from, int to) {
        Demand demand = new Demand(ledger);
        for (int profile = from; profile < to; profile++) {
            if (users[profile] > 0) {
                demand.add(profile, users[profile]);
            }
        }
        return demand;
    }

    /** Follows the users of quiet profiles to their end, and returns that of each, or {@link #LOUD} for the others. */
    private int[] quietEnds() {
        int[] ends = new int[users.length];
        IntBuffer others = new IntBuffer();
        tenant.parallel.forRanges(users.length, (from, to) -> followKnown(ends, from, to), followed -> {
            for (int sku = 0; sku < followed.change.length; sku++) {
                seats.take(sku, followed.change[sku]);
            }
            others.addAll(followed.others.values, 0, followed.others.size);
        });
        for (int i = 0; i < others.size; i++) {
            int profile = others.values[i];
            ends[profile] = quietEnd(profile);
            if (ends[profile] != LOUD) {
                seatMoves.tell(profile, ends[profile], users[profile], seats::take);
            }
        }
        return ends;
    }

    /** What became of a range of profiles. */
    private static final class Followed {
        /** Of each SKU how many more seats are taken. */
        final long[] change;

        /** The profiles whose end is not known. */
        final IntBuffer others = new IntBuffer();

        Followed(int skus) {
            change = new long[skus];
        }
    }

    private Followed followKnown(int[] ends, int from, int to) {
        Followed followed = new Followed(ledger.catalog.skuCount);
        SeatMoves.Taker taker = (sku, taken) -> followed.change[sku] += taken;
        for (int profile = from; profile < to; profile++) {
            if (users[profile] > 0) {
                int last = transitions.lastIfKnown(profile);
                if (last != Ledger.NOBODY && !seatMoves.concernWatched(profile, last)) {
                    ends[profile] = last;
                    seatMoves.tell(profile, last, users[profile], taker);
                } else {
                    followed.others.add(profile);
                }
            }
        }
        return followed;
    }

    private int quietEnd(int profile) {
        int last = profile;
        while (transitions.needs(last) == IntTuples.EMPTY) {
            int next = transitions.next(last);
            if (next == last) {
                return last;
            }
            if (seatMoves.concernWatched(last, next)) {
                return LOUD;
            }
            last = next;
        }
        return LOUD;
    }

    private void walk(int[] becomes) {
        if (profileOf == tenant.baseOfUser) {
            profileOf = profileOf.clone();
        }
        Agenda agenda = new Agenda(UserOrder.BY_NUMBER, profileOf.length, seats, transitions.needSets);
        new Walk(seats, seatMoves, transitions, agenda, profileOf).run(becomes, tenant.parallel);
    }

    /** Returns of each profile itself: after a walk users have their own. */
    private int[] ownEnds() {
        int[] ends = new int[ledger.profileEnd()];
        for (int profile = 0; profile < ends.length; profile++) {
            ends[profile] = profile;
        }
        return ends;
    }
}
