package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.model.TenantId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Keys made of what they stand for: the first 128 bits of its SHA-256. So nobody has to ask the database for a number, there
 * is no sequence that all nodes wait for, and keys spread evenly.
 */
final class HashKey {
    static final int BYTES = 16;

    /** The key of nothing, and before all others. */
    static final UUID NONE = new UUID(0, 0);

    private HashKey() {}

    static UUID of(TenantId tenant) {
        return of(CodeUnits.bytes(tenant.value()));
    }

    static UUID of(byte[] bytes) {
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(bytes));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** Writes the key of some bytes behind others. */
    static void put(byte[] bytes, byte[] target, int at) {
        System.arraycopy(sha256().digest(bytes), 0, target, at, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
