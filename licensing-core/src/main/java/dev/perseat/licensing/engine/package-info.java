/**
 * The calculator, in dense form: begin with {@link dev.perseat.licensing.engine.DenseAssignmentCalculator}.
 *
 * <p><b>Compiled once.</b> {@code DenseTenant} turns a snapshot into ints. Users, groups, SKUs and plans are their
 * indexes; sets of them are rows of one long array, numbered by {@code IntTuples}, so that equal sets have equal numbers
 * and a million sets are a few objects. {@code GroupClosure} condenses cycles of groups and unites, from above, what the
 * members of each group have; {@code UserSets} unites that for each user, each combination once. What a user is given,
 * the location and whether an address is shared make a <em>base</em>: one int a user.
 *
 * <p><b>Decided once for many.</b> In a calculation, a base and what its users hold make a <em>profile</em> ({@code
 * Profiles}), and users with the same profile get the same decision, but for the free seats of what they lack. What can be
 * said of profiles without holdings and seats is known from the compiled tenant on: who holds nothing, who holds all that
 * the base gives, what settling leaves to these and whether that is at rest ({@code Harmony}), and how many users a base
 * has. So a calculation from scratch looks at bases and not at users, and who holds today what is at rest is not settled
 * at all. {@code Transitions} remembers what settling ({@code Settler}, section 5 of the law) makes of each other profile
 * and set of free seats; what only seats decide is settled in a shorter way ({@code SeatSettler}). Only SKUs that can run
 * out need the {@code Walk} of section 6, of which only the visits are made that can change something; its class comment
 * says why, and that of {@code Reconciliation} whom it need not visit at all. What becomes of those whom it visits is
 * mostly found before, by several threads ({@code SettlingAhead}).
 *
 * <p><b>Who is in which group</b> is told by {@code GroupExpansion}, for every group and with nothing kept: a {@code
 * GroupSearch} follows the nesting as far as the answer goes.
 *
 * <p><b>Shared out.</b> Threads take ranges of users or profiles, write at places of their own, and add what they have
 * counted in the order of the ranges ({@code Parallel}). Numbers are given out by one thread; so neither numbers nor
 * answers depend on how many there are.
 *
 * <p><b>Live.</b> {@code LiveTenant} keeps all this at a fixed point. A step of changes ({@code LiveStep}) gives the users
 * it touches another base, and {@code LiveSettlement} settles them and whoever a seat reaches; {@code DenseLive} lists
 * what each kind of change looks at. Nothing known of a number ever changes: a group whose licences change gets another
 * {@code Grant}, so that what is remembered stays true. A preview is a step that is taken back; {@code LiveQuestions} answers
 * meanwhile as at any other time.
 *
 * <p>{@code DenseResult} and the views beside it make objects of the answer when somebody asks; {@code PlanRows} tells
 * from one bit whether a user has a plan.
 */
@NullMarked
package dev.perseat.licensing.engine;

import org.jspecify.annotations.NullMarked;
