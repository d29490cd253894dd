package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import dev.perseat.licensing.testkit.world.World;
import dev.perseat.licensing.testkit.world.WorldWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Over which seeds the laws run, and how a failure of one of them is told. */
final class Seeds {
    static final long FIRST = Long.getLong("perseat.firstSeed", 0);
    static final long COUNT = Long.getLong("perseat.seeds", 2_000);
    private static final Path FAILURES = Path.of(System.getProperty("perseat.failures", "target/failed-worlds"));

    private Seeds() {}

    /** So many seeds, but one in any case. */
    static LongStream first(long count) {
        return LongStream.range(FIRST, FIRST + Math.max(1, count));
    }

    /** A failure that names the seed, says how to come back to it, and has saved the case. */
    static AssertionError failure(long seed, String where, CalculationCase given, Throwable failure) {
        return new AssertionError(
                "seed " + seed + where + " (alone with -Dperseat.firstSeed=" + seed + " -Dperseat.seeds=1; "
                        + save(seed, where, given) + "): " + message(failure),
                failure);
    }

    /** A failure that comes from another thread has its message in its cause. */
    private static String message(Throwable failure) {
        for (Throwable told = failure; told != null; told = told.getCause()) {
            if (told.getMessage() != null && !told.getMessage().isBlank()) {
                return told.getMessage();
            }
        }
        return failure.toString();
    }

    /** Saves a case with the answer of the reference as a world, to be looked at, cut down and kept. */
    private static String save(long seed, String where, CalculationCase given) {
        try {
            AssignmentResult expected = new ReferenceCalculator().calculate(given.snapshot(), given.holdings());
            String name = "seed-" + seed + where.replaceAll("[^a-z0-9]+", "-");
            World world = World.of(name, "Generated from seed " + seed + where, given.holdings(), expected);
            return "saved as " + WorldWriter.save(world, Files.createDirectories(FAILURES));
        } catch (IOException | RuntimeException notSaved) {
            return "not saved: " + notSaved.getMessage();
        }
    }
}
