/**
 * What every calculator has to pass: begin with {@link dev.perseat.licensing.testkit.contract.CalculatorLaws}, and
 * extend it by a test of few lines.
 */
@NullMarked
package dev.perseat.licensing.testkit.contract;

import org.jspecify.annotations.NullMarked;
