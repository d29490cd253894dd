package dev.perseat.benchmarks.union;

import java.sql.PreparedStatement;
import java.util.Locale;

/** Prepared queries with recursive common table expressions. */
final class SqlExpansion implements ExpansionPeer {
    private static final String BELOW = """
            WITH RECURSIVE reached (group_no, depth) AS (
              SELECT CAST(? AS INT), 0
              UNION
              SELECT nesting.child_no, depth + %d
              FROM reached JOIN nesting ON nesting.parent_no = reached.group_no WHERE depth < 16
            )
            """;
    private static final String ABOVE = """
            WITH RECURSIVE reached (group_no, depth) AS (
              SELECT group_no, 0 FROM membership WHERE user_no = ?
              UNION
              SELECT nesting.parent_no, depth + %d
              FROM reached JOIN nesting ON nesting.child_no = reached.group_no WHERE depth < 16
            )
            """;

    private final SqlTenant database;
    private final PreparedStatement members;
    private final PreparedStatement groups;
    private final PreparedStatement belongs;

    SqlExpansion(UnionTenant tenant, SqlEngine engine) {
        database = new SqlTenant(engine, tenant);
        String below = String.format(Locale.ROOT, BELOW, engine.depthStep());
        String above = String.format(Locale.ROOT, ABOVE, engine.depthStep());
        members = database.prepare(below
                + "SELECT COUNT(DISTINCT user_no) FROM (SELECT DISTINCT group_no FROM reached) AS reached"
                + " JOIN membership ON membership.group_no = reached.group_no");
        groups = database.prepare(above + "SELECT COUNT(DISTINCT group_no) FROM reached");
        belongs = database.prepare(above + "SELECT COUNT(*) FROM reached WHERE group_no = ?");
    }

    @Override
    public int members(int group) {
        return SqlTenant.number(members, group);
    }

    @Override
    public int groups(int user) {
        return SqlTenant.number(groups, user);
    }

    @Override
    public boolean belongs(int user, int group) {
        return SqlTenant.number(belongs, user, group) > 0;
    }

    @Override
    public void close() {
        database.close();
    }
}
