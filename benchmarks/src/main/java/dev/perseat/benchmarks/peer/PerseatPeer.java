package dev.perseat.benchmarks.peer;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.EffectiveLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The library, with all rules on, and the reasons of everything at hand in the end. */
public final class PerseatPeer implements Peer {
    private static final int PIECE = 10_000;

    private final Supplier<AssignmentResult> calculation;

    private PerseatPeer(Supplier<AssignmentResult> calculation) {
        this.calculation = calculation;
    }

    /** Returns a peer whose tenant is compiled beforehand, as data of the others is loaded beforehand. */
    public static PerseatPeer compiled(AssignmentCalculator calculator, TenantSnapshot snapshot, Holdings holdings) {
        CompiledTenant compiled = calculator.compile(snapshot);
        return new PerseatPeer(() -> compiled.calculate(holdings));
    }

    /** Returns a peer who compiles the tenant each time. */
    public static PerseatPeer withCompile(AssignmentCalculator calculator, TenantSnapshot snapshot, Holdings holdings) {
        return new PerseatPeer(() -> calculator.calculate(snapshot, holdings));
    }

    /** Returns a calculator that uses one thread. */
    public static AssignmentCalculator oneThread() {
        return DenseAssignmentCalculator.create();
    }

    /** Returns a calculator that uses two threads. */
    public static AssignmentCalculator twoThreads() {
        return DenseAssignmentCalculator.create(ForkJoinPool.commonPool(), 2);
    }

    @Override
    public Answers calculate() {
        AssignmentResult result = calculation.get();
        return () -> checksum(result);
    }

    private static long checksum(AssignmentResult result) {
        int users = result.snapshot().userCount();
        int pieces = (users + PIECE - 1) / PIECE;
        long ofUsers = IntStream.range(0, pieces)
                .parallel()
                .mapToLong(piece -> checksum(result, piece * PIECE, Math.min(users, (piece + 1) * PIECE)))
                .sum();
        Checksum checksum = new Checksum();
        result.usage().forEach(usage -> checksum.addConsumed(usage.skuId().value(), usage.consumed()));
        return ofUsers + checksum.value();
    }

    private static long checksum(AssignmentResult result, int from, int to) {
        Checksum checksum = new Checksum();
        for (int index = from; index < to; index++) {
            UserId user = result.snapshot().userId(index);
            for (EffectiveLicense license : result.effectiveLicenses(user)) {
                checksum.addLicense(
                        user.value(),
                        license.skuId().value(),
                        license.enabledPlans().stream()
                                .map(ServicePlanId::value)
                                .toList());
            }
        }
        return checksum.value();
    }
}
