package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import java.sql.SQLException;

/**
 * What the errors of a database mean to the caller. Of its data the database says (classes 22, 23 and 54 of the SQL
 * standard's states) that it will never take them. Everything else may be over when the same is told again: a deadlock, a
 * lost connection, a full disk, a key that somebody else took at the same moment, even a privilege that is not granted yet.
 */
final class Failures {
    private static final String UNIQUE = "23505";

    private Failures() {}

    /** Makes an exception without the database's own message, which may quote what was to be stored. */
    static LicenseStoreException of(SQLException failure, TenantId tenant) {
        boolean refused = isAboutData(failure);
        return new LicenseStoreException(
                refused ? Reason.REFUSED : Reason.UNAVAILABLE,
                "the database " + (refused ? "refuses" : "cannot serve") + " tenant '" + tenant + "', SQL state "
                        + failure.getSQLState(),
                failure);
    }

    static LicenseStoreException of(UnreadablePayloadException failure, TenantId tenant) {
        return new LicenseStoreException(
                Reason.UNAVAILABLE,
                "what is stored of tenant '" + tenant + "' cannot be read: " + failure.getMessage(),
                failure);
    }

    static LicenseStoreException unreachable(SQLException failure) {
        return new LicenseStoreException(
                Reason.UNAVAILABLE, "the database cannot be reached, SQL state " + failure.getSQLState(), failure);
    }

    static LicenseStoreException unknown(TenantId tenant) {
        return new LicenseStoreException(Reason.UNKNOWN_TENANT, "there is no tenant '" + tenant + "'");
    }

    /** Whether somebody else has inserted a row with the same key in the meantime. */
    static boolean isTaken(SQLException failure) {
        return UNIQUE.equals(failure.getSQLState());
    }

    private static boolean isAboutData(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && !isTaken(failure)
                && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}
