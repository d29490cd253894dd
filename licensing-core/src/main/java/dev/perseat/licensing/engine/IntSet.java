package dev.perseat.licensing.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** A set of ints that are told in the order in which they were added, but for the last, who fills the place of who goes. */
final class IntSet {
    private final IntBuffer values = new IntBuffer();
    private final Map<Integer, Integer> places = new HashMap<>();

    void add(int value) {
        if (places.putIfAbsent(value, values.size) == null) {
            values.add(value);
        }
    }

    void remove(int value) {
        Integer place = places.remove(value);
        if (place != null) {
            int last = values.values[--values.size];
            if (last != value) {
                values.values[place] = last;
                places.put(last, place);
            }
        }
    }

    boolean contains(int value) {
        return places.containsKey(value);
    }

    int[] toArray() {
        return values.toArray();
    }

    void forEach(IntConsumer action) {
        for (int i = 0; i < values.size; i++) {
            action.accept(values.values[i]);
        }
    }
}
