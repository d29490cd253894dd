/**
 * Assertions on the results of a calculation, whose messages show the reasons. Begin with {@link
 * dev.perseat.licensing.testkit.assertion.PerseatAssertions}.
 */
@NullMarked
package dev.perseat.licensing.testkit.assertion;

import org.jspecify.annotations.NullMarked;
