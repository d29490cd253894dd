package dev.perseat.licensing.jdbc;

import javax.sql.DataSource;

/**
 * A database of PostgreSQL with least privileges and row level security.
 *
 * @param owner for the owner of the tables
 * @param service for a role of its own, which owns nothing
 */
record SecuredDatabase(DataSource owner, DataSource service) {
    static SecuredDatabase create(String role) {
        String name = TestDatabases.newPostgresDatabase();
        DataSource owner = TestDatabases.migrated(TestDatabases.postgres(name, "postgres"));
        TestDatabases.execute(
                owner,
                "do $$ begin create role perseat_service; exception when duplicate_object then null; end $$",
                "create role " + role + " login in role perseat_service");
        for (String script : new String[] {"least-privilege.sql", "row-level-security.sql"}) {
            LicenseSchema.statements(LicenseSchema.read("postgresql/option/" + script))
                    .forEach(statement -> TestDatabases.execute(owner, statement));
        }
        return new SecuredDatabase(owner, TestDatabases.postgres(name, role));
    }
}
