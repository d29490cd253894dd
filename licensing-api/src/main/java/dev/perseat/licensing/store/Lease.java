package dev.perseat.licensing.store;

import dev.perseat.licensing.model.TenantId;
import java.time.Instant;
import java.util.Objects;

/**
 * The right to process a tenant, for a while.
 *
 * @param tenantId the tenant
 * @param holder who has it: a name that no other object uses, at most 200 characters
 * @param token the fencing token: larger than that of every lease of the tenant that another holder had before
 * @param until when it ends, by the clock of the store, unless it is renewed
 * @since 0.1
 */
public record Lease(TenantId tenantId, String holder, long token, Instant until) {
    /**
     * Checks that nothing is missing.
     *
     * @param tenantId the tenant
     * @param holder who has it
     * @param token the fencing token
     * @param until when it ends
     */
    public Lease {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(until, "until");
    }
}
