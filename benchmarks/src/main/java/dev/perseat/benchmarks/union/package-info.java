/**
 * The union alone, without any rule, in every way that we could think of: begin with {@link
 * dev.perseat.benchmarks.union.Contender}, then {@link dev.perseat.benchmarks.union.FloorPeer}, the yardstick. The same for
 * questions about nested groups: {@link dev.perseat.benchmarks.union.ExpansionContender}.
 *
 * <p>Every contender is loaded from the same {@link dev.perseat.benchmarks.union.UnionTenant} and gives the same checksum
 * as the library; a test proves it.
 */
@NullMarked
package dev.perseat.benchmarks.union;

import org.jspecify.annotations.NullMarked;
