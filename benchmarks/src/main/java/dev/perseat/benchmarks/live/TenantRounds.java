package dev.perseat.benchmarks.live;

import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Rounds in the tenant of a shape under {@link Load#SCARCE}, where all rules have something to say. */
final class TenantRounds {
    private static final int USERS = 1 << 12;
    private static final UsageLocation FROM = UsageLocation.of("NO");
    private static final UsageLocation TO = UsageLocation.of("CN");

    private final TenantSnapshot snapshot;
    private final Targets targets;

    TenantRounds(TenantShape shape) {
        snapshot = Scenario.fromScratch(shape, Load.SCARCE).snapshot();
        targets = new Targets(snapshot);
    }

    Rounds joins(boolean ofShort) {
        int group = targets.nested(ofShort);
        return forEach(targets.strangersOf(group, USERS), user -> {
            Membership membership = Membership.of(groupId(group), snapshot.userId(user));
            return Rounds.round(
                    List.of(new TenantChange.MembershipAdded(membership)),
                    List.of(new TenantChange.MembershipRemoved(membership)));
        });
    }

    /** A round for each of several users. */
    private Rounds forEach(int[] users, IntFunction<List<List<TenantChange>>> round) {
        return new Rounds(snapshot, IntStream.of(users).mapToObj(round).toList());
    }

    private GroupId groupId(int group) {
        return snapshot.groups().get(group).id();
    }

    Rounds licenseOf(int members) {
        return license(targets.leafOf(members));
    }

    Rounds licenseOfAll() {
        return license(targets.top());
    }

    private Rounds license(int index) {
        Group group = snapshot.groups().get(index);
        List<License> more = new ArrayList<>(group.licenses());
        more.add(License.of(targets.harmlessSku().id()));
        return backAndForth(new TenantChange.GroupSet(group.withLicenses(more)), new TenantChange.GroupSet(group));
    }

    private Rounds backAndForth(TenantChange change, TenantChange inverse) {
        return new Rounds(snapshot, List.of(Rounds.round(List.of(change), List.of(inverse))));
    }

    Rounds locations() {
        int[] users = targets.users(user -> FROM.equals(snapshot.usageLocation(user)), USERS);
        return forEach(users, index -> {
            User user = snapshot.users().get(index);
            return Rounds.round(
                    List.of(new TenantChange.UserSet(
                            user.toBuilder().usageLocation(TO).build())),
                    List.of(new TenantChange.UserSet(user)));
        });
    }

    Rounds plans() {
        Sku sku = targets.harmlessSku();
        TreeSet<ServicePlanId> plans = new TreeSet<>();
        plans.addAll(sku.servicePlans());
        plans.add(targets.planForeignTo(sku));
        return backAndForth(
                new TenantChange.SkuSet(new Sku(sku.id(), sku.partNumber(), sku.appliesTo(), plans)),
                new TenantChange.SkuSet(sku));
    }

    Rounds cycle() {
        Targets.Path path = targets.almostCycle(1000);
        Membership edge = Membership.of(groupId(path.group()), groupId(path.above()));
        return backAndForth(new TenantChange.MembershipAdded(edge), new TenantChange.MembershipRemoved(edge));
    }
}
