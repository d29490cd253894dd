package dev.perseat.benchmarks.union;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A tenant as tables in a database in memory. A query that fails is a mistake of this benchmark, so nobody catches it. */
final class SqlTenant implements AutoCloseable {
    private final SqlEngine engine;
    private final Connection connection;

    SqlTenant(SqlEngine engine, UnionTenant tenant) {
        this.engine = engine;
        try {
            connection = DriverManager.getConnection(engine.url());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        execute("CREATE TABLE membership (group_no INT NOT NULL, user_no INT NOT NULL)");
        execute("CREATE TABLE nesting (parent_no INT NOT NULL, child_no INT NOT NULL)");
        execute("CREATE TABLE group_license (group_no INT NOT NULL, sku_no INT NOT NULL, plans BIGINT NOT NULL)");
        execute("CREATE TABLE user_license (user_no INT NOT NULL, sku_no INT NOT NULL, plans BIGINT NOT NULL)");
        load("membership", "group_no,user_no", writer -> writeRows(writer, tenant.usersOfGroup));
        load("nesting", "parent_no,child_no", writer -> writeRows(writer, tenant.childrenOfGroup));
        load("group_license", "group_no,sku_no,plans", writer -> writeGrants(writer, tenant, tenant.grantsOfGroup));
        load("user_license", "user_no,sku_no,plans", writer -> writeGrants(writer, tenant, tenant.grantsOfUser));
        if (engine == SqlEngine.H2) {
            execute("CREATE INDEX ON membership (group_no, user_no)");
            execute("CREATE INDEX ON membership (user_no, group_no)");
            execute("CREATE INDEX ON group_license (group_no)");
            execute("CREATE INDEX ON nesting (parent_no, child_no)");
            execute("CREATE INDEX ON nesting (child_no, parent_no)");
            execute("ANALYZE");
        }
    }

    /** Writes lines to a file. */
    private interface Lines {
        void write(BufferedWriter writer) throws IOException;
    }

    /** Reads one row. */
    interface Row {
        void accept(ResultSet row) throws SQLException;
    }

    /** From a file, because that is the bulk insert both engines have. */
    private void load(String table, String header, Lines lines) {
        try {
            Path file = Files.createTempFile("perseat-benchmark", ".csv");
            try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                writer.write(header + "\n");
                lines.write(writer);
            }
            execute("INSERT INTO " + table + " SELECT * FROM " + engine.csv(file.toString()));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeRows(BufferedWriter writer, Csr rows) throws IOException {
        for (int row = 0; row < rows.rows(); row++) {
            for (int k = rows.start()[row]; k < rows.start()[row + 1]; k++) {
                writer.write(row + "," + rows.values()[k] + "\n");
            }
        }
    }

    private static void writeGrants(BufferedWriter writer, UnionTenant tenant, Csr grants) throws IOException {
        for (int row = 0; row < grants.rows(); row++) {
            for (int k = grants.start()[row]; k < grants.start()[row + 1]; k++) {
                UnionTenant.Grant grant = tenant.grants.get(grants.values()[k]);
                writer.write(row + "," + grant.sku() + "," + grant.plans() + "\n");
            }
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void query(String sql, Row reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.accept(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns a query that is parsed once. */
    PreparedStatement prepare(String sql) {
        try {
            return connection.prepareStatement(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns the number in the only row that a query gives for these parameters. */
    static int number(PreparedStatement query, int... parameters) {
        try {
            for (int k = 0; k < parameters.length; k++) {
                query.setInt(k + 1, parameters[k]);
            }
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
