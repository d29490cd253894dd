package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the lease of one tenant to one holder at a time. Not safe for use by several threads. */
final class LeaseDesk {
    private final TenantId tenantId;
    private final Clock clock;
    private long token;
    private @Nullable Lease given;

    LeaseDesk(TenantId tenantId, Clock clock) {
        this.tenantId = tenantId;
        this.clock = clock;
    }

    /** Who had it last gets it with the same token, even if it has run out or was released: nobody else was given it since. */
    Optional<Lease> acquire(String holder, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("a lease of " + duration + " cannot be given");
        }
        Instant now = clock.instant();
        boolean again = given != null && given.holder().equals(holder);
        if (given != null && !again && given.until().isAfter(now)) {
            return Optional.empty();
        }
        if (!again) {
            token++;
        }
        given = new Lease(tenantId, holder, token, now.plus(duration));
        return Optional.of(given);
    }

    void release(Lease lease) {
        if (given != null && given.token() == lease.token() && given.holder().equals(lease.holder())) {
            given = new Lease(tenantId, lease.holder(), token, clock.instant());
        }
    }

    /** Whether somebody else was given the tenant after this lease. */
    boolean isFenced(Lease lease) {
        return lease.token() < token;
    }
}
