package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.SeatChange;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What a live calculation comes to, found out the long way: the whole changed tenant is calculated anew each time. */
final class Recalculation implements LiveCalculation {
    private AssignmentResult result;

    Recalculation(AssignmentResult first) {
        this.result = first;
    }

    @Override
    public ChangeEffect apply(List<TenantChange> changes) {
        AssignmentResult changed = changed(changes);
        ChangeEffect effect = effect(changed);
        // The changes were told with the effect; calculated from its own holdings, the same answer has none.
        result = new ReferenceTenant(changed.snapshot()).calculate(changed.holdings());
        return effect;
    }

    @Override
    public ChangeEffect preview(List<TenantChange> changes) {
        return effect(changed(changes));
    }

    /** "A full calculation of the changed tenant from what users held before." */
    private AssignmentResult changed(List<TenantChange> changes) {
        return new ReferenceTenant(result.snapshot().with(changes)).calculate(result.holdings());
    }

    private ChangeEffect effect(AssignmentResult changed) {
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
    private static SkuUsage usage(AssignmentResult result, SkuId sku) {
        return result.snapshot().skuIndex(sku) < 0 ? new SkuUsage(sku, 0, 0, 0, 0, 0) : result.usage(sku);
    }

    @Override
    public List<LicenseAssignmentState> states(UserId user) {
        return result.states(user);
    }

    @Override
    public List<HeldLicense> holdings(UserId user) {
        return result.holdings().of(result.snapshot().user(user).id());
    }

    @Override
    public boolean hasPlan(UserId user, ServicePlanId plan) {
        return result.hasPlan(user, plan);
    }

    @Override
    public long consumed(SkuId sku) {
        return result.usage(sku).consumed();
    }

    @Override
    public AssignmentResult result() {
        return result;
    }
}
