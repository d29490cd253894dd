package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a live calculation has to refuse. */
final class Refusals {
    private final LiveCalculation live;

    Refusals(LiveCalculation live) {
        this.live = live;
    }

    /** Changes that leave the tenant invalid are refused with every problem that building the tenant finds. */
    void checkInvalid(List<TenantChange> changes, TenantSnapshot before) {
        InvalidTenantException expected = refusal(() -> before.with(changes));
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> live.check(changes),
                () -> live.preview(changes),
                () -> live.preview(changes, (effect, then) -> effect),
                () -> live.apply(changes))) {
            assertThat(refusal(call).problems()).as("problems with %s", changes).isEqualTo(expected.problems());
        }
    }

    private static InvalidTenantException refusal(ThrowingCallable call) {
        InvalidTenantException refusal = catchThrowableOfType(InvalidTenantException.class, call);
        assertThat(refusal)
                .as("the refusal of changes that leave the tenant invalid")
                .isNotNull();
        return refusal;
    }

    /** A tenant with another id is another tenant. */
    void checkAnotherTenant(List<TenantChange> changes) {
        check("check of another tenant", () -> live.check(changes));
        check("preview of another tenant", () -> live.preview(changes));
        check("question about another tenant", () -> live.preview(changes, (effect, then) -> effect));
        check("apply of another tenant", () -> live.apply(changes));
    }

    /** Nothing is answered of users, SKUs, plans and groups that were there before, or never. */
    void checkWhatIsGone(TenantSnapshot before, TenantSnapshot now) {
        ServicePlanId anyPlan = now.servicePlans().get(0).id();
        gone(before.users(), user -> user.id().value(), id -> now.userIndex(UserId.of(id)))
                .map(UserId::of)
                .forEach(user -> {
                    assertThat(live.user(user)).as("user %s, who is gone", user).isEmpty();
                    check("states of user " + user, () -> live.states(user));
                    check("holdings of user " + user, () -> live.holdings(user));
                    check("a plan of user " + user, () -> live.hasPlan(user, anyPlan));
                    check("groups of user " + user, () -> live.groupsOf(user));
                    now.groups().stream()
                            .map(Group::id)
                            .forEach(group -> check("membership of user " + user, () -> live.isMember(user, group)));
                });
        gone(before.skus(), sku -> sku.id().value(), id -> now.skuIndex(SkuId.of(id)))
                .map(SkuId::of)
                .forEach(sku -> {
                    check("users of SKU " + sku, () -> live.consumed(sku));
                    check("list of users of SKU " + sku, () -> live.usersOf(sku, null, 1));
                });
        gone(before.groups(), group -> group.id().value(), id -> now.groupIndex(GroupId.of(id)))
                .map(GroupId::of)
                .forEach(group -> {
                    check("members of group " + group, () -> live.members(group));
                    check("ids of members of group " + group, () -> live.memberIds(group));
                    check("number of members of group " + group, () -> live.memberCount(group));
                    for (int user = 0; user < now.userCount(); user++) {
                        UserId known = now.userId(user);
                        check("membership in group " + group, () -> live.isMember(known, group));
                    }
                });
        if (now.userCount() > 0) {
            gone(before.servicePlans(), plan -> plan.id().value(), id -> now.servicePlanIndex(ServicePlanId.of(id)))
                    .map(ServicePlanId::of)
                    .forEach(plan -> check("plan " + plan, () -> live.hasPlan(now.userId(0), plan)));
        }
    }

    private static <T> Stream<String> gone(List<T> before, Function<T, String> id, ToIntFunction<String> index) {
        return Stream.concat(Stream.of("never there"), before.stream().map(id)).filter(it -> index.applyAsInt(it) < 0);
    }

    private static void check(String what, ThrowingCallable call) {
        assertThatIllegalArgumentException().as(what).isThrownBy(call);
    }
}
