package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a live tenant can be asked as it is at the moment, also in the middle of a preview; asking changes nothing of it. */
final class LiveQuestions {
    private final LiveTenant tenant;
    private final Ledger ledger;
    private final HeldLists heldLists;
    private final Parallel parallel;
    private final StateView states;
    private final Settler settler;
    private final GroupErrors groupErrors;

    LiveQuestions(LiveTenant tenant, HeldLists heldLists, Parallel parallel) {
        this.tenant = tenant;
        this.heldLists = heldLists;
        this.parallel = parallel;
        ledger = tenant.ledger;
        states = new StateView(ledger, tenant.seats, tenant, tenant.addresses);
        settler = new Settler(ledger, Settler.FailureListener.NONE);
        groupErrors = new GroupErrors(ledger);
    }

    private static int existing(int number, String kind, Object id) {
        if (number < 0) {
            throw new IllegalArgumentException("there is no " + kind + " '" + id + "' in this tenant");
        }
        return number;
    }

    /** Returns the number of a user who is there, or -1. */
    private int number(UserId user) {
        int number = tenant.roster.number(user);
        return number >= 0 && tenant.roster.isPresent(number) ? number : -1;
    }

    private int existing(UserId user) {
        return existing(number(user), "user", user);
    }

    private int existing(SkuId sku) {
        return existing(tenant.snapshot.skuIndex(sku), "SKU", sku);
    }

    Optional<User> user(UserId user) {
        int number = number(user);
        return number < 0 ? Optional.empty() : Optional.of(tenant.roster.user(number));
    }

    List<LicenseAssignmentState> states(UserId user) {
        return states.states(existing(user));
    }

    List<HeldLicense> holdings(UserId user) {
        return heldLists.of(tenant.holdingOf(existing(user)));
    }

    boolean hasPlan(UserId user, ServicePlanId plan) {
        int holding = tenant.holdingOf(existing(user));
        int index = existing(tenant.snapshot.servicePlanIndex(plan), "service plan", plan);
        return ledger.holdingSets.hasPlan(holding, index, tenant.seats.usable);
    }

    long consumed(SkuId sku) {
        return tenant.seats.taken[existing(sku)];
    }

    private int existing(GroupId group) {
        int number = ledger.sources.groupNumber(group);
        return existing(number >= 0 && tenant.groups.group(number) != null ? number : -1, "group", group);
    }

    private MemberUnion union(int group) {
        int[] below = tenant.groups.below(group);
        long memberships = 0;
        for (int each : below) {
            memberships += tenant.members.count(each);
        }
        MemberUnion union = new MemberUnion(tenant.roster.end(), memberships);
        for (int each : below) {
            tenant.members.forEachUser(each, union::add);
        }
        return union;
    }

    List<UserId> memberIds(GroupId group) {
        int[] users = tenant.roster.inOrder(union(existing(group)).ascending());
        return Arrays.stream(users).mapToObj(tenant.roster::id).toList();
    }

    int memberCount(GroupId id) {
        int group = existing(id);
        boolean alone = tenant.groups.children(group).length == 0;
        return alone ? tenant.members.count(group) : union(group).count();
    }

    List<GroupId> groupsOf(UserId user) {
        int[] groups =
                tenant.groups.above(tenant.members.groupsOf(existing(user))).ascending();
        return Arrays.stream(groups).mapToObj(ledger.sources::groupId).sorted().toList();
    }

    boolean isMember(UserId user, GroupId id) {
        int[] direct = tenant.members.groupsOf(existing(user));
        int group = existing(id);
        return Arrays.binarySearch(direct, group) >= 0 || tenant.groups.isAbove(group, direct);
    }

    List<GroupMember> members(GroupId id) {
        int group = existing(id);
        int[] users = tenant.roster.inOrder(union(group).ascending());
        Map<Integer, Set<Kind>> kindsOf = new HashMap<>();
        List<GroupMember> members = new ArrayList<>(users.length);
        for (int user : users) {
            Set<Kind> kinds = kindsOf.computeIfAbsent(tenant.walk.profileOf[user], profile -> kinds(profile, group));
            members.add(new GroupMember(tenant.roster.id(user), kinds));
        }
        return List.copyOf(members);
    }

    private Set<Kind> kinds(int profile, int group) {
        if (tenant.transitions.isContented(profile)) {
            return Set.of();
        }
        settler.settle(profile, tenant.seats.free);
        return groupErrors.kinds(profile, Verdict.of(settler), group);
    }

    private Summaries summaries() {
        long[] usersOf = new long[ledger.profileEnd()];
        for (int profile : tenant.walk.profileOf) {
            usersOf[profile]++;
        }
        Verdicts verdicts = Verdicts.of(ledger, usersOf, tenant.seats, tenant.transitions, parallel);
        return new Summaries(ledger, tenant.seats, usersOf, verdicts);
    }

    List<GroupSummary> groups() {
        Summaries summaries = summaries();
        return IntStream.range(0, ledger.sources.groupCount())
                .filter(group -> tenant.groups.grantOf(group) != Bundles.NO_GRANT)
                .boxed()
                .sorted(Comparator.comparing(group -> ledger.sources.place(Sources.ofGroup(group))))
                .map(group -> summary(group, summaries))
                .toList();
    }

    private GroupSummary summary(int number, Summaries summaries) {
        Group group = Objects.requireNonNull(tenant.groups.group(number), "a group that is gone gives nothing");
        return summaries.group(number, group, tenant.groups.grantOf(number));
    }

    List<SkuUsage> usage() {
        Summaries summaries = summaries();
        return IntStream.range(0, ledger.catalog.skuCount)
                .mapToObj(summaries::usage)
                .toList();
    }

    List<UserId> usersOf(SkuId id, @Nullable UserId after, int limit) {
        int sku = existing(id);
        if (limit < 0) {
            throw new IllegalArgumentException("limit " + limit + " is negative");
        }
        Roster roster = tenant.roster;
        int first = after == null ? 0 : roster.placeFor(after);
        IntBuffer found = new IntBuffer();
        for (int user = first; user < roster.firstLate() && found.size < limit; user++) {
            if (holds(user, sku) && !roster.id(user).equals(after)) {
                found.add(user);
            }
        }
        roster.firstLate(limit, user -> holds(user, sku) && isAfter(user, after))
                .forEach(found::add);
        return Arrays.stream(roster.inOrder(found.toArray()))
                .limit(limit)
                .mapToObj(roster::id)
                .toList();
    }

    private boolean holds(int user, int sku) {
        int skus = ledger.holdingSets.skuSet(tenant.holdingOf(user));
        return ledger.holdingSets.skuSets().contains(skus, sku);
    }

    private boolean isAfter(int user, @Nullable UserId after) {
        return after == null || tenant.roster.id(user).compareTo(after) > 0;
    }
}
