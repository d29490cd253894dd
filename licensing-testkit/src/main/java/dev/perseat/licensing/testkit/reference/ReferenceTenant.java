package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantSnapshot;

/** A tenant of which nothing is worked out beforehand: each calculation begins with the snapshot. */
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
}
