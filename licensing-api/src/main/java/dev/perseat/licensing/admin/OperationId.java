package dev.perseat.licensing.admin;

import org.jspecify.annotations.Nullable;

/**
 * The number of an operation within its tenant: the first one is 1, and each later one has the next number. Operations
 * take effect in this order.
 *
 * @param number the number, from 1
 * @since 0.1
 */
public record OperationId(long number) implements Comparable<OperationId> {
    private static final String PREFIX = "op-";

    /**
     * Checks the number.
     *
     * @param number the number
     * @throws IllegalArgumentException if it is not positive
     */
    public OperationId {
        if (number < 1) {
            throw new IllegalArgumentException("operation number " + number + " is not positive");
        }
    }

    /**
     * Returns the id with this number.
     *
     * @param number the number, from 1
     * @return the id
     * @throws IllegalArgumentException if the number is not positive
     */
    public static OperationId of(long number) {
        return new OperationId(number);
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text such as {@code "op-17"}
     * @return the id
     * @throws IllegalArgumentException if the text is not that of an id
     */
    public static OperationId parse(String text) {
        if (!text.startsWith(PREFIX) || text.length() > PREFIX.length() + 18) {
            throw notAnId(text, null);
        }
        try {
            return new OperationId(Long.parseLong(text.substring(PREFIX.length())));
        } catch (NumberFormatException e) {
            throw notAnId(text, e);
        }
    }

    private static IllegalArgumentException notAnId(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "'" + text.substring(0, Math.min(32, text.length())) + "' is not an operation id such as op-17", cause);
    }

    /** By number. */
    @Override
    public int compareTo(OperationId other) {
        return Long.compare(number, other.number);
    }

    /** Returns {@code "op-"} and the number. */
    @Override
    public String toString() {
        return PREFIX + number;
    }
}
