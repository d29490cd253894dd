package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Goes on as another live calculation does; subclasses do one thing wrongly. */
class DelegatingLive implements LiveCalculation {
    LiveCalculation right;

    DelegatingLive(LiveCalculation right) {
        this.right = right;
    }

    final TenantSnapshot snapshot() {
        return right.result().snapshot();
    }

    /** What becomes of changes before they are applied or previewed. */
    List<TenantChange> altered(List<TenantChange> changes) {
        return changes;
    }

    /** What becomes of an effect before it is told. */
    ChangeEffect altered(ChangeEffect effect) {
        return effect;
    }

    @Override
    public ChangeEffect apply(List<TenantChange> changes) {
        return altered(right.apply(altered(changes)));
    }

    @Override
    public ChangeEffect preview(List<TenantChange> changes) {
        return altered(right.preview(altered(changes)));
    }

    @Override
    public <T extends @Nullable Object> T preview(
            List<TenantChange> changes,
            BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question) {
        return right.preview(altered(changes), (effect, then) -> question.apply(altered(effect), then));
    }

    @Override
    public void check(List<TenantChange> changes) {
        right.check(altered(changes));
    }

    @Override
    public Optional<User> user(UserId user) {
        return right.user(user);
    }

    @Override
    public List<LicenseAssignmentState> states(UserId user) {
        return right.states(user);
    }

    @Override
    public List<HeldLicense> holdings(UserId user) {
        return right.holdings(user);
    }

    @Override
    public boolean hasPlan(UserId user, ServicePlanId plan) {
        return right.hasPlan(user, plan);
    }

    @Override
    public long consumed(SkuId sku) {
        return right.consumed(sku);
    }

    @Override
    public List<UserId> memberIds(GroupId group) {
        return right.memberIds(group);
    }

    @Override
    public int memberCount(GroupId group) {
        return right.memberCount(group);
    }

    @Override
    public List<GroupId> groupsOf(UserId user) {
        return right.groupsOf(user);
    }

    @Override
    public boolean isMember(UserId user, GroupId group) {
        return right.isMember(user, group);
    }

    @Override
    public List<GroupMember> members(GroupId group) {
        return right.members(group);
    }

    @Override
    public List<GroupSummary> groups() {
        return right.groups();
    }

    @Override
    public List<SkuUsage> usage() {
        return right.usage();
    }

    @Override
    public List<UserId> usersOf(SkuId sku, @Nullable UserId after, int limit) {
        return right.usersOf(sku, after, limit);
    }

    @Override
    public AssignmentResult result() {
        return right.result();
    }
}
