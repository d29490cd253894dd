package dev.perseat.licensing.admin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list. Pages are by key, not by number: what comes or goes meanwhile does not shift the pages after it.
 *
 * @param <T> what is listed
 * @param items the items in the order of the list; unmodifiable
 * @param nextOrNull where the next page begins, or null if this is the last one; see {@link #next()}
 * @since 0.1
 */
public record Page<T>(List<T> items, @Nullable String nextOrNull) {
    /**
     * Copies the items.
     *
     * @param items the items
     * @param nextOrNull where the next page begins, or null
     */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of what was found by asking for one item more than the page can have.
     *
     * @param <T> what is listed
     * @param found the items, in order
     * @param limit how many the page can have
     * @param key the place of an item in the list
     * @return a page of the first items; if there were more, it tells where the next one begins
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<? super T, String> key) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        return new Page<>(found.subList(0, limit), key.apply(found.get(limit - 1)));
    }

    /**
     * Returns where the next page begins.
     *
     * @return what {@link PageRequest#after(String)} takes, or empty if this is the last page
     */
    public Optional<String> next() {
        return Optional.ofNullable(nextOrNull);
    }
}
