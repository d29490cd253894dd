package dev.perseat.benchmarks.live;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the users, groups and products of a tenant that a change is to be about. By index in the snapshot. */
final class Targets {
    private final TenantSnapshot snapshot;

    /** Of each group the groups it is a member of. */
    private final int[][] parents;

    /** Of each group the SKUs that its members have by it or by a group above. */
    private final BitSet[] skusOf;

    Targets(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        int groups = snapshot.groups().size();
        parents = parents(snapshot);
        skusOf = Stream.generate(BitSet::new).limit(groups).toArray(BitSet[]::new);
        for (int group = 0; group < groups; group++) {
            for (License license : snapshot.groups().get(group).licenses()) {
                int sku = snapshot.skuIndex(license.skuId());
                below(group).stream().forEach(reached -> skusOf[reached].set(sku));
            }
        }
    }

    private static int[][] parents(TenantSnapshot snapshot) {
        int groups = snapshot.groups().size();
        int[][] parents = new int[groups][0];
        for (int group = 0; group < groups; group++) {
            for (int k = 0; k < snapshot.memberGroupCount(group); k++) {
                int child = snapshot.memberGroup(group, k);
                parents[child] = IntStream.concat(IntStream.of(parents[child]), IntStream.of(group))
                        .toArray();
            }
        }
        return parents;
    }

    /** Returns a group and all groups below it. */
    private BitSet below(int group) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        reached.set(group);
        open.add(group);
        while (!open.isEmpty()) {
            int next = open.remove();
            for (int k = 0; k < snapshot.memberGroupCount(next); k++) {
                int child = snapshot.memberGroup(next, k);
                if (!reached.get(child)) {
                    reached.set(child);
                    open.add(child);
                }
            }
        }
        return reached;
    }

    /** Returns the group to which everybody belongs through others, and which is in no group itself. */
    int top() {
        return best(group -> parents[group].length == 0, group -> -snapshot.memberGroupCount(group));
    }

    /** Returns a group below others that brings as many products as any such group, and either no short one or at least one. */
    int nested(boolean ofShort) {
        BitSet shortSkus = shortSkus();
        return best(
                group -> parents[group].length > 0 && skusOf[group].intersects(shortSkus) == ofShort,
                group -> -skusOf[group].cardinality());
    }

    /** Returns a group without member groups and licences that has about as many members. */
    int leafOf(int members) {
        return best(
                group -> snapshot.memberGroupCount(group) == 0
                        && snapshot.groups().get(group).licenses().isEmpty(),
                group -> Math.abs(snapshot.memberUserCount(group) - members));
    }

    /** A group, and one two levels above it. */
    record Path(int group, int above) {}

    /**
     * Returns a group with a licence of its own, and one two levels above that does not have it and reaches about as many
     * memberships: if that becomes a member of the first, a cycle is closed, and brings the licence to all between.
     */
    Path almostCycle(int memberships) {
        int group = best(
                candidate -> snapshot.groups().get(candidate).licenses().size() > 0
                        && !skusOf[candidate].intersects(shortSkus())
                        && above(candidate).isPresent(),
                candidate -> Math.abs(above(candidate)
                        .map(top -> membershipsBelow(top) - memberships)
                        .orElse(0L)));
        return new Path(group, above(group).orElseThrow());
    }

    private Optional<Integer> above(int group) {
        return IntStream.of(parents[group])
                .flatMap(parent -> IntStream.of(parents[parent]))
                .filter(top -> top != group && parents[top].length > 0 && lacks(top, group))
                .boxed()
                .findFirst();
    }

    private boolean lacks(int top, int group) {
        BitSet more = (BitSet) skusOf[group].clone();
        more.andNot(skusOf[top]);
        return !more.isEmpty();
    }

    private long membershipsBelow(int group) {
        return below(group).stream().mapToLong(snapshot::memberUserCount).sum();
    }

    private int best(IntPredicate condition, IntToLongFunction cost) {
        return IntStream.range(0, parents.length)
                .filter(condition)
                .boxed()
                .min(Comparator.comparingLong(cost::applyAsLong))
                .orElseThrow();
    }

    private BitSet shortSkus() {
        BitSet found = new BitSet();
        IntStream.range(0, snapshot.skus().size())
                .filter(sku -> snapshot.subscription(snapshot.skus().get(sku).id())
                                .map(Subscription::prepaidUnits)
                                .map(units -> units.seats())
                                .orElse(0L)
                        < snapshot.userCount())
                .forEach(found::set);
        return found;
    }

    /** Returns a SKU with seats for everybody and without rules, of which the group at the top gives nothing. */
    Sku harmlessSku() {
        BitSet shortSkus = shortSkus();
        return IntStream.range(0, snapshot.skus().size())
                .filter(sku -> !shortSkus.get(sku) && !skusOf[top()].get(sku))
                .mapToObj(snapshot.skus()::get)
                .filter(sku ->
                        sku.servicePlans().stream().map(snapshot::servicePlan).allMatch(Targets::isHarmless))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isHarmless(ServicePlan plan) {
        return Stream.of(plan.requires(), plan.conflictsWith(), plan.prohibitedLocations())
                .allMatch(Collection::isEmpty);
    }

    /** Returns a plan without rules that a SKU does not have. */
    ServicePlanId planForeignTo(Sku sku) {
        return snapshot.servicePlans().stream()
                .filter(Targets::isHarmless)
                .map(ServicePlan::id)
                .filter(plan -> !sku.servicePlans().contains(plan))
                .findFirst()
                .orElseThrow();
    }

    /** Returns users without a pattern who are not direct members of a group, at most so many. */
    int[] strangersOf(int group, int count) {
        Set<Integer> members = new HashSet<>();
        for (int k = 0; k < snapshot.memberUserCount(group); k++) {
            members.add(snapshot.memberUser(group, k));
        }
        return users(user -> !members.contains(user), count);
    }

    /** Returns users without a pattern that fulfil a condition, at most so many. */
    int[] users(IntPredicate condition, int count) {
        return new SplittableRandom(count)
                .ints(8L * count, 0, snapshot.userCount())
                .distinct()
                .filter(condition)
                .limit(count)
                .toArray();
    }
}
