package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.store.LicenseStore;

/**
 * What may go wrong when something is committed.
 *
 * @since 0.1
 */
public enum Fault {
    /** Nothing is stored, and the commit fails with UNAVAILABLE. */
    UNAVAILABLE,
    /** All is stored, and the commit fails with UNAVAILABLE nevertheless: the answer is lost. */
    ANSWER_LOST,
    /** Nothing is stored, and the commit fails with STALE. Only {@link LicenseStore#append} can have it; others go well. */
    STALE,
    /** Nothing is stored, and the commit fails with FENCED. Only {@link LicenseStore#apply} can have it; others go well. */
    FENCED,
    /** The process dies before anything is stored: this call and every later one throws {@link StoreKilled}. */
    KILLED_BEFORE,
    /** The process dies when all is stored: this call and every later one throws {@link StoreKilled}. */
    KILLED_AFTER
}
