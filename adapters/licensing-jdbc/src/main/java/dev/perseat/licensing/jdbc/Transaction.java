package dev.perseat.licensing.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A transaction on a connection that goes back to its data source as it came. What has not been committed when it is closed
 * is taken back. Closing twice is harmless.
 */
final class Transaction implements AutoCloseable {
    /** By the driver of H2; the standard has no number for it. */
    private static final int H2_SNAPSHOT = 6;

    private static final int AS_IT_WAS = -1;

    private final Session session;
    private final boolean autoCommit;
    private int isolationBefore = AS_IT_WAS;
    private boolean isOver;

    private Transaction(Session session) throws SQLException {
        this.session = session;
        this.autoCommit = session.connection().getAutoCommit();
    }

    /** Begins a transaction that writes, and that sees what others commit while it runs. */
    static Transaction begin(Database database, UUID tenant) throws SQLException {
        return open(database, tenant, Transaction::writeAtOnce);
    }

    /** Begins a transaction that only reads, and that sees what others commit while it runs. */
    static Transaction beginReading(Database database, UUID tenant) throws SQLException {
        return open(database, tenant, transaction -> {});
    }

    /** Begins a transaction that only reads, and that reads one moment: that of its first query. */
    static Transaction beginOneMoment(Database database, UUID tenant) throws SQLException {
        return open(database, tenant, Transaction::readOneMoment);
    }

    private interface Mode {
        void set(Transaction transaction) throws SQLException;
    }

    private static Transaction open(Database database, UUID tenant, Mode mode) throws SQLException {
        Connection connection = database.source().getConnection();
        try {
            Transaction transaction = new Transaction(new Session(connection, database.dialect(), tenant));
            connection.setAutoCommit(false);
            mode.set(transaction);
            if (database.isRowSecured()) {
                transaction.announce();
            }
            return transaction;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Session session() {
        return session;
    }

    /** The policies of the database let only rows of this tenant through, until the transaction ends. */
    private void announce() throws SQLException {
        session.query(
                "select set_config('perseat.tenant', ?, true)",
                row -> row.getString(1),
                session.tenant().toString());
    }

    private void writeAtOnce() throws SQLException {
        session.dialect().writeAtOnce(session.connection());
    }

    /** PostgreSQL sets the isolation for the transaction alone; H2 sets it for the connection. */
    private void readOneMoment() throws SQLException {
        if (session.dialect() == Dialect.H2) {
            isolationBefore = session.connection().getTransactionIsolation();
            session.connection().setTransactionIsolation(H2_SNAPSHOT);
        } else {
            session.update("set transaction isolation level repeatable read, read only");
        }
    }

    void commit() throws SQLException {
        session.connection().commit();
    }

    @Override
    public void close() throws SQLException {
        if (isOver) {
            return;
        }
        isOver = true;
        try (Connection connection = session.connection()) {
            connection.rollback();
            if (isolationBefore != AS_IT_WAS) {
                connection.setTransactionIsolation(isolationBefore);
            }
            connection.setAutoCommit(autoCommit);
        }
    }
}
