package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The half of a live calculation that only looks. */
abstract class Looking implements LiveCalculation {
    /**
     * Returns whom to ask.
     *
     * @throws IllegalStateException if nothing may be asked now
     */
    abstract LiveQuestions questions();

    @Override
    public final Optional<User> user(UserId user) {
        return questions().user(user);
    }

    @Override
    public final List<LicenseAssignmentState> states(UserId user) {
        return questions().states(user);
    }

    @Override
    public final List<HeldLicense> holdings(UserId user) {
        return questions().holdings(user);
    }

    @Override
    public final boolean hasPlan(UserId user, ServicePlanId plan) {
        return questions().hasPlan(user, plan);
    }

    @Override
    public final long consumed(SkuId sku) {
        return questions().consumed(sku);
    }

    @Override
    public final List<UserId> memberIds(GroupId group) {
        return questions().memberIds(group);
    }

    @Override
    public final int memberCount(GroupId group) {
        return questions().memberCount(group);
    }

    @Override
    public final List<GroupId> groupsOf(UserId user) {
        return questions().groupsOf(user);
    }

    @Override
    public final boolean isMember(UserId user, GroupId group) {
        return questions().isMember(user, group);
    }

    @Override
    public final List<GroupMember> members(GroupId group) {
        return questions().members(group);
    }

    @Override
    public final List<GroupSummary> groups() {
        return questions().groups();
    }

    @Override
    public final List<SkuUsage> usage() {
        return questions().usage();
    }

    @Override
    public final List<UserId> usersOf(SkuId sku, @Nullable UserId after, int limit) {
        return questions().usersOf(sku, after, limit);
    }
}
