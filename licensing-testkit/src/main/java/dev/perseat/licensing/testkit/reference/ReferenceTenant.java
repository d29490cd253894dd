package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/** A tenant of which nothing is worked out beforehand: each calculation and each question begins with the snapshot. */
record ReferenceTenant(TenantSnapshot snapshot) implements CompiledTenant {
    @Override
    public ReferenceResult calculate(Holdings holdings) {
        Calculation calculation = new Calculation(snapshot, holdings);
        calculation.release();
        calculation.reconcile();
        return calculation.result(holdings);
    }

    @Override
    public LiveCalculation live(Holdings holdings) {
        return new Recalculation(calculate(holdings));
    }

    @Override
    public List<UserId> memberIds(GroupId group) {
        return List.copyOf(new Members(snapshot).of(group));
    }

    @Override
    public int[] memberIndexes(int group) {
        return memberIds(groupId(group)).stream().mapToInt(snapshot::userIndex).toArray();
    }

    @Override
    public int memberCount(GroupId group) {
        return memberIds(group).size();
    }

    @Override
    public int memberCount(int group) {
        return memberCount(groupId(group));
    }

    @Override
    public List<GroupId> groupsOf(UserId user) {
        return new Members(snapshot).groupsOf(user);
    }

    @Override
    public int[] groupIndexes(int user) {
        return groupsOf(snapshot.userId(user)).stream()
                .mapToInt(snapshot::groupIndex)
                .toArray();
    }

    @Override
    public boolean isMember(UserId user, GroupId group) {
        return new Members(snapshot).isMember(user, group);
    }

    @Override
    public boolean isMember(int user, int group) {
        return isMember(snapshot.userId(user), groupId(group));
    }

    private GroupId groupId(int group) {
        return snapshot.groups().get(group).id();
    }
}
