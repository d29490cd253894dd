package dev.perseat.licensing.testkit.store;

/**
 * The process that uses the store is dead. It is an error, so that no code that copes with exceptions goes on as if it were
 * alive.
 *
 * @since 0.1
 */
public final class StoreKilled extends Error {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param commit the number of the commit before or after which the process died
     */
    public StoreKilled(long commit) {
        super("killed at commit " + commit);
    }
}
