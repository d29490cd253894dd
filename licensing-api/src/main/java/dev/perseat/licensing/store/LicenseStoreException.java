package dev.perseat.licensing.store;

import java.util.Objects;

/**
 * A store could not do what it was asked for. The reason tells the caller what to do next.
 *
 * @since 0.1
 */
public final class LicenseStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the store fails. */
    private final Reason reason;

    /**
     * Why a store fails.
     *
     * @since 0.1
     */
    public enum Reason {
        /** There are later steps than the caller knows. Nothing was stored; read them and decide again. */
        STALE,
        /** Somebody else processes the tenant now. Nothing was stored; the lease is lost. */
        FENCED,
        /**
         * The store cannot be reached, or gave no answer: a commit may have been stored or not. The same commit may be
         * told again, with the same id.
         */
        UNAVAILABLE,
        /** Something in it cannot be stored by this store, whenever it is told. Nothing was stored. */
        REFUSED,
        /** There is no such tenant. */
        UNKNOWN_TENANT,
        /** There is such a tenant already. Nothing was stored. */
        TENANT_EXISTS
    }

    /**
     * Makes an exception.
     *
     * @param reason why the store fails
     * @param message one sentence with ids, without personal data
     */
    public LicenseStoreException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Makes an exception with a cause.
     *
     * @param reason why the store fails
     * @param message one sentence with ids, without personal data
     * @param cause what went wrong underneath
     */
    public LicenseStoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Returns why the store fails.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
