package dev.perseat.licensing.testkit.assertion;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.model.UserId;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what became of the licences of one group.
 *
 * @since 0.1
 */
public final class GroupSummaryAssert extends AbstractAssert<GroupSummaryAssert, GroupSummary> {
    private final AssignmentResultAssert whole;
    private final AssignmentResult result;

    GroupSummaryAssert(AssignmentResultAssert whole, AssignmentResult result, GroupSummary summary) {
        super(summary, GroupSummaryAssert.class);
        this.whole = whole;
        this.result = result;
    }

    /**
     * Goes back to the whole result.
     *
     * @return the assertion that this one came from
     */
    public AssignmentResultAssert and() {
        return whole;
    }

    /**
     * Verifies how many users are members in the sense of the policy.
     *
     * @param expected how many are
     * @return this assertion
     */
    public GroupSummaryAssert hasMembers(long expected) {
        return has("members", actual.members(), expected);
    }

    /**
     * Verifies how many members are licensed without an error.
     *
     * @param expected how many are
     * @return this assertion
     */
    public GroupSummaryAssert hasLicensed(long expected) {
        return has("members licensed", actual.licensed(), expected);
    }

    /**
     * Verifies how many members have an error of a kind from this group.
     *
     * @param kind the kind
     * @param expected how many have one
     * @return this assertion
     */
    public GroupSummaryAssert hasErrors(LicenseViolation.Kind kind, long expected) {
        return has("members with " + kind, actual.errors().getOrDefault(kind, 0L), expected);
    }

    /**
     * Verifies that no member has an error from this group.
     *
     * @return this assertion
     */
    public GroupSummaryAssert hasNoErrors() {
        if (!actual.errors().isEmpty()) {
            throw failure(
                    "Expecting group '%s' to have no errors, but it has %s:%s",
                    actual.groupId(), actual.errors(), errors());
        }
        return this;
    }

    /**
     * Verifies that the group can give its licences to its members.
     *
     * @return this assertion
     */
    public GroupSummaryAssert isEligible() {
        if (!actual.eligible()) {
            throw failure("Expecting group '%s' to give its licences, but it is not eligible", actual.groupId());
        }
        return this;
    }

    /**
     * Verifies that the group cannot give its licences to anybody.
     *
     * @return this assertion
     */
    public GroupSummaryAssert isNotEligible() {
        if (actual.eligible()) {
            throw failure("Expecting group '%s' not to give its licences, but it is eligible", actual.groupId());
        }
        return this;
    }

    private GroupSummaryAssert has(String what, long found, long expected) {
        if (found != expected) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "Expecting group '%s' to have %s %s, but it has %s: %s%s",
                    actual.groupId(),
                    expected,
                    what,
                    found,
                    actual,
                    errors());
        }
        return this;
    }

    /** The errors of the group's members, since they are mostly why a number is not the one expected. */
    private String errors() {
        AssignmentSource source = AssignmentSource.group(actual.groupId());
        Reasons reasons = new Reasons(result);
        StringBuilder errors = new StringBuilder();
        result.usersWithErrors()
                .filter(user -> hasErrorFrom(source, user))
                .forEachOrdered(user -> errors.append(reasons.errors(user)));
        return errors.toString();
    }

    private boolean hasErrorFrom(AssignmentSource source, UserId user) {
        return result.states(user).stream()
                .anyMatch(state -> state.violation() != null && state.source().equals(source));
    }
}
