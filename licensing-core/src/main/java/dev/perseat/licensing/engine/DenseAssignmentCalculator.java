package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The calculator for tenants of any size: it compiles the snapshot to arrays of ints, decides once for all users who
 * have the same requests, location and holdings, and walks through users one by one only where seats run out.
 *
 * <p>Immutable and safe for use by several threads. The answer does not depend on the number of threads.
 *
 * @since 0.1
 */
public final class DenseAssignmentCalculator implements AssignmentCalculator {
    private final Parallel parallel;

    /** Tests choose how finely the work is shared out. */
    DenseAssignmentCalculator(Parallel parallel) {
        this.parallel = parallel;
    }

    /**
     * Returns a calculator that works in the calling thread alone.
     *
     * @return the calculator
     */
    public static DenseAssignmentCalculator create() {
        return new DenseAssignmentCalculator(new Parallel(Runnable::run, 1));
    }

    /**
     * Returns a calculator that also uses threads of an executor. The calling thread takes part, and never waits for a
     * thread that the executor has not given: a busy or refusing executor only makes it slower.
     *
     * @param executor lends the threads; it must not throw anything but {@link
     *     java.util.concurrent.RejectedExecutionException}
     * @param threads how many threads to use at most, the caller included
     * @return the calculator
     * @throws IllegalArgumentException if the number of threads is not positive
     */
    public static DenseAssignmentCalculator create(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("number of threads " + threads + " is not positive");
        }
        return new DenseAssignmentCalculator(new Parallel(executor, threads));
    }

    @Override
    public CompiledTenant compile(TenantSnapshot snapshot) {
        return new DenseTenant(snapshot, parallel);
    }

    @Override
    public List<MissingDependency> missingDependencies(TenantSnapshot snapshot) {
        Catalog catalog = new Catalog(snapshot);
        List<MissingDependency> missing = new ArrayList<>();
        for (Group group : snapshot.groups()) {
            if (group.isEligible()) {
                missing.addAll(GroupTemplate.of(catalog, group.licenses()).missingDependencies(catalog, group.id()));
            }
        }
        return List.copyOf(missing);
    }
}
