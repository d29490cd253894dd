/**
 * The law of assignment, sections 2 to 7, written as plainly as Java allows and with no thought for speed: the yardstick
 * that a fast calculator is held against. Begin with {@link
 * dev.perseat.licensing.testkit.reference.ReferenceCalculator}, then read {@code Settlement}, which is section 5.
 */
@NullMarked
package dev.perseat.licensing.testkit.reference;

import org.jspecify.annotations.NullMarked;
