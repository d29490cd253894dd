package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.EffectiveLicense;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Writes what a calculator answers beside the states: the inverse of {@link AnswerReader}. */
final class AnswerSentences {
    private AnswerSentences() {}

    static List<String> effective(UserId user, List<EffectiveLicense> licenses) {
        if (licenses.isEmpty()) {
            return List.of(new Sentence("effective").id(user).word("none").toString());
        }
        return licenses.stream()
                .map(license -> new Sentence("effective")
                        .id(user)
                        .id(license.skuId())
                        .some("with", license.enabledPlans())
                        .toString())
                .toList();
    }

    static String usage(SkuUsage usage) {
        return new Sentence("usage")
                .id(usage.skuId())
                .some("seats", usage.seats())
                .some("consumed", usage.consumed())
                .some("available", usage.available())
                .some("over-allocated", usage.overAllocated())
                .some("waiting", usage.waiting())
                .toString();
    }

    static String summary(GroupSummary summary) {
        Sentence sentence = new Sentence("summary")
                .id(summary.groupId())
                .some("not-eligible", !summary.eligible())
                .some("members", summary.members())
                .some("licensed", summary.licensed());
        if (!summary.errors().isEmpty()) {
            sentence.word("errors");
            summary.errors().forEach((kind, members) -> sentence.word(kind).word(members));
        }
        return sentence.toString();
    }

    static String missing(MissingDependency missing) {
        return new Sentence("missing")
                .id(missing.groupId())
                .id(missing.skuId())
                .id(missing.planId())
                .clause(missing.requirement())
                .toString();
    }

    static List<String> changes(List<UserChange> changes) {
        if (changes.isEmpty()) {
            return List.of("no-change");
        }
        return changes.stream()
                .flatMap(user -> user.changes().stream().map(change -> change(user.userId(), change)))
                .toList();
    }

    private static String change(UserId user, HoldingChange change) {
        Sentence sentence =
                new Sentence("change").id(user).source(change.source()).id(change.skuId());
        plans(sentence, "before", change.before());
        plans(sentence, "after", change.after());
        return sentence.toString();
    }

    private static void plans(Sentence sentence, String keyword, @Nullable SortedSet<ServicePlanId> plans) {
        if (plans != null) {
            sentence.word(keyword).ids(plans);
        }
    }
}
