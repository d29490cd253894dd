package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the question of a preview can do, and what it cannot. */
final class Questions {
    private static final UserId ANY_USER = UserId.of("never there");
    private static final GroupId ANY_GROUP = GroupId.of("never there");

    private final LiveCalculation live;

    Questions(LiveCalculation live) {
        this.live = live;
    }

    /** What a question throws reaches who asks it. */
    void checkThrows(List<TenantChange> changes) {
        RuntimeException thrown = new UnsupportedOperationException("thrown by the question");
        assertThat(catchThrowable(() -> live.preview(changes, (effect, then) -> {
                    throw thrown;
                })))
                .as("what the question threw")
                .isSameAs(thrown);
    }

    /** A question looks and does no more, and is over when it is answered. */
    void checkOnlyLooks(List<TenantChange> changes) {
        List<LiveCalculation> given = new ArrayList<>();
        live.preview(changes, (effect, then) -> {
            check("inside, of what is given", changing(then, changes));
            check("inside, of what is asked", changing(live, changes));
            check("inside, of what is asked", looking(live));
            given.add(then);
            return null;
        });
        check("after the answer", changing(given.get(0), changes));
        check("after the answer", looking(given.get(0)));
    }

    private static Map<String, ThrowingCallable> changing(LiveCalculation live, List<TenantChange> changes) {
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("apply", () -> live.apply(changes));
        calls.put("preview", () -> live.preview(changes));
        calls.put("question", () -> live.preview(changes, (effect, then) -> effect));
        calls.put("check", () -> live.check(changes));
        calls.put("result", live::result);
        return calls;
    }

    private static Map<String, ThrowingCallable> looking(LiveCalculation live) {
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("user", () -> live.user(ANY_USER));
        calls.put("states", () -> live.states(ANY_USER));
        calls.put("groups of a user", () -> live.groupsOf(ANY_USER));
        calls.put("members of a group", () -> live.memberIds(ANY_GROUP));
        calls.put("number of members of a group", () -> live.memberCount(ANY_GROUP));
        calls.put("membership", () -> live.isMember(ANY_USER, ANY_GROUP));
        calls.put("groups", live::groups);
        calls.put("usage", live::usage);
        calls.put("users of a SKU", () -> live.usersOf(SkuId.of("never there"), null, 1));
        return calls;
    }

    private static void check(String when, Map<String, ThrowingCallable> calls) {
        calls.forEach((what, call) ->
                assertThatIllegalStateException().as("%s %s", what, when).isThrownBy(call));
    }
}
