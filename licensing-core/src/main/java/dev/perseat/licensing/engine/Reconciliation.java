package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.Holdings;
import java.util.ArrayList;
import java.util.List;

/**
 * Sections 5 and 6 of the law for all users of a tenant: from the holdings given to those that no further walk changes.
 *
 * <p>A SKU whose seats suffice for everybody who holds or requests it always has one for who lacks it; one without
 * seats, or suspended, never. Only the others are <em>scarce</em>, and watched. If none is, the order of users does not
 * matter, and each profile is followed to its end once, for all its users; else {@link Walk} visits them.
 */
final class Reconciliation {
    private final DenseTenant tenant;
    private final Holdings holdings;
    private final Ledger ledger;
    private final Seats seats;
    private final Transitions transitions;
    private final HoldingSets holdingSets;
    private int[] profileOf = {};

    /** Of each profile the number of its users. */
    private long[] users = {};

    Reconciliation(DenseTenant tenant, Holdings holdings, Ledger ledger) {
        this.tenant = tenant;
        this.holdings = holdings;
        this.ledger = ledger;
        seats = new Seats(tenant.snapshot);
        transitions = new Transitions(ledger, seats);
        holdingSets = ledger.holdingSets;
    }

    Outcome run() {
        begin();
        release();
        boolean anyScarce = watchScarceSkus();
        transitions.settleAhead(occupied(), tenant.parallel);
        if (anyScarce) {
            Agenda agenda = new Agenda(UserOrder.BY_NUMBER, seats, transitions.needSets);
            new Walk(ledger, seats, transitions, agenda, profileOf).run();
        } else {
            followEverybody();
        }
        return new Outcome(tenant, holdings, ledger, profileOf, seats, transitions);
    }

    /** Gives every user the profile of base and holding. */
    private void begin() {
        for (int base = 1; base < ledger.bases.end(); base++) {
            ledger.profile(base, IntTuples.EMPTY); // so that a profile without holdings has the number of its base
        }
        profileOf = tenant.baseOfUser.clone();
        int[] holdingOf = HoldingsReader.read(holdings, ledger);
        HoldingsReader.forEachHolder(
                holdings,
                tenant.snapshot,
                (user, combination) -> profileOf[user] = ledger.profile(profileOf[user], holdingOf[combination]),
                gone -> {});
        users = new long[ledger.profileEnd()];
        for (int profile : profileOf) {
            users[profile]++;
        }
    }

    /** Section 6.1. */
    private void release() {
        int end = ledger.profileEnd();
        int[] released = new int[end];
        boolean any = false;
        for (int profile = 1; profile < end; profile++) {
            released[profile] = users[profile] == 0 ? profile : transitions.released(profile);
            any |= released[profile] != profile;
        }
        if (any) {
            move(released);
        }
    }

    /** Moves the users of each profile to another one. */
    private void move(int[] to) {
        long[] moved = new long[ledger.profileEnd()];
        for (int profile = 1; profile < users.length; profile++) {
            moved[to[profile]] += users[profile];
        }
        users = moved;
        for (int user = 0; user < profileOf.length; user++) {
            profileOf[user] = to[profileOf[user]];
        }
    }

    private int[] occupied() {
        IntBuffer occupied = new IntBuffer();
        for (int profile = 1; profile < users.length; profile++) {
            if (users[profile] > 0) {
                occupied.add(profile);
            }
        }
        return occupied.toArray();
    }

    /** Counts who holds and who claims each SKU, and returns whether any is scarce. */
    private boolean watchScarceSkus() {
        int skus = ledger.catalog.skuCount;
        long[] claims = new long[skus];
        Marks counted = new Marks(skus);
        List<Bundle> requests = new ArrayList<>();
        IntTuples skuSets = holdingSets.skuSets();
        for (int profile = 1; profile < users.length; profile++) {
            if (users[profile] > 0) {
                counted.clear();
                int held = holdingSets.skuSet(ledger.holding(profile));
                for (int k = 0; k < skuSets.length(held); k++) {
                    seats.taken[skuSets.get(held, k)] += users[profile];
                    count(skuSets.get(held, k), users[profile], claims, counted);
                }
                ledger.requests(ledger.base(profile), requests);
                for (Bundle bundle : requests) {
                    for (int sku : bundle.skus) {
                        count(sku, users[profile], claims, counted);
                    }
                }
            }
        }
        boolean anyScarce = false;
        for (int sku = 0; sku < skus; sku++) {
            seats.settle(sku, seats.isEverFree(sku));
            if (seats.isEverFree(sku) && seats.bought[sku] < claims[sku]) {
                seats.watch(sku);
                anyScarce = true;
            }
        }
        return anyScarce;
    }

    private static void count(int sku, long users, long[] claims, Marks counted) {
        if (!counted.get(sku)) {
            counted.set(sku);
            claims[sku] += users;
        }
    }

    /** Follows every profile to its end, where seats decide nothing. */
    private void followEverybody() {
        int[] end = new int[ledger.profileEnd()];
        for (int profile = 1; profile < users.length; profile++) {
            if (users[profile] > 0) {
                int last = profile;
                for (int next = transitions.next(last); next != last; next = transitions.next(last)) {
                    last = next;
                }
                end[profile] = last;
                moveSeats(profile, last);
            }
        }
        for (int user = 0; user < profileOf.length; user++) {
            profileOf[user] = end[profileOf[user]];
        }
    }

    private void moveSeats(int from, int to) {
        count(ledger.holding(from), -users[from]);
        count(ledger.holding(to), users[from]);
    }

    private void count(int holding, long change) {
        int skus = holdingSets.skuSet(holding);
        for (int k = 0; k < holdingSets.skuSets().length(skus); k++) {
            seats.take(holdingSets.skuSets().get(skus, k), change);
        }
    }
}
