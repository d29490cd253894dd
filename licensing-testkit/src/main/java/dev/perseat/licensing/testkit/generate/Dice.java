package dev.perseat.licensing.testkit.generate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Choices at random, the same for the same seed on every Java. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** One of the items, if there is one. */
    <T> Optional<T> any(List<T> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(pick(items));
    }

    /** Each item with the probability, in the order given. */
    <T> List<T> some(Collection<T> items, double probability) {
        return items.stream().filter(item -> chance(probability)).toList();
    }

    /** So many of the items, or all if there are fewer, in any order. */
    <T> List<T> several(Collection<T> items, int count) {
        List<T> shuffled = shuffled(items);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    <T> List<T> shuffled(Collection<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }
}
