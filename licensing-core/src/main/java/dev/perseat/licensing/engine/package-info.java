/**
 * The calculator, in dense form: begin with {@link dev.perseat.licensing.engine.DenseAssignmentCalculator}.
 *
 * <p>Inside, the data takes this way: {@code CompiledTenant} turns snapshot and holdings into numbers ({@code Catalog},
 * {@code Bundles}, {@code GroupClosure}, {@code HoldingSets}, {@code Profiles}); {@code Settler} is section 5 of the law
 * for one profile; {@code Reconciliation} is section 6 for all users, and says why visiting fewer of them gives the same
 * answer; {@code DenseResult} and the views beside it make objects of the answer when somebody asks.
 */
@NullMarked
package dev.perseat.licensing.engine;

import org.jspecify.annotations.NullMarked;
