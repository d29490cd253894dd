package dev.perseat.licensing.testkit.assertion;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a result everything that it can answer, so that two can be compared. */
final class Answers {
    private Answers() {}

    /** The first question that the two answer differently, with both answers. */
    static Optional<String> firstDifference(AssignmentResult actual, AssignmentResult expected) {
        Map<String, Object> ours = of(actual);
        Map<String, Object> theirs = of(expected);
        Set<String> questions = new LinkedHashSet<>(ours.keySet());
        questions.addAll(theirs.keySet());
        return questions.stream()
                .filter(question -> !Objects.equals(ours.get(question), theirs.get(question)))
                .findFirst()
                .map(question -> "Expecting the same answers, but this one differs first: " + question
                        + "\n  actual:   " + shown(ours.get(question))
                        + "\n  expected: " + shown(theirs.get(question)));
    }

    private static String shown(@Nullable Object answer) {
        if (answer instanceof List<?> list && list.size() > 1) {
            StringBuilder lines = new StringBuilder();
            list.forEach(element -> lines.append("\n    ").append(element));
            return lines.toString();
        }
        return answer == null ? "(not asked: the other tenant does not have it)" : answer.toString();
    }

    /** Answers by question, the most telling first. */
    private static Map<String, Object> of(AssignmentResult result) {
        Map<String, Object> answers = new LinkedHashMap<>();
        ask(answers, result, "states", result::states);
        ask(answers, result, "effective licences", result::effectiveLicenses);
        ask(answers, result, "plans", user -> plans(result, user));
        ask(answers, result, "licensed groups", result::licensedGroups);
        for (SkuUsage usage : result.usage()) {
            answers.put("usage of SKU '" + usage.skuId() + "'", usage);
            answers.put("usage of SKU '" + usage.skuId() + "', asked for alone", result.usage(usage.skuId()));
        }
        for (Sku sku : result.snapshot().skus()) {
            SkuId id = sku.id();
            answers.put("users of SKU '" + id + "'", result.usersOf(id).toList());
        }
        for (GroupSummary group : result.groups()) {
            answers.put("summary of group '" + group.groupId() + "'", group);
        }
        answers.put(
                "groups", result.groups().stream().map(GroupSummary::groupId).toList());
        answers.put("users with errors", result.usersWithErrors().toList());
        addHoldings(answers, result.holdings());
        for (UserChange change : result.changes().toList()) {
            answers.put("changes of user '" + change.userId() + "'", change.changes());
        }
        answers.put(
                "users with changes", result.changes().map(UserChange::userId).toList());
        return answers;
    }

    private static void ask(
            Map<String, Object> answers, AssignmentResult result, String what, Function<UserId, Object> question) {
        for (int user = 0; user < result.snapshot().userCount(); user++) {
            UserId id = result.snapshot().userId(user);
            answers.put(what + " of user '" + id + "'", question.apply(id));
        }
    }

    private static List<ServicePlanId> plans(AssignmentResult result, UserId user) {
        return result.snapshot().servicePlans().stream()
                .map(ServicePlan::id)
                .filter(plan -> result.hasPlan(user, plan))
                .toList();
    }

    private static void addHoldings(Map<String, Object> answers, Holdings holdings) {
        holdings.forEach((UserId user, List<HeldLicense> held) -> answers.put("holdings of user '" + user + "'", held));
        answers.put("number of users with holdings", holdings.userCount());
    }
}
