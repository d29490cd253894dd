package dev.perseat.licensing.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import javax.sql.DataSource;

/**
 * Writes what {@link UpgradeTest} reads: run its main method once with the folder of the fixtures, when a version of the
 * schema is about to be released, and never again for that version.
 */
final class DatabaseDump {
    private DatabaseDump() {}

    /** Writes the small world as this version stores it. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]);
        write(TestDatabases.migrated(TestDatabases.postgres()), Dialect.POSTGRESQL, folder);
        write(TestDatabases.migrated(TestDatabases.h2()), Dialect.H2, folder);
    }

    private static void write(DataSource source, Dialect dialect, Path folder) throws IOException, SQLException {
        SmallWorld.tell(JdbcLicenseStore.of(source));
        List<String> lines = new ArrayList<>();
        for (int version = 1; version <= LicenseSchema.version(); version++) {
            lines.add(LicenseSchema.script(dialect, version));
        }
        try (Connection connection = source.getConnection()) {
            lines.add(
                    "create table if not exists perseat_schema (version integer not null, script varchar(200) not null,"
                            + " constraint perseat_schema_pk primary key (version));");
            for (String table : tables(connection)) {
                lines.addAll(rows(connection, dialect, table));
            }
        }
        String name = dialect.folder() + "-v" + LicenseSchema.version() + ".sql";
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select lower(table_name) from information_schema.tables"
                        + " where lower(table_name) like 'perseat~_%' escape '~' order by 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<String> rows(Connection connection, Dialect dialect, String table) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table + " order by 1, 2")) {
            while (rows.next()) {
                StringJoiner names = new StringJoiner(", ");
                StringJoiner values = new StringJoiner(", ");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    names.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                    values.add(literal(rows.getObject(i), dialect));
                }
                lines.add("insert into " + table + " (" + names + ") values (" + values + ");");
            }
        }
        return lines;
    }

    private static String literal(Object value, Dialect dialect) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof byte[] bytes) {
            String hex = HexFormat.of().formatHex(bytes);
            return dialect == Dialect.H2 ? "X'" + hex + "'" : "'\\x" + hex + "'";
        }
        return "'" + value + "'";
    }
}
