package dev.perseat.licensing.admin;

/**
 * What a request is known by, so that submitting it again does nothing: unique within its tenant for ever, and chosen by
 * who makes it, at random or from what the request goes back to.
 *
 * @param value 1 to 48 letters, digits, dots and hyphens
 * @since 0.1
 */
public record RequestId(String value) {
    private static final int LONGEST = 48;

    /**
     * Checks the text.
     *
     * @param value the id
     * @throws IllegalArgumentException if it is empty, too long, or has other characters
     */
    public RequestId {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(RequestId::isAllowed)) {
            throw new IllegalArgumentException("request id of " + value.length() + " characters must have 1 to "
                    + LONGEST + " letters, digits, dots and hyphens");
        }
    }

    private static boolean isAllowed(int unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= '9')
                || unit == '.'
                || unit == '-';
    }

    /**
     * Returns the id with this text.
     *
     * @param value the id
     * @return the id
     * @throws IllegalArgumentException if it is empty, too long, or has other characters
     */
    public static RequestId of(String value) {
        return new RequestId(value);
    }

    /** Returns the text of the id and nothing else. */
    @Override
    public String toString() {
        return value;
    }
}
