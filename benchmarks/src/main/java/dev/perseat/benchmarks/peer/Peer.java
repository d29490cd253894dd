package dev.perseat.benchmarks.peer;

/** Someone who can calculate a tenant, and has it loaded in the form that suits him. */
public interface Peer {
    /** Calculates the tenant once more. This is what is measured. */
    Answers calculate();

    /** What a calculation came to, in a form that can be compared with that of every other peer. */
    interface Answers {
        /**
         * Returns the sum over each user's effective licences (user, SKU, plans enabled) and over the seats consumed of
         * each SKU, as {@link Checksum} counts them. Not measured.
         */
        long checksum();
    }
}
