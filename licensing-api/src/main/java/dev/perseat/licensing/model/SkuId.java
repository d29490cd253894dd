package dev.perseat.licensing.model;

/**
 * The id of a SKU, a product that is bought by the seat.
 *
 * @param value the id as the directory or catalogue gives it: not blank, at most 1,024 UTF-16 code units, no half
 *     surrogate pair; every other character is allowed
 * @since 0.1
 */
public record SkuId(String value) implements Comparable<SkuId> {
    /**
     * Checks the text of the id.
     *
     * @param value the id
     * @throws IllegalArgumentException if the id is blank, too long, or not Unicode text
     */
    public SkuId {
        Ids.check("SKU", value);
    }

    /**
     * Returns the id with this text.
     *
     * @param value the id
     * @return the id, equal to every other made of the same text
     * @throws IllegalArgumentException if the id is blank, too long, or not Unicode text
     */
    public static SkuId of(String value) {
        return new SkuId(value);
    }

    /** Compares code unit by code unit, as {@link String#compareTo(String)}. */
    @Override
    public int compareTo(SkuId other) {
        return value.compareTo(other.value);
    }

    /** Returns the text of the id and nothing else, so that {@code of(id.toString())} is the id again. */
    @Override
    public String toString() {
        return value;
    }
}
