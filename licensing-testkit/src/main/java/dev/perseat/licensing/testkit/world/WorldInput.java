package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a calculator is given, in the order in which it was said. It may be bad input, which {@link #snapshot()} refuses.
 *
 * @param problems what the model itself does not let in (bad countries, negative units), found while reading
 */
record WorldInput(
        Tenant tenant,
        LicensingPolicy policy,
        List<ServicePlan> plans,
        List<Sku> skus,
        List<Subscription> subscriptions,
        List<User> users,
        List<Group> groups,
        List<Membership> memberships,
        Holdings holdings,
        List<TenantProblem> problems) {
    WorldInput {
        plans = List.copyOf(plans);
        skus = List.copyOf(skus);
        subscriptions = List.copyOf(subscriptions);
        users = List.copyOf(users);
        groups = List.copyOf(groups);
        memberships = List.copyOf(memberships);
        problems = List.copyOf(problems);
    }

    static WorldInput from(TenantSnapshot snapshot, Holdings holdings) {
        return new WorldInput(
                snapshot.tenant(),
                snapshot.policy(),
                snapshot.servicePlans(),
                snapshot.skus(),
                snapshot.skus().stream()
                        .map(Sku::id)
                        .map(snapshot::subscription)
                        .flatMap(Optional::stream)
                        .toList(),
                snapshot.users(),
                snapshot.groups(),
                memberships(snapshot).toList(),
                holdings,
                List.of());
    }

    /** Who is a direct member of what, by group. */
    static Stream<Membership> memberships(TenantSnapshot snapshot) {
        return snapshot.groups().stream().flatMap(group -> memberships(snapshot, group));
    }

    private static Stream<Membership> memberships(TenantSnapshot snapshot, Group group) {
        return Stream.concat(
                snapshot.memberUsers(group.id()).stream().map(user -> Membership.of(group.id(), user)),
                snapshot.memberGroups(group.id()).stream().map(member -> Membership.of(group.id(), member)));
    }

    TenantSnapshot snapshot() {
        TenantSnapshot.Builder builder = TenantSnapshot.builder(tenant).policy(policy);
        plans.forEach(builder::servicePlan);
        skus.forEach(builder::sku);
        subscriptions.forEach(builder::subscription);
        users.forEach(builder::user);
        groups.forEach(builder::group);
        memberships.forEach(membership -> add(builder, membership));
        problems.forEach(builder::problem);
        return builder.build();
    }

    private static void add(TenantSnapshot.Builder builder, Membership membership) {
        if (membership instanceof Membership.OfUser user) {
            builder.member(user.groupId(), user.member());
        } else if (membership instanceof Membership.OfGroup group) {
            builder.member(group.groupId(), group.member());
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(InputSentences.tenant(tenant));
        InputSentences.policy(policy).ifPresent(lines::add);
        plans.stream().map(InputSentences::plan).forEach(lines::add);
        skus.stream().map(InputSentences::sku).forEach(lines::add);
        subscriptions.stream().map(InputSentences::subscription).forEach(lines::add);
        users.stream().map(InputSentences::user).forEach(lines::add);
        groups.stream().map(InputSentences::group).forEach(lines::add);
        memberships.stream().map(InputSentences::membership).forEach(lines::add);
        holdings.forEach((user, held) -> held.forEach(license -> lines.add(InputSentences.held(user, license))));
        return lines;
    }
}
