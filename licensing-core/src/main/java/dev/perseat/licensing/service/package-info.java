/**
 * The licensing service: begin with {@link dev.perseat.licensing.service.DefaultLicensing}.
 *
 * <p>A {@code TenantSession} holds one tenant in memory: a {@code TenantReplica}, which follows the log of steps in the store
 * with a live calculation. What a step changes is the same on every node, because it follows from the log alone; an {@code
 * OpenStep} remembers it until the store has it. A {@code Submission} brings one command into the log, as {@code
 * CommandPlanner} makes a step of it, or refuses it; {@code Processor} writes the effects of open steps in batches, which
 * {@code BatchPlanner} chooses.
 *
 * <p>No licensing rule is here: who gets what is decided by the calculator.
 */
@NullMarked
package dev.perseat.licensing.service;

import org.jspecify.annotations.NullMarked;
