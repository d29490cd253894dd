package dev.perseat.licensing.testkit.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Says which commits of a {@link FaultInjectingStore} go wrong, and how. The same schedule always says the same.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface FaultSchedule {
    /**
     * Returns what goes wrong with a commit.
     *
     * @param commit the number of the commit, from 1; one that is told again counts again
     * @return the fault, or empty if it goes well
     */
    Optional<Fault> at(long commit);

    /**
     * Returns the schedule in which all goes well.
     *
     * @return no fault at all
     */
    static FaultSchedule none() {
        return commit -> Optional.empty();
    }

    /**
     * Returns a schedule in which one commit goes wrong.
     *
     * @param commit the number of the commit, from 1
     * @param fault what goes wrong
     * @return that fault and no other
     */
    static FaultSchedule of(long commit, Fault fault) {
        return of(Map.of(commit, fault));
    }

    /**
     * Returns a schedule that is written out.
     *
     * @param faults what goes wrong, by the number of the commit, from 1
     * @return those faults and no others
     */
    static FaultSchedule of(Map<Long, Fault> faults) {
        Map<Long, Fault> copy = Collections.unmodifiableMap(new TreeMap<>(faults));
        return commit -> Optional.ofNullable(copy.get(commit));
    }

    /**
     * Returns a schedule that follows from a seed. Whoever tells a commit again comes through in the end.
     *
     * @param seed what everything depends on
     * @param rate how likely it is that a commit goes wrong, at least 0 and less than 1
     * @param first something that may go wrong
     * @param others what else may
     * @return the faults, each as likely as the others
     * @throws IllegalArgumentException if the rate is out of range
     */
    static FaultSchedule seeded(long seed, double rate, Fault first, Fault... others) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "a rate of " + rate + " faults for each commit is not from 0 to below 1");
        }
        List<Fault> faults =
                Stream.concat(Stream.of(first), Arrays.stream(others)).toList();
        return commit -> {
            SplittableRandom dice = new SplittableRandom(seed * 1_000_003 + commit);
            return dice.nextDouble() < rate ? Optional.of(faults.get(dice.nextInt(faults.size()))) : Optional.empty();
        };
    }
}
