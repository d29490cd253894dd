package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;

/** What is too large to be stored, and is therefore refused. */
final class Limits {
    /** Of a payload: the most that H2 takes for a value outside a large object. */
    static final int PAYLOAD_BYTES = 1_048_576;

    private Limits() {}

    /**
     * Returns a payload.
     *
     * @param what what it is, with its id
     * @throws LicenseStoreException REFUSED if it is too large
     */
    static byte[] payload(String what, byte[] bytes) {
        if (bytes.length > PAYLOAD_BYTES) {
            throw new LicenseStoreException(
                    Reason.REFUSED,
                    what + " has " + bytes.length + " bytes; this store keeps up to " + PAYLOAD_BYTES + " of it");
        }
        return bytes;
    }
}
