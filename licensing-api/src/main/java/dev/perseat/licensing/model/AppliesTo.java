package dev.perseat.licensing.model;

/**
 * Whom a SKU or a service plan serves.
 *
 * @since 0.1
 */
public enum AppliesTo {
    /** Single users: it can be assigned, and counts in the calculation. */
    USER,
    /** The organisation as a whole: it is never assigned to a user. */
    COMPANY
}
