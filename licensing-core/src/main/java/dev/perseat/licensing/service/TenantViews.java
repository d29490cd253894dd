package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.ExplainedState;
import dev.perseat.licensing.admin.GroupStatus;
import dev.perseat.licensing.admin.LicenseDetail;
import dev.perseat.licensing.admin.LicenseOverview;
import dev.perseat.licensing.admin.LicensedGroup;
import dev.perseat.licensing.admin.LicensedUser;
import dev.perseat.licensing.admin.MemberErrors;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Page;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.RedundantLicense;
import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an administrator looks at. Used under the lock of the session. */
final class TenantViews {
    private final TenantReplica replica;
    private final Things things;
    private final LiveCalculation live;
    private final Function<OperationId, Operation> operations;

    TenantViews(TenantReplica replica, Function<OperationId, Operation> operations) {
        this.replica = replica;
        this.operations = operations;
        things = replica.things;
        live = replica.live;
    }

    List<LicenseOverview> licenses() {
        return live.usage().stream().map(this::overview).toList();
    }

    private LicenseOverview overview(SkuUsage usage) {
        Subscription subscription = things.subscriptions.get(usage.skuId());
        return new LicenseOverview(
                sku(usage.skuId()).partNumber(), subscription == null ? null : subscription.capabilityStatus(), usage);
    }

    private Sku sku(SkuId id) {
        Sku sku = things.skus.get(id);
        if (sku == null) {
            throw new IllegalArgumentException("there is no SKU '" + id + "' in this tenant");
        }
        return sku;
    }

    private Group group(GroupId id) {
        Group group = things.groups.get(id);
        if (group == null) {
            throw new IllegalArgumentException("there is no group '" + id + "' in this tenant");
        }
        return group;
    }

    LicenseDetail license(SkuId id) {
        sku(id);
        SkuUsage usage = live.usage().stream()
                .filter(it -> it.skuId().equals(id))
                .findFirst()
                .orElseThrow();
        Map<GroupId, GroupSummary> summaries = summaries();
        List<LicensedGroup> groups = new ArrayList<>();
        for (Group group : things.groups.values()) {
            for (License license : group.licenses()) {
                if (license.skuId().equals(id)) {
                    groups.add(new LicensedGroup(
                            group.id(), group.displayName(), license, status(group, summaries.get(group.id()))));
                }
            }
        }
        return new LicenseDetail(overview(usage), groups);
    }

    private Map<GroupId, GroupSummary> summaries() {
        Map<GroupId, GroupSummary> summaries = new TreeMap<>();
        live.groups().forEach(summary -> summaries.put(summary.groupId(), summary));
        return summaries;
    }

    GroupStatus status(GroupId id) {
        Group group = group(id);
        return status(group, group.licenses().isEmpty() ? null : summaries().get(id));
    }

    private GroupStatus status(Group group, @Nullable GroupSummary summary) {
        GroupStatus running = running(group.id());
        if (running != null) {
            return running;
        }
        if (!group.licenses().isEmpty() && !group.isEligible()) {
            return new GroupStatus.NotEligible();
        }
        if (summary == null) {
            return new GroupStatus.AllAssigned(live.members(group.id()).size());
        }
        return summary.errors().isEmpty()
                ? new GroupStatus.AllAssigned(summary.members())
                : new GroupStatus.WithErrors(summary.members(), summary.licensed(), summary.errors());
    }

    /** Returns how far the open steps about a group have come, or null if there is none: the last that has begun counts. */
    private @Nullable GroupStatus running(GroupId id) {
        GroupStatus status = null;
        for (OpenStep step : replica.open.values()) {
            if (id.equals(step.group)) {
                Operation operation = operations.apply(step.operation.id());
                if (operation.status() == OperationStatus.IN_PROGRESS) {
                    status = new GroupStatus.InProgress(operation.id(), operation.progress());
                } else if (operation.status() == OperationStatus.QUEUED
                        && !(status instanceof GroupStatus.InProgress)) {
                    status = new GroupStatus.Queued(operation.id());
                }
            }
        }
        return status;
    }

    Page<LicensedUser> users(SkuId id, PageRequest page) {
        sku(id);
        UserId after = page.after() == null ? null : UserId.of(page.after());
        List<LicensedUser> users = live.usersOf(id, after, page.limit() + 1).stream()
                .map(user -> licensed(user, id))
                .toList();
        return Page.of(users, page.limit(), user -> user.userId().value());
    }

    private LicensedUser licensed(UserId user, SkuId sku) {
        boolean direct = false;
        List<GroupId> groups = new ArrayList<>();
        for (HeldLicense held : live.holdings(user)) {
            if (held.skuId().equals(sku)) {
                direct |= held.source().isDirect();
                held.source().group().ifPresent(groups::add);
            }
        }
        return new LicensedUser(user, direct, groups);
    }

    Page<Group> groups(String piece, PageRequest page) {
        String folded = fold(piece);
        Collection<Group> rest = page.after() == null
                ? things.groups.values()
                : things.groups.tailMap(GroupId.of(page.after()), false).values();
        List<Group> found = rest.stream()
                .filter(group -> group.id().value().equals(piece)
                        || fold(group.displayName()).contains(folded))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), group -> group.id().value());
    }

    private static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    List<ExplainedState> states(UserId user) {
        Sentences sentences = replica.sentences();
        return live.states(user).stream()
                .map(state -> sentences.explain(user, state))
                .toList();
    }

    Page<MemberErrors> errors(GroupId id, PageRequest page) {
        group(id);
        List<MemberErrors> found = live.members(id).stream()
                .filter(member -> !member.errors().isEmpty())
                .map(GroupMember::userId)
                .filter(user -> page.after() == null || user.value().compareTo(page.after()) > 0)
                .limit(page.limit() + 1L)
                .map(user -> errors(user, id))
                .toList();
        return Page.of(found, page.limit(), it -> it.userId().value());
    }

    private MemberErrors errors(UserId user, GroupId group) {
        Sentences sentences = replica.sentences();
        List<ExplainedState> states = live.states(user).stream()
                .filter(state -> state.violation() != null && isFrom(state, group))
                .map(state -> sentences.explain(user, state))
                .toList();
        return new MemberErrors(user, states);
    }

    private static boolean isFrom(LicenseAssignmentState state, GroupId group) {
        return state.source().group().filter(group::equals).isPresent();
    }

    Page<RedundantLicense> redundantLicenses(PageRequest page) {
        List<RedundantLicense> found = new ArrayList<>();
        Collection<UserId> users = page.after() == null
                ? replica.directUsers
                : replica.directUsers.tailSet(UserId.of(page.after()), false);
        for (UserId user : users) {
            if (found.size() >= page.limit()) {
                return new Page<>(found, found.get(found.size() - 1).userId().value());
            }
            found.addAll(Redundancy.of(user, live));
        }
        return new Page<>(found, null);
    }
}
