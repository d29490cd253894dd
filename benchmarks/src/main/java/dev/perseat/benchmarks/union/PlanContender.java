package dev.perseat.benchmarks.union;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.EffectiveLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Who is asked whether users have plans. */
public enum PlanContender {
    /** Dense arrays: what everybody is measured against. */
    FLOOR(PlanContender::floor),
    /** The library, by index. */
    PERSEAT(questions -> {
        AssignmentResult result = result(questions);
        return k -> result.hasPlan(questions.users[k], questions.plans[k]);
    }),
    /** The library, by id. */
    PERSEAT_BY_ID(questions -> {
        AssignmentResult result = result(questions);
        return k -> result.hasPlan(questions.userIds[k], questions.planIds[k]);
    }),
    /** A map from strings to sets of strings, of which equal ones are one. */
    COLLECTIONS(PlanContender::collections);

    private final Function<PlanQuestions, PlanPeer> loader;

    PlanContender(Function<PlanQuestions, PlanPeer> loader) {
        this.loader = loader;
    }

    /** Calculates the tenant, and makes ready for the questions about it. */
    public PlanPeer load(PlanQuestions questions) {
        return loader.apply(questions);
    }

    private static AssignmentResult result(PlanQuestions questions) {
        return DenseAssignmentCalculator.create().calculate(questions.snapshot, Holdings.empty());
    }

    private static PlanPeer floor(PlanQuestions questions) {
        FloorAnswers answers = new FloorPeer(new UnionTenant(questions.snapshot), 1).calculate();
        return k -> answers.hasPlan(questions.users[k], questions.plans[k]);
    }

    private static PlanPeer collections(PlanQuestions questions) {
        AssignmentResult result = result(questions);
        Map<Set<String>, Set<String>> equal = new HashMap<>();
        Map<String, Set<String>> plansOfUser = new HashMap<>();
        for (int user = 0; user < questions.snapshot.userCount(); user++) {
            Set<String> plans = new HashSet<>();
            for (EffectiveLicense license : result.effectiveLicenses(questions.snapshot.userId(user))) {
                license.enabledPlans().forEach(plan -> plans.add(plan.value()));
            }
            plansOfUser.put(questions.snapshot.userId(user).value(), equal.computeIfAbsent(plans, any -> plans));
        }
        return k ->
                plansOfUser.getOrDefault(questions.userIds[k].value(), Set.of()).contains(questions.planIds[k].value());
    }
}
