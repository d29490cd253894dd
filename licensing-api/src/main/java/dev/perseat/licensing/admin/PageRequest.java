package dev.perseat.licensing.admin;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is wanted.
 *
 * @param after the {@link Page#next()} of the page before, or null for the first page
 * @param limit how many items at most, from 1 to 1,000
 * @since 0.1
 */
public record PageRequest(@Nullable String after, int limit) {
    /** The most items that a page can have. */
    public static final int MAX_LIMIT = 1_000;

    /**
     * Checks the limit.
     *
     * @param after the next of the page before, or null
     * @param limit how many items at most
     * @throws IllegalArgumentException if the limit is not from 1 to 1,000
     */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("page limit " + limit + " is not from 1 to " + MAX_LIMIT);
        }
    }

    /**
     * Returns a request for the first page.
     *
     * @param limit how many items at most, from 1 to 1,000
     * @return the request
     * @throws IllegalArgumentException if the limit is not from 1 to 1,000
     */
    public static PageRequest first(int limit) {
        return new PageRequest(null, limit);
    }

    /**
     * Returns a request for what comes after a page.
     *
     * @param next the {@link Page#next()} of that page
     * @return a request with the same limit
     */
    public PageRequest after(String next) {
        return new PageRequest(next, limit);
    }
}
