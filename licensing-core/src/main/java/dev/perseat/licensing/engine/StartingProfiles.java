package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.Holdings;

/**
 * Gives each user the profile of base and holding with which a calculation begins. Most users hold just what is left to
 * them when nobody lacks a seat, and the profile of those is known without looking it up; the others get theirs when all threads have found
 * whom they are, so that numbers do not depend on who is first.
 */
final class StartingProfiles {
    /** How many holders are looked for at once: their indexes are used while they are at hand. */
    private static final int BLOCK = 1 << 15;

    private final DenseTenant tenant;
    private final Holdings holdings;
    private final Ledger ledger;

    private final HoldingsReader reader;

    /** Of each combination the profile that one of the others with it got last: the next one often has the same base. */
    private final int[] lastProfile;

    private final int[] profileOf;

    private StartingProfiles(DenseTenant tenant, Holdings holdings, Ledger ledger) {
        this.tenant = tenant;
        this.holdings = holdings;
        this.ledger = ledger;
        reader = new HoldingsReader(holdings, ledger);
        lastProfile = new int[holdings.combinationCount()];
        profileOf = tenant.baseOfUser.clone(); // who holds nothing has the profile with the number of the base
    }

    /** Returns of each user the profile: a new array, unless nobody holds anything. */
    static int[] of(DenseTenant tenant, Holdings holdings, Ledger ledger) {
        return holdings.userCount() == 0 ? tenant.baseOfUser : new StartingProfiles(tenant, holdings, ledger).find();
    }

    private int[] find() {
        tenant.parallel.forRanges(holdings.userCount(), this::find, this::add);
        return profileOf;
    }

    /** Gives holders of a range their profiles, and returns the others with their combinations. */
    private IntBuffer find(int from, int to) {
        IntBuffer others = new IntBuffer((to - from) / 8);
        for (int start = from; start < to; start += BLOCK) {
            findBlock(start, (int) Math.min((long) start + BLOCK, to), others);
        }
        return others;
    }

    private void findBlock(int from, int to, IntBuffer others) {
        int[] users = tenant.snapshot.userIndexes(holdings, from, to);
        for (int k = from; k < to; k++) {
            int user = users[k - from];
            if (user >= 0) {
                int base = profileOf[user];
                int combination = holdings.combinationOf(k);
                if (reader.isHolding(combination, ledger.usualHolding(base))) {
                    profileOf[user] = ledger.usualProfile(base);
                } else {
                    others.add(user);
                    others.add(combination);
                }
            }
        }
    }

    private void add(IntBuffer others) {
        ledger.expectProfiles(Math.min(others.size / 2, holdings.combinationCount()));
        for (int i = 0; i < others.size; i += 2) {
            int user = others.values[i];
            profileOf[user] = profile(profileOf[user], others.values[i + 1]);
        }
    }

    private int profile(int base, int combination) {
        int last = lastProfile[combination];
        if (last == Ledger.NOBODY || ledger.base(last) != base) {
            last = ledger.profile(base, reader.holding(combination));
            lastProfile[combination] = last;
        }
        return last;
    }
}
