package dev.perseat.benchmarks.peer;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.EffectiveLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;

/** The library, in one thread: it compiles the snapshot and decides, with the reasons of everything at hand. */
public final class PerseatPeer implements Peer {
    private final AssignmentCalculator calculator;
    private final TenantSnapshot snapshot;
    private final Holdings holdings;

    /** Makes a peer for a tenant and what its users hold. */
    public PerseatPeer(TenantSnapshot snapshot, Holdings holdings) {
        this(DenseAssignmentCalculator.create(), snapshot, holdings);
    }

    /** Makes a peer with any calculator: to hold another one, such as the reference, against the rest. */
    public PerseatPeer(AssignmentCalculator calculator, TenantSnapshot snapshot, Holdings holdings) {
        this.calculator = calculator;
        this.snapshot = snapshot;
        this.holdings = holdings;
    }

    @Override
    public Answers calculate() {
        AssignmentResult result = calculator.calculate(snapshot, holdings);
        return () -> checksum(result);
    }

    private long checksum(AssignmentResult result) {
        Checksum checksum = new Checksum();
        for (int index = 0; index < snapshot.userCount(); index++) {
            UserId user = snapshot.userId(index);
            for (EffectiveLicense license : result.effectiveLicenses(user)) {
                checksum.addLicense(
                        user.value(),
                        license.skuId().value(),
                        license.enabledPlans().stream()
                                .map(ServicePlanId::value)
                                .toList());
            }
        }
        result.usage().forEach(usage -> checksum.addConsumed(usage.skuId().value(), usage.consumed()));
        return checksum.value();
    }
}
