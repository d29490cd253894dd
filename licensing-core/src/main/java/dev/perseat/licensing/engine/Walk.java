package dev.perseat.licensing.engine;

/**
 * The walk of section 6.2 of the law: visits users, settles them, and keeps the seats, until one walk changes nothing.
 *
 * <p><b>Why visiting fewer users gives the answer of the law.</b> The law visits all users by id, again and again, until
 * one walk changes nothing. Settling a user a second time with the same profile and the same free seats (of those SKUs
 * that the user lacks) changes nothing, so such visits can be left out. A user has to be visited in a walk only if the
 * last visit changed what the user holds, or if a seat of a SKU that the user lacks was free at the last visit and is
 * not now, or the other way round. So for each SKU two sets of users are kept: those who lack it and last saw it free,
 * and those who last saw it taken. The next user to visit is the first, after the current one, in the set that
 * contradicts the present state of some SKU; if there is none, a new walk begins at the front; if there is none at all,
 * the fixed point is reached. These are the visits of the law, in its order, without those that change nothing. Whose profile
 * is {@linkplain Ledger#isAtRest at rest} is in no set: a seat of what is lacked would change nothing either.
 *
 * <p>A SKU contradicts somebody only after it got or lost its last free seat since that user's visit. So only the SKUs
 * that {@linkplain Seats#flipped flipped} since the last fixed point are asked for whom they contradict.
 */
final class Walk {
    /** Is told of every visit, before it. */
    interface Witness {
        Witness NOBODY = user -> {};

        void visiting(int user);
    }

    private final Seats seats;
    private final SeatMoves seatMoves;
    private final Transitions transitions;
    private final Agenda agenda;

    /** Of each user the profile; the owner may replace the array. */
    int[] profileOf;

    Walk(Seats seats, SeatMoves seatMoves, Transitions transitions, Agenda agenda, int[] profileOf) {
        this.seats = seats;
        this.seatMoves = seatMoves;
        this.transitions = transitions;
        this.agenda = agenda;
        this.profileOf = profileOf;
    }

    /**
     * Visits every user once but those whose profiles are quiet, and then whoever is due. All users are of the snapshot.
     *
     * @param becomes of each profile the one that its users have for good, if it is quiet, else {@code ~} the one with
     *     which they are visited
     * @param parallel gives those who are not visited their profiles
     */
    void run(int[] becomes, Parallel parallel) {
        parallel.forRanges(profileOf.length, (from, to) -> follow(becomes, from, to), this::visitAll);
        goOn(profileOf.length, Witness.NOBODY);
    }

    /** Gives a range of users their profiles, and returns those to visit. */
    private IntBuffer follow(int[] becomes, int from, int to) {
        IntBuffer loud = new IntBuffer((to - from) / 16);
        for (int user = from; user < to; user++) {
            int profile = becomes[profileOf[user]];
            if (profile < 0) {
                loud.add(user);
            }
            profileOf[user] = profile < 0 ? ~profile : profile;
        }
        return loud;
    }

    private void visitAll(IntBuffer users) {
        for (int i = 0; i < users.size; i++) {
            visit(users.values[i]);
        }
    }

    /** Visits whoever is due until nobody is, beginning after a user or, after -1, at the front. */
    void goOn(int after, Witness witness) {
        for (int user = agenda.next(after); user >= 0; user = agenda.next(user)) {
            witness.visiting(user);
            forget(user);
            visit(user);
        }
        seats.clearFlipped();
    }

    /** Takes a user off the agenda. */
    void forget(int user) {
        agenda.remove(user, transitions.needs(profileOf[user]));
    }

    private void visit(int user) {
        int profile = profileOf[user];
        int next = transitions.next(profile);
        if (next != profile) {
            seatMoves.make(profile, next);
            profileOf[user] = next;
        }
        if (next != profile && !transitions.isAtRest(next)) {
            agenda.addDue(user);
        } else if (transitions.needs(next) != IntTuples.EMPTY) {
            agenda.addWatching(user, transitions.needs(next));
        }
    }
}
