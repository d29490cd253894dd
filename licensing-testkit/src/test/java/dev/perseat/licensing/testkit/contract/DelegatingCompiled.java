package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/** A compiled tenant like another one; subclasses do one thing wrongly. */
public class DelegatingCompiled implements CompiledTenant {
    protected final CompiledTenant right;

    protected DelegatingCompiled(CompiledTenant right) {
        this.right = right;
    }

    @Override
    public TenantSnapshot snapshot() {
        return right.snapshot();
    }

    @Override
    public AssignmentResult calculate(Holdings holdings) {
        return right.calculate(holdings);
    }

    @Override
    public LiveCalculation live(Holdings holdings) {
        return right.live(holdings);
    }

    @Override
    public List<UserId> memberIds(GroupId group) {
        return right.memberIds(group);
    }

    @Override
    public int[] memberIndexes(int group) {
        return right.memberIndexes(group);
    }

    @Override
    public int memberCount(GroupId group) {
        return right.memberCount(group);
    }

    @Override
    public int memberCount(int group) {
        return right.memberCount(group);
    }

    @Override
    public List<GroupId> groupsOf(UserId user) {
        return right.groupsOf(user);
    }

    @Override
    public int[] groupIndexes(int user) {
        return right.groupIndexes(user);
    }

    @Override
    public boolean isMember(UserId user, GroupId group) {
        return right.isMember(user, group);
    }

    @Override
    public boolean isMember(int user, int group) {
        return right.isMember(user, group);
    }
}
