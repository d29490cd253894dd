package dev.perseat.licensing.testkit.assertion;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a whole result.
 *
 * @since 0.1
 */
public final class AssignmentResultAssert extends AbstractAssert<AssignmentResultAssert, AssignmentResult> {
    AssignmentResultAssert(AssignmentResult actual) {
        super(actual, AssignmentResultAssert.class);
    }

    /**
     * Goes on with one user.
     *
     * @param id the id of the user
     * @return assertions on the user
     * @throws IllegalArgumentException if the tenant has no such user
     */
    public UserAssert user(String id) {
        isNotNull();
        return new UserAssert(this, actual, UserId.of(id));
    }

    /**
     * Goes on with the seats of one SKU.
     *
     * @param id the id of the SKU
     * @return assertions on its usage
     * @throws IllegalArgumentException if the tenant has no such SKU
     */
    public SkuUsageAssert sku(String id) {
        isNotNull();
        return new SkuUsageAssert(this, actual, SkuId.of(id));
    }

    /**
     * Goes on with one licensed group.
     *
     * @param id the id of the group
     * @return assertions on its summary
     * @throws AssertionError if no group with this id has licences
     */
    public GroupSummaryAssert group(String id) {
        isNotNull();
        GroupId group = GroupId.of(id);
        Optional<GroupSummary> summary = actual.groups().stream()
                .filter(candidate -> candidate.groupId().equals(group))
                .findFirst();
        if (summary.isEmpty()) {
            List<GroupId> licensed =
                    actual.groups().stream().map(GroupSummary::groupId).toList();
            throw failure("Expecting group '%s' to have licences, but only these have: %s", id, licensed);
        }
        return new GroupSummaryAssert(this, actual, summary.get());
    }

    /**
     * Verifies that no state of any user has a violation.
     *
     * @return this assertion
     */
    public AssignmentResultAssert hasNoErrors() {
        isNotNull();
        List<UserId> users = actual.usersWithErrors().toList();
        if (!users.isEmpty()) {
            Reasons reasons = new Reasons(actual);
            throw failure(
                    "Expecting no errors, but %s of the users have some:%s",
                    users.size(),
                    String.join("", users.stream().map(reasons::errors).toList()));
        }
        return this;
    }

    /**
     * Verifies that another result gives the same answers: states, effective licences, licensed groups and plans of
     * every user, users of every SKU, usage, groups, users with errors, holdings and changes. The failure names the first
     * answer that differs, and both sides of it.
     *
     * @param expected the other result, of the same tenant
     * @return this assertion
     */
    public AssignmentResultAssert hasSameAnswersAs(AssignmentResult expected) {
        isNotNull();
        Answers.firstDifference(actual, expected).ifPresent(difference -> {
            throw failure("%s", difference);
        });
        return this;
    }
}
