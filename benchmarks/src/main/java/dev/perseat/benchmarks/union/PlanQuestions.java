package dev.perseat.benchmarks.union;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Pairs of a user and a plan, drawn from a seed, by index in the snapshot and by id: which plan does not follow from
 * which user, so most answers are no.
 */
public final class PlanQuestions {
    /** How many questions there are: a power of two, more than a cache holds. */
    public static final int COUNT = 1 << 18;

    final TenantSnapshot snapshot;
    final int[] users;
    final int[] plans;
    final UserId[] userIds;
    final ServicePlanId[] planIds;

    /** Draws the questions about a tenant. */
    public PlanQuestions(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        SplittableRandom random = new SplittableRandom(20_261_101);
        users = random.ints(COUNT, 0, snapshot.userCount()).toArray();
        plans = random.ints(COUNT, 0, snapshot.servicePlans().size()).toArray();
        userIds = IntStream.of(users).mapToObj(snapshot::userId).toArray(UserId[]::new);
        planIds = IntStream.of(plans)
                .mapToObj(plan -> snapshot.servicePlans().get(plan).id())
                .toArray(ServicePlanId[]::new);
    }
}
