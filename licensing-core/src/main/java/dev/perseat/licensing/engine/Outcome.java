package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.Holdings;
import org.jspecify.annotations.Nullable;

/** What a full calculation ends with. Safe for several threads. */
final class Outcome {
    final DenseTenant tenant;

    /** The holdings that it began with. */
    final Holdings given;

    final Ledger ledger;

    /** Of each user the final profile. */
    final int[] profileOf;

    final Seats seats;
    private final Transitions transitions;
    private @Nullable Verdicts verdicts;

    Outcome(DenseTenant tenant, Holdings given, Ledger ledger, int[] profileOf, Seats seats, Transitions transitions) {
        this.tenant = tenant;
        this.given = given;
        this.ledger = ledger;
        this.profileOf = profileOf;
        this.seats = seats;
        this.transitions = transitions;
    }

    /** Returns of each profile the number of users who have it in the end. */
    long[] usersOfProfiles() {
        long[] users = new long[ledger.profileEnd()];
        for (int profile : profileOf) {
            users[profile]++;
        }
        return users;
    }

    int holdingOf(int user) {
        return ledger.holding(profileOf[user]);
    }

    /** Returns what became of each profile; found when it is first asked for. */
    synchronized Verdicts verdicts() {
        if (verdicts == null) {
            verdicts = Verdicts.of(ledger, usersOfProfiles(), seats, transitions, tenant.parallel);
        }
        return verdicts;
    }
}
