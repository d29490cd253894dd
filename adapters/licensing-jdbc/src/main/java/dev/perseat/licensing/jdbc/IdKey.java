package dev.perseat.licensing.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ids as keys of tables: their {@linkplain CodeUnits bytes}, which are ordered as the law orders ids. An index of PostgreSQL
 * takes 2,704 bytes, and an id may have 3,072; so of a long id the key has the first bytes, and a hash of all of them. Long
 * ids that begin alike may then come in another order, which {@link #inOrder} mends.
 */
final class IdKey {
    /** The most bytes of an id that is its own key. */
    static final int LONGEST = 1_000;

    private static final int BYTES_PER_UNIT = 3;

    private IdKey() {}

    static byte[] of(String id) {
        byte[] bytes = CodeUnits.bytes(id);
        if (bytes.length <= LONGEST) {
            return bytes;
        }
        byte[] key = Arrays.copyOf(bytes, LONGEST + HashKey.BYTES);
        HashKey.put(bytes, key, LONGEST);
        return key;
    }

    /** Returns all bytes of an id whose key does not have them, or null. */
    static byte @Nullable [] rest(String id) {
        return isLong(id) ? CodeUnits.bytes(id) : null;
    }

    private static boolean isLong(String id) {
        return id.length() * BYTES_PER_UNIT > LONGEST && CodeUnits.size(id) > LONGEST;
    }

    /** Puts things that come in the order of their keys in the order of their ids. */
    static <T> Stream<T> inOrder(Stream<T> byKey, Function<T, String> id) {
        Iterator<T> ordered = new Ordered<>(byKey.iterator(), id);
        int kind = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(ordered, kind), false);
    }

    private static final class Ordered<T> implements Iterator<T> {
        private final Iterator<T> byKey;
        private final Function<T, String> id;
        private final Deque<T> ready = new ArrayDeque<>();
        private @Nullable T ahead;

        Ordered(Iterator<T> byKey, Function<T, String> id) {
            this.byKey = byKey;
            this.id = id;
        }

        @Override
        public boolean hasNext() {
            return !ready.isEmpty() || ahead != null || byKey.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("all have been read");
            }
            if (ready.isEmpty()) {
                fill();
            }
            return ready.remove();
        }

        private void fill() {
            T first = take();
            if (!isLong(id.apply(first))) {
                ready.add(first);
                return;
            }
            List<T> alike = new ArrayList<>(List.of(first));
            while (ahead != null || byKey.hasNext()) {
                T next = take();
                if (!beginAlike(first, next)) {
                    ahead = next;
                    break;
                }
                alike.add(next);
            }
            alike.sort(Comparator.comparing(id));
            ready.addAll(alike);
        }

        private T take() {
            T taken = ahead == null ? byKey.next() : ahead;
            ahead = null;
            return taken;
        }

        private boolean beginAlike(T one, T other) {
            byte[] first = of(id.apply(one));
            byte[] second = of(id.apply(other));
            return second.length > LONGEST && Arrays.equals(first, 0, LONGEST, second, 0, LONGEST);
        }
    }
}
