package dev.perseat.licensing.engine;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** An unmodifiable list of things that are known by index, each looked up when it is asked for. */
final class IndexedList<T> extends AbstractList<T> implements RandomAccess {
    private final int[] indexes;
    private final IntFunction<T> things;

    /**
     * Makes a list.
     *
     * @param indexes the indexes, in the order of the list; taken over
     * @param things tells the thing of an index, the same whenever it is asked
     */
    IndexedList(int[] indexes, IntFunction<T> things) {
        this.indexes = indexes;
        this.things = things;
    }

    @Override
    public T get(int place) {
        return things.apply(indexes[place]);
    }

    @Override
    public int size() {
        return indexes.length;
    }
}
