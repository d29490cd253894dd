package dev.perseat.licensing.testkit.assertion;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what one user has.
 *
 * @since 0.1
 */
public final class UserAssert extends AbstractAssert<UserAssert, UserId> {
    private final AssignmentResultAssert whole;
    private final AssignmentResult result;

    UserAssert(AssignmentResultAssert whole, AssignmentResult result, UserId user) {
        super(result.snapshot().user(user).id(), UserAssert.class);
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
     * Verifies that the user has a plan, from whichever SKU and source.
     *
     * @param plan the id of the plan
     * @return this assertion
     */
    public UserAssert hasPlan(String plan) {
        ServicePlanId id = ServicePlanId.of(plan);
        if (!result.hasPlan(actual, id)) {
            throw failure(
                    "Expecting user '%s' to have plan '%s', but:%s",
                    actual, plan, reasons().plan(actual, id));
        }
        return this;
    }

    /**
     * Verifies that the user does not have a plan.
     *
     * @param plan the id of the plan
     * @return this assertion
     */
    public UserAssert doesNotHavePlan(String plan) {
        ServicePlanId id = ServicePlanId.of(plan);
        if (result.hasPlan(actual, id)) {
            throw failure(
                    "Expecting user '%s' not to have plan '%s', but:%s",
                    actual, plan, reasons().plan(actual, id));
        }
        return this;
    }

    /**
     * Verifies that the user holds a SKU, and a seat of it, from at least one source.
     *
     * @param sku the id of the SKU
     * @return this assertion
     */
    public UserAssert holds(String sku) {
        if (!isHeld(sku)) {
            throw failure("Expecting user '%s' to hold SKU '%s', but:%s", actual, sku, states());
        }
        return this;
    }

    /**
     * Verifies that the user does not hold a SKU from any source.
     *
     * @param sku the id of the SKU
     * @return this assertion
     */
    public UserAssert doesNotHold(String sku) {
        if (isHeld(sku)) {
            throw failure("Expecting user '%s' not to hold SKU '%s', but:%s", actual, sku, states());
        }
        return this;
    }

    /**
     * Verifies the state of a licence from a group.
     *
     * @param sku the id of the SKU
     * @param group the id of the group, which need not exist any more
     * @param status the state expected
     * @return this assertion
     */
    public UserAssert hasState(String sku, String group, AssignmentStatus status) {
        return hasState(sku, AssignmentSource.group(GroupId.of(group)), status);
    }

    /**
     * Verifies the state of a direct licence.
     *
     * @param sku the id of the SKU
     * @param status the state expected
     * @return this assertion
     */
    public UserAssert hasDirectState(String sku, AssignmentStatus status) {
        return hasState(sku, AssignmentSource.direct(), status);
    }

    /**
     * Verifies the state of a licence.
     *
     * @param sku the id of the SKU
     * @param source the source of the licence
     * @param status the state expected
     * @return this assertion
     */
    public UserAssert hasState(String sku, AssignmentSource source, AssignmentStatus status) {
        Optional<LicenseAssignmentState> state = state(sku, source);
        if (state.isEmpty() || state.get().status() != status) {
            throw failure(
                    "Expecting SKU '%s' (%s) of user '%s' to be %s, but:%s", sku, source, actual, status, states());
        }
        return this;
    }

    /**
     * Verifies that the user has no state for a SKU from a source: neither requested nor retained.
     *
     * @param sku the id of the SKU
     * @param source the source of the licence
     * @return this assertion
     */
    public UserAssert hasNoState(String sku, AssignmentSource source) {
        if (state(sku, source).isPresent()) {
            throw failure("Expecting no SKU '%s' (%s) of user '%s', but:%s", sku, source, actual, states());
        }
        return this;
    }

    /**
     * Verifies that some state of the user has a violation of a kind.
     *
     * @param kind the kind expected
     * @return this assertion
     */
    public UserAssert hasViolation(LicenseViolation.Kind kind) {
        boolean found = result.states(actual).stream()
                .map(state -> Optional.ofNullable(state.violation()))
                .anyMatch(violation -> violation.isPresent() && violation.get().kind() == kind);
        if (!found) {
            throw failure("Expecting user '%s' to have a violation %s, but:%s", actual, kind, states());
        }
        return this;
    }

    /**
     * Verifies that no state of the user has a violation.
     *
     * @return this assertion
     */
    public UserAssert hasNoErrors() {
        String errors = reasons().errors(actual);
        if (!errors.isEmpty()) {
            throw failure("Expecting user '%s' to have no errors, but:%s", actual, errors);
        }
        return this;
    }

    private boolean isHeld(String sku) {
        SkuId id = result.snapshot().sku(SkuId.of(sku)).id();
        return result.states(actual).stream()
                .anyMatch(state -> state.isHeld() && state.skuId().equals(id));
    }

    private Optional<LicenseAssignmentState> state(String sku, AssignmentSource source) {
        SkuId id = result.snapshot().sku(SkuId.of(sku)).id();
        return result.states(actual).stream()
                .filter(state -> state.skuId().equals(id) && state.source().equals(source))
                .findFirst();
    }

    private String states() {
        return reasons().states(actual);
    }

    private Reasons reasons() {
        return new Reasons(result);
    }
}
