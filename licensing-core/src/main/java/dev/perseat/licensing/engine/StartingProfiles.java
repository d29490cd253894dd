package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.Holdings;

/**
 * Gives each user the profile of base and holding with which a calculation begins. Most users hold just what their base
 * gives, and the profile of those is known without looking it up; the others get theirs when all threads have found
 * whom they are, so that numbers do not depend on who is first.
 */
final class StartingProfiles {
    /** How many holders are looked for at once: their indexes are used while they are at hand. */
    private static final int BLOCK = 1 << 15;

    private final DenseTenant tenant;
    private final Holdings holdings;
    private final Ledger ledger;

    /** Of each combination of the holdings what is left of it. */
    private final int[] holdingOf;

    private final int[] profileOf;

    private StartingProfiles(DenseTenant tenant, Holdings holdings, Ledger ledger) {
        this.tenant = tenant;
        this.holdings = holdings;
        this.ledger = ledger;
        holdingOf = HoldingsReader.read(holdings, ledger);
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

    /** Gives holders of a range their profiles, and returns users with their holdings who have none of those yet. */
    private IntBuffer find(int from, int to) {
        IntBuffer others = new IntBuffer();
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
                int holding = holdingOf[holdings.combinationOf(k)];
                if (holding == ledger.fullHolding(base)) {
                    profileOf[user] = ledger.fullProfile(base);
                } else if (holding != IntTuples.EMPTY) {
                    others.add(user);
                    others.add(holding);
                }
            }
        }
    }

    private void add(IntBuffer others) {
        for (int i = 0; i < others.size; i += 2) {
            int user = others.values[i];
            profileOf[user] = ledger.profile(profileOf[user], others.values[i + 1]);
        }
    }
}
