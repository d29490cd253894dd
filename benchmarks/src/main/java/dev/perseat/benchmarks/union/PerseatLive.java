package dev.perseat.benchmarks.union;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;

/** The live calculation of the library, which tells each change of what a user holds, with all rules on. */
final class PerseatLive implements JoinPeer {
    private final TenantSnapshot snapshot;
    private final LiveCalculation live;

    PerseatLive(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        live = DenseAssignmentCalculator.create().compile(snapshot).live(Holdings.empty());
    }

    @Override
    public void join(int user, int group) {
        live.apply(new TenantChange.MembershipAdded(membership(user, group)));
    }

    @Override
    public void leave(int user, int group) {
        live.apply(new TenantChange.MembershipRemoved(membership(user, group)));
    }

    private Membership membership(int user, int group) {
        return Membership.of(snapshot.groups().get(group).id(), snapshot.userId(user));
    }

    @Override
    public long consumed(int sku) {
        return live.consumed(snapshot.skus().get(sku).id());
    }
}
