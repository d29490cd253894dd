package dev.perseat.licensing.engine;

import java.util.BitSet;

/**
 * A set of users that is asked for its next member again and again. The answer is remembered, so that a member far ahead
 * is not searched for anew at every step towards it.
 */
final class Watchers {
    private static final int NONE = Integer.MAX_VALUE;

    private final BitSet users = new BitSet();

    /** No member is in {@code [searchedFrom, found)}; {@code found} is a member, or {@link #NONE}. */
    private int searchedFrom;

    private int found = NONE;

    void add(int user) {
        users.set(user);
        if (user >= searchedFrom && user < found) {
            found = user;
        }
    }

    void remove(int user) {
        users.clear(user);
        if (user == found) {
            search(user + 1);
        }
    }

    /** Returns the first member from a user on, or -1. */
    int next(int from) {
        if (from < searchedFrom || from > found) {
            search(from);
        }
        return found == NONE ? -1 : found;
    }

    private void search(int from) {
        int next = users.nextSetBit(from);
        searchedFrom = from;
        found = next < 0 ? NONE : next;
    }
}
