package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.SeatChange;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a live calculation comes to, found out the long way: the whole changed tenant is calculated anew each time. */
final class Recalculation implements LiveCalculation {
    private ReferenceResult result;
    private Use use = Use.FREE;

    Recalculation(ReferenceResult first) {
        this.result = first;
    }

    /** What may be done with it, because of the question of a preview. */
    private enum Use {
        /** No question is being asked. */
        FREE,
        /** "That calculation refuses to apply, preview, check and give a result." */
        LOOKING,
        /** "This one refuses everything", and later "the one given" does. */
        NOTHING
    }

    private void requireFree() {
        if (use != Use.FREE) {
            throw new IllegalStateException("the question of a preview is being asked");
        }
    }

    /** Returns what may be looked at. */
    private ReferenceResult looked() {
        if (use == Use.NOTHING) {
            throw new IllegalStateException("the question of a preview is being asked of another, or is answered");
        }
        return result;
    }

    @Override
    public ChangeEffect apply(List<TenantChange> changes) {
        requireFree();
        ReferenceResult changed = changed(changes);
        ChangeEffect effect = effect(changed);
        // The changes were told with the effect; calculated from its own holdings, the same answer has none.
        result = new ReferenceTenant(changed.snapshot()).calculate(changed.holdings());
        return effect;
    }

    @Override
    public ChangeEffect preview(List<TenantChange> changes) {
        requireFree();
        return effect(changed(changes));
    }

    @Override
    public <T extends @Nullable Object> T preview(
            List<TenantChange> changes,
            BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question) {
        requireFree();
        Objects.requireNonNull(question, "question");
        ReferenceResult changed = changed(changes);
        Recalculation then = new Recalculation(changed);
        then.use = Use.LOOKING;
        use = Use.NOTHING;
        try {
            return question.apply(effect(changed), then);
        } finally {
            then.use = Use.NOTHING;
            use = Use.FREE;
        }
    }

    @Override
    public void check(List<TenantChange> changes) {
        requireFree();
        result.snapshot().with(changes);
    }

    /** "A full calculation of the changed tenant from what users held before." */
    private ReferenceResult changed(List<TenantChange> changes) {
        return new ReferenceTenant(result.snapshot().with(changes)).calculate(result.holdings());
    }

    private ChangeEffect effect(ReferenceResult changed) {
        NavigableSet<SkuId> skus = new TreeSet<>();
        result.snapshot().skus().stream().map(Sku::id).forEach(skus::add);
        changed.snapshot().skus().stream().map(Sku::id).forEach(skus::add);
        List<SeatChange> seats = new ArrayList<>();
        for (SkuId sku : skus) {
            SkuUsage before = usage(result, sku);
            SkuUsage after = usage(changed, sku);
            if (before.seats() != after.seats() || before.consumed() != after.consumed()) {
                seats.add(new SeatChange(sku, before.seats(), before.consumed(), after.seats(), after.consumed()));
            }
        }
        return new ChangeEffect(changed.changes().toList(), seats);
    }

    /** "A SKU that was not there before, or is not there afterwards, has 0 seats then." */
    private static SkuUsage usage(ReferenceResult result, SkuId sku) {
        return result.snapshot().skuIndex(sku) < 0 ? new SkuUsage(sku, 0, 0, 0, 0, 0) : result.usage(sku);
    }

    @Override
    public Optional<User> user(UserId user) {
        TenantSnapshot snapshot = looked().snapshot();
        return snapshot.userIndex(user) < 0 ? Optional.empty() : Optional.of(snapshot.user(user));
    }

    @Override
    public List<LicenseAssignmentState> states(UserId user) {
        return looked().states(user);
    }

    @Override
    public List<HeldLicense> holdings(UserId user) {
        return looked().holdings().of(looked().snapshot().user(user).id());
    }

    @Override
    public boolean hasPlan(UserId user, ServicePlanId plan) {
        return looked().hasPlan(user, plan);
    }

    @Override
    public long consumed(SkuId sku) {
        return looked().usage(sku).consumed();
    }

    @Override
    public List<UserId> memberIds(GroupId group) {
        return List.copyOf(looked().members().of(group));
    }

    @Override
    public int memberCount(GroupId group) {
        return looked().members().of(group).size();
    }

    @Override
    public List<GroupId> groupsOf(UserId user) {
        return looked().members().groupsOf(user);
    }

    @Override
    public boolean isMember(UserId user, GroupId group) {
        return looked().members().isMember(user, group);
    }

    @Override
    public List<GroupMember> members(GroupId group) {
        return looked().members(group);
    }

    @Override
    public List<GroupSummary> groups() {
        return looked().groups();
    }

    @Override
    public List<SkuUsage> usage() {
        return looked().usage();
    }

    @Override
    public List<UserId> usersOf(SkuId sku, @Nullable UserId after, int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit " + limit + " is negative");
        }
        return looked().usersOf(sku)
                .filter(user -> after == null || user.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public AssignmentResult result() {
        requireFree();
        return result;
    }
}
