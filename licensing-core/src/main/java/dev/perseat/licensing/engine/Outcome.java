package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.Holdings;
import org.jspecify.annotations.Nullable;

/**
 * What a full calculation ends with. Users who began with the same profile and ended with the same are not told apart:
 * of each user there is a profile, which may still be the one at the beginning, and of that the one at the end. Safe for
 * several threads.
 */
final class Outcome {
    final DenseTenant tenant;

    /** The holdings that it began with. */
    final Holdings given;

    final Ledger ledger;
    final Seats seats;
    private final Transitions transitions;

    /** Of each user a profile. May be an array of the tenant. */
    private final int[] startOf;

    /** Of each profile what it has become. */
    private final int[] endOf;

    /** Of each profile the holding of what it has become. */
    private final int[] holdingOf;

    private @Nullable Verdicts verdicts;

    Outcome(
            DenseTenant tenant,
            Holdings given,
            Ledger ledger,
            int[] startOf,
            int[] endOf,
            Seats seats,
            Transitions transitions) {
        this.tenant = tenant;
        this.given = given;
        this.ledger = ledger;
        this.startOf = startOf;
        this.endOf = endOf;
        this.seats = seats;
        this.transitions = transitions;
        holdingOf = new int[endOf.length];
        for (int start = 0; start < endOf.length; start++) {
            holdingOf[start] = ledger.holding(endOf[start]);
        }
    }

    /** Returns the final profile of a user. */
    int profileOf(int user) {
        return endOf[startOf[user]];
    }

    /** Returns the final profile of each user, in a new array. */
    int[] profiles() {
        int[] profiles = startOf.clone();
        for (int user = 0; user < profiles.length; user++) {
            profiles[user] = endOf[profiles[user]];
        }
        return profiles;
    }

    /** Returns of each profile the number of users who have it in the end. */
    long[] usersOfProfiles() {
        long[] users = new long[ledger.profileEnd()];
        for (int start : startOf) {
            users[endOf[start]]++;
        }
        return users;
    }

    int holdingOf(int user) {
        return holdingOf[startOf[user]];
    }

    /** Returns what became of each profile; found when it is first asked for. */
    synchronized Verdicts verdicts() {
        if (verdicts == null) {
            verdicts = Verdicts.of(ledger, usersOfProfiles(), seats, transitions, tenant.parallel);
        }
        return verdicts;
    }
}
