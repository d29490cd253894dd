/**
 * Tenants made to bring a calculator down: begin with {@link dev.perseat.benchmarks.worst.WorstShape}, which names them;
 * {@link dev.perseat.benchmarks.worst.WorstShapes} measures them.
 */
@NullMarked
package dev.perseat.benchmarks.worst;

import org.jspecify.annotations.NullMarked;
