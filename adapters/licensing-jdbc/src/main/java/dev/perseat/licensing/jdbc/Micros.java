package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as microseconds since 1970: what is finer is cut off, and no driver or time zone can make another time of it. */
final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private Micros() {}

    /**
     * Returns the microseconds of a time.
     *
     * @throws LicenseStoreException REFUSED if the time is some 292,000 years away
     */
    static long of(Instant time) {
        try {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), PER_SECOND), time.getNano() / NANOS);
        } catch (ArithmeticException e) {
            throw new LicenseStoreException(Reason.REFUSED, "the time " + time + " is too far away to be stored", e);
        }
    }

    /** Returns the first stored time that is not before this one: of one too far away, the outermost. */
    static long notBefore(Instant time) {
        Instant cut = time.truncatedTo(ChronoUnit.MICROS);
        if (cut.getEpochSecond() >= Long.MAX_VALUE / PER_SECOND) {
            return Long.MAX_VALUE;
        }
        if (cut.getEpochSecond() <= Long.MIN_VALUE / PER_SECOND) {
            return Long.MIN_VALUE;
        }
        return cut.equals(time) ? of(cut) : of(cut) + 1;
    }

    static Instant time(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, PER_SECOND), (int) Math.floorMod(micros, PER_SECOND) * (long) NANOS);
    }
}
