package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that a live calculation can be asked of each user, SKU and group, so that it can be compared. */
final class LiveAnswers {
    private static final int PAGE = 3;

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
            answers.put(id, live.user(id), live.states(id), live.holdings(id), plans);
            answers.put(id, live.groupsOf(id), groups(snapshot).filter(group -> live.isMember(id, group)));
        }
        for (Sku sku : snapshot.skus()) {
            SkuId id = sku.id();
            answers.put(id, live.consumed(id), live.usersOf(id, null, Integer.MAX_VALUE), pages(live, id));
        }
        for (Group group : snapshot.groups()) {
            GroupId id = group.id();
            answers.put(id, live.members(id), live.memberIds(id), live.memberCount(id));
        }
        answers.put(live.groups(), live.usage());
        return answers;
    }

    private static Stream<GroupId> groups(TenantSnapshot snapshot) {
        return snapshot.groups().stream().map(Group::id);
    }

    /** The users of a SKU, asked for page by page. */
    private static List<List<UserId>> pages(LiveCalculation live, SkuId sku) {
        List<List<UserId>> pages = new ArrayList<>();
        UserId last = null;
        do {
            List<UserId> page = live.usersOf(sku, last, PAGE);
            pages.add(page);
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (last != null && pages.size() < Byte.MAX_VALUE); // a wrong one may never come to an end
        return pages;
    }

    /** What a live calculation has to answer that has come to this result. */
    static LiveAnswers of(AssignmentResult result) {
        LiveAnswers answers = new LiveAnswers();
        TenantSnapshot snapshot = result.snapshot();
        for (int user = 0; user < snapshot.userCount(); user++) {
            UserId id = snapshot.userId(user);
            SortedSet<ServicePlanId> plans = new TreeSet<>();
            result.effectiveLicenses(id).forEach(license -> plans.addAll(license.enabledPlans()));
            Optional<User> found = Optional.of(snapshot.user(id));
            answers.put(id, found, result.states(id), result.holdings().of(id), List.copyOf(plans));
        }
        result.usage().forEach(usage -> {
            List<UserId> users = result.usersOf(usage.skuId()).toList();
            answers.put(usage.skuId(), usage.consumed(), users, pages(users));
        });
        groups(snapshot).forEach(group -> {
            List<UserId> members = MembersOfAGroup.ids(group, snapshot);
            answers.put(group, MembersOfAGroup.of(group, result), members, members.size());
        });
        for (int user = 0; user < snapshot.userCount(); user++) {
            UserId id = snapshot.userId(user);
            List<GroupId> groups = groups(snapshot)
                    .filter(group -> MembersOfAGroup.ids(group, snapshot).contains(id))
                    .toList();
            answers.put(id, groups, groups.stream());
        }
        answers.put(result.groups(), result.usage());
        return answers;
    }

    /** All pages, with the empty one after the last user. */
    private static List<List<UserId>> pages(List<UserId> users) {
        List<List<UserId>> pages = new ArrayList<>();
        for (int from = 0; from < users.size(); from += PAGE) {
            pages.add(users.subList(from, Math.min(from + PAGE, users.size())));
        }
        pages.add(List.of());
        return pages;
    }

    private void put(UserId user, Object found, Object states, Object holdings, Object plans) {
        byQuestion.put("live user '" + user + "'", found);
        byQuestion.put("live states of user '" + user + "'", states);
        byQuestion.put("live holdings of user '" + user + "'", holdings);
        byQuestion.put("live plans of user '" + user + "'", plans);
    }

    private void put(SkuId sku, long consumed, Object users, Object pages) {
        byQuestion.put("live users of SKU '" + sku + "'", consumed);
        byQuestion.put("live list of the users of SKU '" + sku + "'", users);
        byQuestion.put("live pages of the users of SKU '" + sku + "'", pages);
    }

    private void put(UserId user, List<GroupId> groups, Stream<GroupId> isMemberOf) {
        byQuestion.put("live groups of user '" + user + "'", groups);
        byQuestion.put("live groups that have user '" + user + "' as a member", isMemberOf.toList());
    }

    private void put(GroupId group, Object members, Object ids, int count) {
        byQuestion.put("live members of group '" + group + "'", members);
        byQuestion.put("live ids of the members of group '" + group + "'", ids);
        byQuestion.put("live number of members of group '" + group + "'", count);
    }

    private void put(Object groups, Object usage) {
        byQuestion.put("live summaries of groups", groups);
        byQuestion.put("live usage of SKUs", usage);
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
