package dev.perseat.benchmarks.union;

import dev.perseat.benchmarks.peer.Checksum;
import java.util.Locale;

/** One statement with a recursive common table expression, whose answer stays in the database as a table. */
final class SqlPeer implements UnionPeer {
    private static final String ENTITLEMENTS = """
            CREATE TABLE entitlement AS
            WITH RECURSIVE reached (top_no, group_no, depth) AS (
              SELECT DISTINCT group_no, group_no, 0 FROM group_license
              UNION
              SELECT reached.top_no, nesting.child_no, reached.depth + %d
              FROM reached JOIN nesting ON nesting.parent_no = reached.group_no
              WHERE reached.depth < 16
            )
            SELECT user_no, sku_no, %s(plans) AS plans
            FROM (
              SELECT membership.user_no, group_license.sku_no, group_license.plans
              FROM (SELECT DISTINCT top_no, group_no FROM reached) AS reached
              JOIN group_license ON group_license.group_no = reached.top_no
              JOIN membership ON membership.group_no = reached.group_no
              UNION ALL
              SELECT user_no, sku_no, plans FROM user_license
            ) AS given
            GROUP BY user_no, sku_no
            """;

    private final UnionTenant tenant;
    private final SqlTenant database;
    private final String entitlements;

    SqlPeer(UnionTenant tenant, SqlEngine engine) {
        this.tenant = tenant;
        database = new SqlTenant(engine, tenant);
        entitlements = String.format(Locale.ROOT, ENTITLEMENTS, engine.depthStep(), engine.bitOr());
    }

    @Override
    public Answers calculate() {
        database.execute("DROP TABLE IF EXISTS entitlement");
        database.execute(entitlements);
        long[] consumed = new long[tenant.skus()];
        database.query(
                "SELECT sku_no, COUNT(*) FROM entitlement GROUP BY sku_no",
                row -> consumed[row.getInt(1)] = row.getLong(2));
        return () -> checksum(consumed);
    }

    private long checksum(long[] consumed) {
        Checksum checksum = new Checksum();
        database.query("SELECT user_no, sku_no, plans FROM entitlement", row -> {
            int sku = row.getInt(2);
            checksum.addLicense(tenant.userId(row.getInt(1)), tenant.skuId(sku), tenant.planIds(sku, row.getLong(3)));
        });
        for (int sku = 0; sku < consumed.length; sku++) {
            checksum.addConsumed(tenant.skuId(sku), consumed[sku]);
        }
        return checksum.value();
    }

    @Override
    public void close() {
        database.close();
    }
}
