package dev.perseat.licensing.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the schema, and the statements that write many of its rows at once: one array for each column, which the
 * database takes apart again. So a thousand rows are one statement with always the same text, and need no rewriting by a
 * driver. The tenant is part of every key, and a single value for all rows.
 *
 * @param name the name
 * @param keys the columns that make the key, after the tenant
 * @param values the other columns
 */
record Table(String name, List<Column> keys, List<Column> values) {
    static final String BYTES = "bytea";
    private static final String UUID = "uuid";
    private static final String LONG = "bigint";
    private static final String INT = "integer";
    private static final String SHORT = "smallint";
    private static final String BOOLEAN = "boolean";

    static final Table TENANT = new Table("perseat_tenant", List.of(), List.of(new Column("tenant_id", BYTES)));

    static final Table COMMIT = new Table(
            "perseat_commit", List.of(new Column("commit_id", BYTES)), List.of(new Column("operation", LONG)));

    static final Table OBJECT = new Table(
            "perseat_object",
            List.of(new Column("kind", SHORT), new Column("id_key", BYTES)),
            List.of(new Column("body", BYTES)));

    static final Table MEMBERSHIP = new Table(
            "perseat_membership",
            List.of(new Column("group_key", UUID), new Column("member_key", UUID)),
            List.of(new Column("group_id", BYTES), new Column("member", BYTES)));

    /** All that a user or a group is a member of. */
    static final Table MEMBERSHIPS_OF_MEMBER =
            new Table(MEMBERSHIP.name, List.of(new Column("member_key", UUID)), List.of());

    /** All that is a member of a group. */
    static final Table MEMBERSHIPS_OF_GROUP =
            new Table(MEMBERSHIP.name, List.of(new Column("group_key", UUID)), List.of());

    static final Table OPERATION =
            new Table("perseat_operation", List.of(new Column("number", LONG)), List.of(new Column("body", BYTES)));

    static final Table STEP = new Table(
            "perseat_step",
            List.of(new Column("version", LONG), new Column("part", INT)),
            List.of(new Column("body", BYTES)));

    static final Table CONTENT =
            new Table("perseat_content", List.of(new Column("content", UUID)), List.of(new Column("body", BYTES)));

    static final Table HOLDING = new Table(
            "perseat_holding",
            List.of(new Column("user_key", BYTES)),
            List.of(new Column("long_id", BYTES), new Column("licenses", UUID)));

    static final Table POSTPONED = new Table(
            "perseat_postponed",
            List.of(new Column("operation", LONG), new Column("user_key", BYTES)),
            List.of(new Column("body", BYTES)));

    static final Table AUDIT = new Table(
            "perseat_audit",
            List.of(new Column("sequence", LONG)),
            List.of(
                    new Column("at_micros", LONG),
                    new Column("actor", UUID),
                    new Column("activity", SHORT),
                    new Column("target", UUID),
                    new Column("target_kind", SHORT),
                    new Column("target_id", BYTES),
                    new Column("refused", BOOLEAN),
                    new Column("cause", LONG),
                    new Column("changes", UUID),
                    new Column("properties", UUID)));

    /**
     * A column.
     *
     * @param name the name
     * @param type the type, by a name that both databases know
     */
    record Column(String name, String type) {}

    /** All columns but the tenant, those of the key first. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>(keys);
        columns.addAll(values);
        return columns;
    }

    /** The names of all columns, the tenant first. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of("tenant"));
        columns().forEach(column -> names.add(column.name()));
        return names;
    }

    String keyNames() {
        return "tenant" + keys.stream().map(column -> ", " + column.name()).collect(Collectors.joining());
    }

    /** Inserts rows that are not there yet. */
    String insert() {
        return "insert into " + name + " (" + String.join(", ", names()) + ") " + select(columns());
    }

    /** Makes rows of the tenant and of one array for each column. */
    String select(List<Column> columns) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String arrays = columns.stream()
                .map(column -> "cast(? as " + column.type() + " array)")
                .collect(Collectors.joining(", "));
        return "select cast(? as uuid) as tenant"
                + columns.stream().map(it -> ", x." + it.name()).collect(Collectors.joining())
                + " from unnest(" + arrays + ") as x(" + names + ")";
    }

    /**
     * Makes rows of keys, to find rows of the table by; the last parameter is how many keys there are.
     *
     * <p>PostgreSQL could count them itself. But it plans a statement once for any number of keys, perhaps while the table is
     * empty, and keeps that plan until the table is analyzed, perhaps a minute after a million rows have come. Expecting ten
     * keys it would go through all rows of the tenant; of a limit that it does not know it expects one key, and so takes the
     * index whatever it believes of the table. For the same reason the tenant comes from here: compared with a parameter,
     * it seems to leave few rows.
     */
    String keyRows() {
        return select(keys) + " limit ?";
    }

    /** Finds rows {@code t} by their keys, see {@link #keyRows}. */
    String find(String result) {
        return "select " + result + " from (" + keyRows() + ") s join " + name + " t on " + sameKey();
    }

    /** Compares the keys of {@code t} and {@code s}. */
    String sameKey() {
        return "t.tenant = s.tenant"
                + keys.stream()
                        .map(column -> " and t." + column.name() + " = s." + column.name())
                        .collect(Collectors.joining());
    }
}
