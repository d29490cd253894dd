package dev.perseat.licensing.testkit.service;

import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Over which seeds the laws of the service run, and how a failure of one of them is told. */
final class Histories {
    private static final long FIRST = Long.getLong("perseat.firstHistory", 0);
    private static final long COUNT = Long.getLong("perseat.histories", 100);

    /** One history of so many is that of a larger tenant. */
    private static final int ONE_OF_CROWDED = 6;

    private Histories() {}

    /** Runs a law over so many histories of a hundred; one in any case. */
    static void forEach(long ofHundred, LongConsumer law) {
        LongStream.range(FIRST, FIRST + Math.max(1, COUNT * ofHundred / 100)).forEach(seed -> {
            try {
                law.accept(seed);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(
                        "history " + seed + " (alone with -Dperseat.firstHistory=" + seed + " -Dperseat.histories=1): "
                                + e.getMessage(),
                        e);
            }
        });
    }

    /** What a history begins with. */
    static CalculationCase start(long seed) {
        boolean crowded = Math.floorMod(seed, ONE_OF_CROWDED) == ONE_OF_CROWDED - 1;
        return (crowded ? TenantGenerator.crowded(seed) : TenantGenerator.of(seed)).nextCase();
    }
}
