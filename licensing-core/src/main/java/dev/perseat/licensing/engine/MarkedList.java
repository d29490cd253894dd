package dev.perseat.licensing.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Small ints in the order in which they were added, each once; emptied in constant time. */
final class MarkedList {
    /** Of each value one more than its place, if {@link #values} has it there. */
    private int[] places = {};

    private final IntBuffer values = new IntBuffer();

    /** Returns whether the value is new. */
    boolean add(int value) {
        if (contains(value)) {
            return false;
        }
        if (value >= places.length) {
            places = Arrays.copyOf(places, Math.max(value + 1, places.length + (places.length >> 1)));
        }
        values.add(value);
        places[value] = values.size;
        return true;
    }

    boolean contains(int value) {
        return placeOf(value) >= 0;
    }

    /** Returns how many were added before a value, or -1 if it is not there. */
    int placeOf(int value) {
        int place = value < places.length ? places[value] - 1 : -1;
        return place >= 0 && place < values.size && values.values[place] == value ? place : -1;
    }

    int size() {
        return values.size;
    }

    int get(int place) {
        return values.values[place];
    }

    int[] toArray() {
        return values.toArray();
    }

    void forEach(IntConsumer action) {
        for (int i = 0; i < values.size; i++) {
            action.accept(values.values[i]);
        }
    }

    void clear() {
        values.clear();
    }
}
