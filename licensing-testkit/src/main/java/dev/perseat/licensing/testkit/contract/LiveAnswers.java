package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Everything that a live calculation can be asked of each user and SKU, so that it can be compared. */
final class LiveAnswers {
    private final Map<String, Object> byQuestion = new LinkedHashMap<>();

    private LiveAnswers() {}

    static LiveAnswers of(LiveCalculation live, TenantSnapshot snapshot) {
        LiveAnswers answers = new LiveAnswers();
        for (int user = 0; user < snapshot.userCount(); user++) {
            UserId id = snapshot.userId(user);
            List<ServicePlanId> plans = snapshot.servicePlans().stream()
                    .map(ServicePlan::id)
                    .filter(plan -> live.hasPlan(id, plan))
                    .toList();
            answers.put(id, live.states(id), live.holdings(id), plans);
        }
        for (Sku sku : snapshot.skus()) {
            answers.put(sku.id(), live.consumed(sku.id()));
        }
        return answers;
    }

    /** What a live calculation has to answer that has come to this result. */
    static LiveAnswers of(AssignmentResult result) {
        LiveAnswers answers = new LiveAnswers();
        TenantSnapshot snapshot = result.snapshot();
        for (int user = 0; user < snapshot.userCount(); user++) {
            UserId id = snapshot.userId(user);
            SortedSet<ServicePlanId> plans = new TreeSet<>();
            result.effectiveLicenses(id).forEach(license -> plans.addAll(license.enabledPlans()));
            answers.put(id, result.states(id), result.holdings().of(id), List.copyOf(plans));
        }
        result.usage().forEach(usage -> answers.put(usage.skuId(), usage.consumed()));
        return answers;
    }

    private void put(UserId user, Object states, Object holdings, Object plans) {
        byQuestion.put("live states of user '" + user + "'", states);
        byQuestion.put("live holdings of user '" + user + "'", holdings);
        byQuestion.put("live plans of user '" + user + "'", plans);
    }

    private void put(SkuId sku, long consumed) {
        byQuestion.put("live users of SKU '" + sku + "'", consumed);
    }

    /** Fails with the first answer that differs. */
    void assertSameAs(LiveAnswers expected) {
        if (!byQuestion.equals(expected.byQuestion)) {
            expected.byQuestion.forEach((question, answer) ->
                    assertThat(byQuestion.get(question)).as(question).isEqualTo(answer));
            assertThat(byQuestion.keySet()).isEqualTo(expected.byQuestion.keySet());
        }
    }
}
