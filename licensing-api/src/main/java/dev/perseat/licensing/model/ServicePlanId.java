package dev.perseat.licensing.model;

/**
 * The id of a service plan, a part of a SKU that can be switched off by itself.
 *
 * @param value the id as the directory or catalogue gives it: not blank, at most 1,024 UTF-16 code units, no half
 *     surrogate pair; every other character is allowed
 * @since 0.1
 */
public record ServicePlanId(String value) implements Comparable<ServicePlanId> {
    /**
     * Checks the text of the id.
     *
     * @param value the id
     * @throws IllegalArgumentException if the id is blank, too long, or not Unicode text
     */
    public ServicePlanId {
        Ids.check("service plan", value);
    }

    /**
     * Returns the id with this text.
     *
     * @param value the id
     * @return the id, equal to every other made of the same text
     * @throws IllegalArgumentException if the id is blank, too long, or not Unicode text
     */
    public static ServicePlanId of(String value) {
        return new ServicePlanId(value);
    }

    /** Compares code unit by code unit, as {@link String#compareTo(String)}. */
    @Override
    public int compareTo(ServicePlanId other) {
        return value.compareTo(other.value);
    }

    /** Returns the text of the id and nothing else, so that {@code of(id.toString())} is the id again. */
    @Override
    public String toString() {
        return value;
    }
}
