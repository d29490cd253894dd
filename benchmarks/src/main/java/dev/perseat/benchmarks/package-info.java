/**
 * How fast the library is, beside what an application would have without it: begin with {@link
 * dev.perseat.benchmarks.CalculateBenchmark}, and run {@link dev.perseat.benchmarks.Comparison} for a table of ratios.
 *
 * <p>The tenants come from {@link dev.perseat.benchmarks.tenant}, the contenders from {@link
 * dev.perseat.benchmarks.peer}. Every contender gives the same answers; a test proves it.
 */
@NullMarked
package dev.perseat.benchmarks;

import org.jspecify.annotations.NullMarked;
