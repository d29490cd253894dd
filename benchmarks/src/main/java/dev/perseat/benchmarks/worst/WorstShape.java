package dev.perseat.benchmarks.worst;

import dev.perseat.benchmarks.tenant.Day;
import dev.perseat.benchmarks.tenant.GeneratedTenant;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.TenantSize;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Directories that nobody should be able to take the library down with. */
public enum WorstShape {
    /** 100,000 groups, each in the one before; ten of them have a licence, and each has a user. */
    CHAIN(100_000, 100_000, draft -> {
        chain(draft.licensed(group -> group % every(draft, 10) == 0));
        membershipsOfEach(draft, 1);
    }),
    /** 2,000 groups, each in all before it; one of twenty has a licence. */
    COMPLETE_DAG(100_000, 2_000, draft -> {
        draft.licensed(group -> group % 20 == 0);
        for (int group = 0; group < draft.groups; group++) {
            for (int member = group + 1; member < draft.groups; member++) {
                draft.nest(group, member);
            }
        }
        membershipsOfEach(draft, 5);
    }),
    /** One cycle of 50,000 groups, of which 500 have a licence. */
    CYCLE(100_000, 50_000, draft -> {
        chain(draft.licensed(group -> group % every(draft, 500) == 0));
        draft.nest(draft.groups - 1, 0);
        membershipsOfEach(draft, 2);
    }),
    /** A million users each in five of a thousand licensed groups: hardly two alike, so nothing can be shared. */
    DIFFERENT_SETS(1_000_000, 1_000, draft -> membershipsOfEach(draft.licensed(group -> true), 5)),
    /** One user in all of 50,000 licensed groups, and the others in one each. */
    ONE_USER_EVERYWHERE(100_000, 50_000, draft -> {
        draft.licensed(group -> true);
        for (int group = 0; group < draft.groups; group++) {
            draft.join(group, 0);
        }
        membershipsOfEach(draft, 1);
    }),
    /** 1,000 SKUs of 90 plans, each given by one group. */
    WIDE_PRODUCTS(100_000, 1_000, 1_000, 90, draft -> membershipsOfEach(draft.licensed(group -> true), 5)),
    /** A licence on each of 50,000 groups, ten in each group above. */
    LICENSED_GROUPS(200_000, 50_000, draft -> {
        draft.licensed(group -> true);
        for (int group = 1; group < draft.groups; group++) {
            draft.nest((group - 1) / 10, group);
        }
        membershipsOfEach(draft, 5);
    }),
    /** A licence on each of 10,000 groups, each in the one before, and each with a user: 50 million requests in all. */
    LICENSED_CHAIN(10_000, 10_000, draft -> {
        chain(draft.licensed(group -> true));
        membershipsOfEach(draft, 1);
    });

    private final int users;
    private final int groups;
    private final int skus;
    private final int plansOfEach;
    private final Consumer<Draft> drawing;

    WorstShape(int users, int groups, Consumer<Draft> drawing) {
        this(users, groups, 60, 30, drawing); // as in the friendly shapes
    }

    WorstShape(int users, int groups, int skus, int plansOfEach, Consumer<Draft> drawing) {
        this.users = users;
        this.groups = groups;
        this.skus = skus;
        this.plansOfEach = plansOfEach;
        this.drawing = drawing;
    }

    /** Returns the tenant, with so many times fewer users and groups. */
    TenantSnapshot snapshot(int smaller) {
        Draft draft = new Draft(users / smaller, groups / smaller, skus, plansOfEach);
        drawing.accept(draft);
        return draft.snapshot();
    }

    /** Returns a tenant with as many users and groups, of the shape that real ones have. */
    TenantSnapshot friendly(int smaller) {
        TenantSize size = new TenantSize(users / smaller, groups / smaller, Math.max(groups / smaller / 40, 10));
        return new GeneratedTenant(size, Load.PLENTY, Day.TODAY).snapshotWithPlenty();
    }

    /** Returns the step at which a number of groups are chosen evenly. */
    private static int every(Draft draft, int chosen) {
        return Math.max(draft.groups / chosen, 1);
    }

    private static void chain(Draft draft) {
        for (int group = 1; group < draft.groups; group++) {
            draft.nest(group - 1, group);
        }
    }

    private static void membershipsOfEach(Draft draft, int count) {
        SplittableRandom random = new SplittableRandom(draft.groups);
        for (int user = 0; user < draft.users; user++) {
            draft.join(user % draft.groups, user);
            for (int k = 1; k < count; k++) {
                draft.join(random.nextInt(draft.groups), user);
            }
        }
    }
}
