package dev.perseat.licensing.testkit.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Things that may be picked, some more often than others. */
final class Chances<T> {
    private final List<T> lots = new ArrayList<>();

    Chances<T> add(int weight, T thing) {
        lots.addAll(Collections.nCopies(weight, thing));
        return this;
    }

    T pick(Dice dice) {
        return dice.pick(lots);
    }
}
