package dev.perseat.benchmarks.union;

/** Someone who follows a tenant in which users join and leave groups. Users, groups and SKUs are asked for by number. */
public interface JoinPeer {
    /** A user becomes a direct member of a group, and was not one before. */
    void join(int user, int group);

    /** A user is no direct member of a group any more, and was one before. */
    void leave(int user, int group);

    /** Returns how many users have a SKU. */
    long consumed(int sku);
}
