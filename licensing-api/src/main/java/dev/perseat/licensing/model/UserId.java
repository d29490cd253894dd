package dev.perseat.licensing.model;

/**
 * The id of a user.
 *
 * @param value the id as the directory or catalogue gives it: not blank, at most 1,024 UTF-16 code units, no half
 *     surrogate pair; every other character is allowed
 * @since 0.1
 */
public record UserId(String value) implements Comparable<UserId> {
    /**
     * Checks the text of the id.
     *
     * @param value the id
     * @throws IllegalArgumentException if the id is blank, too long, or not Unicode text
     */
    public UserId {
        Ids.check("user", value);
    }

    /**
     * Returns the id with this text.
     *
     * @param value the id
     * @return the id, equal to every other made of the same text
     * @throws IllegalArgumentException if the id is blank, too long, or not Unicode text
     */
    public static UserId of(String value) {
        return new UserId(value);
    }

    /** Compares code unit by code unit, as {@link String#compareTo(String)}. */
    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    /** Returns the text of the id and nothing else, so that {@code of(id.toString())} is the id again. */
    @Override
    public String toString() {
        return value;
    }
}
