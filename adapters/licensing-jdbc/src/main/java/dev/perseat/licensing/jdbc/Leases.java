package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.Lease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives the lease of a tenant to one holder at a time, by the clock of the database, which is read once the head is locked.
 * (H2's may then be as old as the transaction: a lease is never given too early for that.)
 */
record Leases(Database database) {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private record Given(long token, @Nullable String holder, long until) {
        static Given from(ResultSet row) throws SQLException {
            byte[] holder = row.getBytes(2);
            return new Given(row.getLong(1), holder == null ? null : CodeUnits.text(holder), row.getLong(3));
        }

        boolean isOf(String asker) {
            return asker.equals(holder);
        }

        boolean isFree(long now) {
            return holder == null || until <= now;
        }
    }

    Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("a lease of " + duration + " cannot be given");
        }
        return database.call(tenant, session -> {
            Given given = lock(session, tenant);
            long now = session.find(database.dialect().clock(), row -> row.getLong(1))
                    .orElseThrow();
            if (!given.isOf(holder) && !given.isFree(now)) {
                return Optional.empty();
            }
            long token = given.isOf(holder) ? given.token : given.token + 1;
            long until = now + micros(duration);
            store(session, token, CodeUnits.bytes(holder), until);
            return Optional.of(new Lease(tenant, holder, token, Micros.time(until)));
        });
    }

    void release(Lease lease) {
        database.call(lease.tenantId(), session -> {
            Given given = lock(session, lease.tenantId());
            if (given.isOf(lease.holder()) && given.token == lease.token()) {
                store(session, given.token, CodeUnits.bytes(lease.holder()), 0);
            }
            return lease;
        });
    }

    private static Given lock(Session session, TenantId tenant) throws SQLException {
        return session.find(
                        "select lease_token, lease_holder, lease_until_micros from perseat_head where tenant = ? for update",
                        Given::from,
                        session.tenant())
                .orElseThrow(() -> Failures.unknown(tenant));
    }

    private static void store(Session session, long token, byte[] holder, long until) throws SQLException {
        session.update(
                "update perseat_head set lease_token = ?, lease_holder = ?, lease_until_micros = ? where tenant = ?",
                token,
                holder,
                until,
                session.tenant());
    }

    /** Cut off to what is stored, and far enough away if it is longer than can be. */
    private static long micros(Duration duration) {
        long limit = Long.MAX_VALUE / MICROS_PER_SECOND / 2;
        return Math.min(duration.getSeconds(), limit) * MICROS_PER_SECOND + duration.getNano() / NANOS_PER_MICRO;
    }
}
