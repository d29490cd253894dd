package dev.perseat.benchmarks.union;

import dev.perseat.benchmarks.peer.Peer;

/**
 * A peer that does only the union: for each user and SKU the plans that some group or a direct licence enables, and for
 * each SKU how many users have it. No location, conflict, dependency or seat can say no.
 */
@FunctionalInterface
public interface UnionPeer extends Peer, AutoCloseable {
    /** Gives back what the peer has taken outside the heap. */
    @Override
    default void close() {}
}
