package dev.perseat.benchmarks.union;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The finished answers of the floor: of each user a node, of each node its grants as bits. */
public final class FloorAnswers extends DenseAnswers {
    private final UnionTenant tenant;
    private final PlanGrants planGrants;
    private final int[] nodeOfUser;
    private final FloorPeer.Part[] parts;

    FloorAnswers(UnionTenant tenant, PlanGrants planGrants, int[] nodeOfUser, FloorPeer.Part[] parts) {
        super(tenant);
        this.tenant = tenant;
        this.planGrants = planGrants;
        this.nodeOfUser = nodeOfUser;
        this.parts = parts;
    }

    /** Returns whether a user has a plan, both by their index in the snapshot. */
    public boolean hasPlan(int user, int plan) {
        return planGrants.hasPlan(rowsOf(user), nodeOfUser[user], plan);
    }

    private long[] rowsOf(int user) {
        int part = 0;
        while (user >= parts[part].to) {
            part++;
        }
        return parts[part].rows();
    }

    @Override
    boolean hasSku(int user, int sku) {
        return grants(user, sku).findAny().isPresent();
    }

    @Override
    long plans(int user, int sku) {
        return grants(user, sku)
                .mapToLong(grant -> tenant.grants.get(grant).plans())
                .reduce(0, (a, b) -> a | b);
    }

    private IntStream grants(int user, int sku) {
        long[] rows = rowsOf(user);
        return tenant.grantsOfSku(sku).filter(grant -> planGrants.hasGrant(rows, nodeOfUser[user], grant));
    }

    @Override
    long consumed(int sku) {
        return Arrays.stream(parts)
                .flatMapToLong(part -> LongStream.of(part.consumed[sku]))
                .sum();
    }
}
