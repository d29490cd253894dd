package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.LicenseStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Runs transactions. The isolation is what the data source gives: READ COMMITTED is enough, because a commit locks the head
 * of its tenant before it reads anything else, and a stricter one only fails more often, with an error that is told again.
 *
 * @param source where connections come from
 * @param dialect the language of the database
 * @param isRowSecured whether the database wants to be told of which tenant each transaction is
 */
record Database(DataSource source, Dialect dialect, boolean isRowSecured) {
    private static final String SECURED =
            "select relrowsecurity from pg_class where oid = cast('perseat_head' as regclass)";

    /** What is done in a transaction. */
    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    /** Looks at a database that has the schema. */
    static Database of(DataSource source, Connection connection) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        Session session = new Session(connection, dialect, HashKey.NONE);
        boolean isRowSecured = dialect == Dialect.POSTGRESQL
                && session.find(SECURED, row -> row.getBoolean(1)).orElse(false);
        return new Database(source, dialect, isRowSecured);
    }

    /**
     * Writes in one transaction.
     *
     * @throws LicenseStoreException what the work throws, or what an error of the database means
     */
    <T> T call(TenantId tenant, Work<T> work) {
        dialect.takeTurn();
        try (Transaction transaction = Transaction.begin(this, HashKey.of(tenant))) {
            T result = work.run(transaction.session());
            transaction.commit();
            return result;
        } catch (SQLException e) {
            throw Failures.of(e, tenant);
        } catch (UnreadablePayloadException e) {
            throw Failures.of(e, tenant);
        } finally {
            dialect.endTurn();
        }
    }

    /**
     * Reads in one transaction.
     *
     * @throws LicenseStoreException what the work throws, or what an error of the database means
     */
    <T> T read(TenantId tenant, Work<T> work) {
        try (Transaction transaction = Transaction.beginReading(this, HashKey.of(tenant))) {
            return work.run(transaction.session());
        } catch (SQLException e) {
            throw Failures.of(e, tenant);
        } catch (UnreadablePayloadException e) {
            throw Failures.of(e, tenant);
        }
    }
}
