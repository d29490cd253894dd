package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.EffectiveLicense;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answer to good input. The states and the missing dependencies are complete; of the rest, an answer says what it
 * likes.
 *
 * @param states every state of every user, by user, source and SKU
 * @param effective the licences of users, complete for each user who is named; an empty list is said as {@code none}
 * @param usage the usages of the SKUs that are named
 * @param summaries the summaries of the groups that are named, without missing dependencies, which are said apart
 * @param missing every missing dependency, by group, SKU and plan
 * @param changes every change, by user, or null if nothing is said of them
 */
record Answer(
        List<ExpectedState> states,
        SortedMap<UserId, List<EffectiveLicense>> effective,
        SortedMap<SkuId, SkuUsage> usage,
        SortedMap<GroupId, GroupSummary> summaries,
        List<MissingDependency> missing,
        @Nullable List<UserChange> changes)
        implements Expectation {
    Answer {
        states = List.copyOf(states);
        missing = List.copyOf(missing);
        changes = changes == null ? null : List.copyOf(changes);
    }

    /** Takes everything that a result says, in the order in which it says it. */
    static Answer from(AssignmentResult result) {
        List<ExpectedState> states = new ArrayList<>();
        SortedMap<UserId, List<EffectiveLicense>> effective = new TreeMap<>();
        result.snapshot().users().forEach(user -> {
            result.states(user.id()).forEach(state -> states.add(ExpectedState.from(user.id(), state)));
            effective.put(user.id(), result.effectiveLicenses(user.id()));
        });
        SortedMap<SkuId, SkuUsage> usage = new TreeMap<>();
        result.usage().forEach(it -> usage.put(it.skuId(), it));
        SortedMap<GroupId, GroupSummary> summaries = new TreeMap<>();
        List<MissingDependency> missing = new ArrayList<>();
        result.groups().forEach(it -> {
            summaries.put(it.groupId(), withoutMissing(it));
            missing.addAll(it.missingDependencies());
        });
        return new Answer(
                states, effective, usage, summaries, missing, result.changes().toList());
    }

    private static GroupSummary withoutMissing(GroupSummary it) {
        return new GroupSummary(it.groupId(), it.eligible(), it.members(), it.licensed(), it.errors(), List.of());
    }

    /** The answer to be expected when calculating again from what this one leaves everybody with. */
    Answer withoutChanges() {
        return withChanges(List.of());
    }

    /** The same answer where the changes were told apart from it. */
    Answer withChanges(List<UserChange> told) {
        return new Answer(states, effective, usage, summaries, missing, told);
    }

    @Override
    public Expectation inDetailOf(Expectation other) {
        if (!(other instanceof Answer that)) {
            return this;
        }
        return new Answer(
                statesInDetailOf(that.states),
                only(effective, that.effective),
                only(usage, that.usage),
                only(summaries, that.summaries),
                missing,
                that.changes == null ? null : changes);
    }

    private List<ExpectedState> statesInDetailOf(List<ExpectedState> others) {
        Map<List<?>, ExpectedState> byKey = new HashMap<>();
        others.forEach(other -> byKey.put(key(other), other));
        return states.stream()
                .map(state -> state.inDetailOf(byKey.getOrDefault(key(state), state)))
                .toList();
    }

    private static List<?> key(ExpectedState state) {
        return List.of(state.user(), state.source(), state.sku());
    }

    private static <K, V> SortedMap<K, V> only(SortedMap<K, V> all, SortedMap<K, V> named) {
        SortedMap<K, V> some = new TreeMap<>(all);
        some.keySet().retainAll(named.keySet());
        return Collections.unmodifiableSortedMap(some);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        states.forEach(state -> lines.add(state.line()));
        effective.forEach((user, licenses) -> lines.addAll(AnswerSentences.effective(user, licenses)));
        usage.values().forEach(it -> lines.add(AnswerSentences.usage(it)));
        summaries.values().forEach(it -> lines.add(AnswerSentences.summary(it)));
        missing.forEach(it -> lines.add(AnswerSentences.missing(it)));
        if (changes != null) {
            lines.addAll(AnswerSentences.changes(changes));
        }
        return lines;
    }
}
