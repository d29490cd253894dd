/**
 * Changes for a live calculation: begin with {@link dev.perseat.benchmarks.live.LiveChange}, which names them and makes
 * {@link dev.perseat.benchmarks.live.Rounds} of them; {@link dev.perseat.benchmarks.live.Targets} finds whom they are about.
 */
@NullMarked
package dev.perseat.benchmarks.live;

import org.jspecify.annotations.NullMarked;
