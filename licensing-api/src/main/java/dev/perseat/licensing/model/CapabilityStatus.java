package dev.perseat.licensing.model;

/**
 * What a subscription currently allows.
 *
 * @since 0.1
 */
public enum CapabilityStatus {
    /** In order. */
    ENABLED,
    /** In its grace period: everything still works. */
    WARNING,
    /** Suspended: what is assigned stays assigned but is disabled, and no seat is free. */
    SUSPENDED,
    /** Deleted: as suspended. */
    DELETED,
    /** Locked out: as suspended. */
    LOCKED_OUT;

    /**
     * Returns whether assignments of the SKU work: whether its seats can be taken and its plans are effective.
     *
     * @return true for {@link #ENABLED} and {@link #WARNING}
     */
    public boolean isUsable() {
        return this == ENABLED || this == WARNING;
    }
}
