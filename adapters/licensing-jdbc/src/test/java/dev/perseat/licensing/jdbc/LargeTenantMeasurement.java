package dev.perseat.licensing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.StoredTenant;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.UUID;

/**
 * Reads a tenant in which a million users hold something and are members of a group, in PostgreSQL. Run it with a small heap,
 * such as {@code -Xmx48m}: that it comes to its end is the answer.
 */
final class LargeTenantMeasurement {
    private static final int USERS = 1_000_000;

    private LargeTenantMeasurement() {}

    /** Takes no arguments, and prints how long it took. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                HikariDataSource source =
                        TestDatabases.migrated(TestDatabases.at(server.getJdbcUrl("postgres", "postgres")))) {
            LicenseStore store = JdbcLicenseStore.of(source);
            SmallWorld.tell(store);
            fill(source);
            long begin = System.nanoTime();
            try (StoredTenant tenant = store.open(SmallWorld.ID)) {
                long holdings = tenant.holdings().count();
                long memberships = tenant.memberships().count();
                System.out.printf(
                        "%d holdings and %d memberships in %.1f s with a heap of at most %d MB%n",
                        holdings,
                        memberships,
                        (System.nanoTime() - begin) / 1e9,
                        Runtime.getRuntime().maxMemory() >> 20);
            }
        }
    }

    private static void fill(HikariDataSource source) {
        UUID tenant = HashKey.of(SmallWorld.ID);
        TestDatabases.execute(
                source,
                "insert into perseat_holding (tenant, user_key, licenses) select '" + tenant
                        + "', convert_to('user-' || i,"
                        + " 'UTF8'), (select min(cast(licenses as text)) from perseat_holding)::uuid"
                        + " from generate_series(1, " + USERS + ") as i",
                "insert into perseat_membership (tenant, group_key, member_key, group_id, member) select '" + tenant
                        + "', '"
                        + HashKey.of(CodeUnits.bytes("sales")) + "', cast(substr(encode(sha256('\\x00' ||"
                        + " convert_to('user-' || i, 'UTF8')), 'hex'), 1, 32) as uuid), convert_to('sales', 'UTF8'),"
                        + " '\\x00' || convert_to('user-' || i, 'UTF8') from generate_series(1, " + USERS + ") as i",
                "vacuum analyze");
    }
}
