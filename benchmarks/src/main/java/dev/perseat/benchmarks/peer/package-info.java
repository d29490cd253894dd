/**
 * The contenders: begin with {@link dev.perseat.benchmarks.peer.Peer}, then {@link
 * dev.perseat.benchmarks.peer.PlainCollectionsPeer}, the one that an application programmer would write.
 */
@NullMarked
package dev.perseat.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
