package dev.perseat.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.ref.Reference;

/** How much memory is in use, by objects that can still be reached. */
public final class Heap {
    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** Returns the bytes in use after the garbage was collected. */
    public static long used() {
        for (int k = 0; k < COLLECTIONS; k++) {
            System.gc();
        }
        // What was in use right after a collection: later figures count what threads have set aside to allocate in.
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    /** Keeps objects reachable up to this call. */
    public static void keep(Object... objects) {
        Reference.reachabilityFence(objects);
    }
}
