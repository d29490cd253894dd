/**
 * Who gets which licence, and why: begin with {@link dev.perseat.licensing.assignment.AssignmentCalculator}, which takes
 * a {@link dev.perseat.licensing.assignment.TenantSnapshot} and the {@link dev.perseat.licensing.assignment.Holdings} of
 * before and gives an {@link dev.perseat.licensing.assignment.AssignmentResult}.
 *
 * <p>Reasons are data ({@link dev.perseat.licensing.assignment.LicenseViolation}, {@link
 * dev.perseat.licensing.assignment.PlanExplanation}); sentences are made of them in one place, {@link
 * dev.perseat.licensing.assignment.ReasonWriter}. "The law" in the documentation is the specification of the
 * calculation, {@code docs/semantics.md}, by its sections.
 */
@NullMarked
package dev.perseat.licensing.assignment;

import org.jspecify.annotations.NullMarked;
