package dev.perseat.benchmarks.union;

/**
 * Someone who can tell who is in which group when groups are nested, with the direct memberships loaded and nothing
 * worked out before. Groups and users are asked for by their numbers.
 */
public interface ExpansionPeer extends AutoCloseable {
    /** Makes the set of all users in a group or in any group below it, and returns how many they are. */
    int members(int group);

    /** Makes the set of all groups that a user is in, directly or through groups above, and returns how many they are. */
    int groups(int user);

    /** Returns whether a user is in a group, directly or through a group below it. */
    boolean belongs(int user, int group);

    /** Gives back what the peer has taken outside the heap. */
    @Override
    default void close() {}
}
