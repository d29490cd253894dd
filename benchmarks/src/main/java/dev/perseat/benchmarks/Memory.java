package dev.perseat.benchmarks;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import dev.perseat.licensing.model.UserId;
import java.util.Locale;

/**
 * The heap that a tenant keeps, in bytes. The texts of the ids are the application's, so they are counted apart.
 *
 * @param users how many users there are
 * @param ids the ids of the users: objects and texts
 * @param snapshot the snapshot without these
 * @param compiled the compiled tenant on top of the snapshot
 * @param result a finished result on top of both
 * @param compileMillis how long it took to compile, once
 */
record Memory(int users, long ids, long snapshot, long compiled, long result, double compileMillis) {
    static final String HEADER = "| shape | ids | snapshot without ids | compiled on top | both | result on top |"
            + " compile |\n|---|---|---|---|---|---|---|\n";

    /**
     * Measures a tenant.
     *
     * @param before the heap in use before the tenant was made
     */
    static Memory of(TenantSnapshot tenant, long before) {
        long withSnapshot = Heap.used();
        long start = System.nanoTime();
        CompiledTenant compiled = DenseAssignmentCalculator.create().compile(tenant);
        double compileMillis = (System.nanoTime() - start) / 1e6;
        long withCompiled = Heap.used();
        AssignmentResult result = compiled.calculate(Holdings.empty());
        long withResult = Heap.used();
        Heap.keep(compiled, result);
        long ids = idBytes(tenant);
        return new Memory(
                tenant.userCount(),
                ids,
                withSnapshot - before - ids,
                withCompiled - withSnapshot,
                withResult - withCompiled,
                compileMillis);
    }

    /** Returns what copies of all ids take, without the array that holds them. */
    private static long idBytes(TenantSnapshot tenant) {
        UserId[] copies = new UserId[tenant.userCount()];
        long before = Heap.used();
        for (int user = 0; user < copies.length; user++) {
            copies[user] = UserId.of(new String(tenant.userId(user).value().toCharArray()));
        }
        long after = Heap.used();
        Heap.keep((Object) copies);
        return after - before;
    }

    String row(String shape) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %.0f ms |%n",
                shape,
                ofEach(ids),
                ofEach(snapshot),
                ofEach(compiled),
                ofEach(snapshot + compiled),
                ofEach(result),
                compileMillis);
    }

    private String ofEach(long bytes) {
        return String.format(Locale.ROOT, "%.1f bytes a user", (double) bytes / users);
    }
}
