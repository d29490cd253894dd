package dev.perseat.licensing.testkit.internal;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: the changed one is another, which shares all but one path with it. So whoever has one
 * has a moment, at no cost, and a change costs the logarithm of the size.
 *
 * <p>It is a treap whose priorities are hashes of the keys: its shape follows from its keys alone, and is as balanced as
 * that of a tree into which they came in random order.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class SortedTree<K extends Comparable<K>, V> {
    private final @Nullable Node<K, V> root;

    private SortedTree(@Nullable Node<K, V> root) {
        this.root = root;
    }

    /**
     * Returns the map without entries.
     *
     * @param <K> the keys
     * @param <V> the values
     * @return the empty map
     */
    public static <K extends Comparable<K>, V> SortedTree<K, V> empty() {
        return new SortedTree<>(null);
    }

    /**
     * Returns what belongs to a key.
     *
     * @param key any key
     * @return its value, or null if the key is not there
     */
    public @Nullable V get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return node.value;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    /**
     * Returns this map with another entry.
     *
     * @param key the key
     * @param value its value, in place of the one it has
     * @return the changed map
     */
    public SortedTree<K, V> with(K key, V value) {
        return new SortedTree<>(put(root, key, value));
    }

    /**
     * Returns this map without a key.
     *
     * @param key any key
     * @return the changed map, or this one if the key is not there
     */
    public SortedTree<K, V> without(K key) {
        return get(key) == null ? this : new SortedTree<>(remove(root, key));
    }

    /**
     * Tells the entries.
     *
     * @return the entries by key, made as they are read
     */
    public Stream<Map.Entry<K, V>> entries() {
        int kind = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Walk<>(root), kind), false);
    }

    private static <K extends Comparable<K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        int order = key.compareTo(node.key);
        if (order < 0) {
            return withLeft(node, put(node.left, key, value));
        } else if (order > 0) {
            return withRight(node, put(node.right, key, value));
        }
        return new Node<>(key, value, node.left, node.right);
    }

    /** The left one rises above the node if its priority is higher. */
    private static <K extends Comparable<K>, V> Node<K, V> withLeft(Node<K, V> node, Node<K, V> left) {
        return left.priority() > node.priority()
                ? left.with(left.left, node.with(left.right, node.right))
                : node.with(left, node.right);
    }

    private static <K extends Comparable<K>, V> Node<K, V> withRight(Node<K, V> node, Node<K, V> right) {
        return right.priority() > node.priority()
                ? right.with(node.with(node.left, right.left), right.right)
                : node.with(node.left, right);
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order < 0) {
            return node.with(remove(node.left, key), node.right);
        } else if (order > 0) {
            return node.with(node.left, remove(node.right, key));
        }
        return joined(node.left, node.right);
    }

    /** One tree of two, where every key of the first is smaller. */
    private static <K extends Comparable<K>, V> @Nullable Node<K, V> joined(
            @Nullable Node<K, V> smaller, @Nullable Node<K, V> larger) {
        if (smaller == null || larger == null) {
            return smaller == null ? larger : smaller;
        }
        return smaller.priority() > larger.priority()
                ? smaller.with(smaller.left, joined(smaller.right, larger))
                : larger.with(joined(smaller, larger.left), larger.right);
    }

    private record Node<K extends Comparable<K>, V>(
            K key,
            V value,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right) {
        Node<K, V> with(@Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
            return new Node<>(key, value, newLeft, newRight);
        }

        /** A hash of the hash, since those of similar ids are similar (the finalizer of MurmurHash3). */
        int priority() {
            int hash = key.hashCode();
            hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
            hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
            return hash ^ (hash >>> 16);
        }
    }

    private static final class Walk<K extends Comparable<K>, V> implements Iterator<Map.Entry<K, V>> {
        private final Deque<Node<K, V>> path = new ArrayDeque<>();

        Walk(@Nullable Node<K, V> root) {
            descend(root);
        }

        private void descend(@Nullable Node<K, V> from) {
            for (Node<K, V> node = from; node != null; node = node.left) {
                path.push(node);
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Map.Entry<K, V> next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<K, V> node = path.pop();
            descend(node.right);
            return new SimpleImmutableEntry<>(node.key, node.value);
        }
    }
}
