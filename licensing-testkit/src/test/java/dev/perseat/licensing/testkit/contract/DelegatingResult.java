package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.EffectiveLicense;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.stream.Stream;

/** Answers as another result does; subclasses answer one thing wrongly. */
class DelegatingResult implements AssignmentResult {
    final AssignmentResult right;

    DelegatingResult(AssignmentResult right) {
        this.right = right;
    }

    @Override
    public TenantSnapshot snapshot() {
        return right.snapshot();
    }

    @Override
    public List<LicenseAssignmentState> states(UserId user) {
        return right.states(user);
    }

    @Override
    public List<EffectiveLicense> effectiveLicenses(UserId user) {
        return right.effectiveLicenses(user);
    }

    @Override
    public boolean hasPlan(UserId user, ServicePlanId plan) {
        return right.hasPlan(user, plan);
    }

    @Override
    public boolean hasPlan(int user, int plan) {
        return right.hasPlan(user, plan);
    }

    @Override
    public Stream<UserId> usersOf(SkuId sku) {
        return right.usersOf(sku);
    }

    @Override
    public Stream<UserId> usersWithErrors() {
        return right.usersWithErrors();
    }

    @Override
    public List<GroupId> licensedGroups(UserId user) {
        return right.licensedGroups(user);
    }

    @Override
    public List<SkuUsage> usage() {
        return right.usage();
    }

    @Override
    public SkuUsage usage(SkuId sku) {
        return right.usage(sku);
    }

    @Override
    public List<GroupSummary> groups() {
        return right.groups();
    }

    @Override
    public Holdings holdings() {
        return right.holdings();
    }

    @Override
    public Stream<UserChange> changes() {
        return right.changes();
    }
}
