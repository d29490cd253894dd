package dev.perseat.licensing.store;

/**
 * What a commit is known by, so that telling it again does nothing: unique within its tenant for ever.
 *
 * @param value 1 to 64 letters, digits, dots and hyphens
 * @since 0.1
 */
public record CommitId(String value) {
    private static final int LONGEST = 64;

    /**
     * Checks the text.
     *
     * @param value the id
     * @throws IllegalArgumentException if it is empty, too long, or has other characters
     */
    public CommitId {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(CommitId::isAllowed)) {
            throw new IllegalArgumentException("commit id of " + value.length() + " characters must have 1 to "
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
    public static CommitId of(String value) {
        return new CommitId(value);
    }

    /** Returns the text of the id and nothing else. */
    @Override
    public String toString() {
        return value;
    }
}
