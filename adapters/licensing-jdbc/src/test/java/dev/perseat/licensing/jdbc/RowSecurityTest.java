package dev.perseat.licensing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowSecurityTest {
    private static final SecuredDatabase DATABASE = SecuredDatabase.create("row_service");
    private static final List<String> TABLES = List.of(
            "head", "commit", "object", "membership", "operation", "step", "content", "holding", "postponed", "audit");

    @Test
    void transaction_ofAnotherTenantOrOfNone_seesNoRow() throws SQLException {
        SmallWorld.tell(JdbcLicenseStore.of(DATABASE.service()));
        try (Connection connection = DATABASE.service().getConnection()) {
            Session session = new Session(connection, Dialect.POSTGRESQL, HashKey.NONE);
            connection.setAutoCommit(false);
            assertThat(rows(session)).isZero();
            announce(session, HashKey.NONE);
            assertThat(rows(session)).isZero();
            announce(session, HashKey.of(SmallWorld.ID));
            assertThat(rows(session)).isPositive();
            connection.rollback();
            assertThat(rows(session)).isZero();
            connection.rollback();
        }
    }

    @Test
    void service_canChangeNeitherTheTrailNorTheLogNorATable() {
        for (String sql : List.of(
                "update perseat_audit set refused = true",
                "delete from perseat_audit",
                "delete from perseat_step",
                "update perseat_content set body = body",
                "alter table perseat_head add column more integer",
                "drop table perseat_audit",
                "alter table perseat_head disable row level security")) {
            assertThatThrownBy(() -> TestDatabases.execute(DATABASE.service(), sql))
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    private static void announce(Session session, UUID tenant) throws SQLException {
        session.query("select set_config('perseat.tenant', ?, true)", row -> row.getString(1), tenant.toString());
    }

    private static long rows(Session session) throws SQLException {
        long count = 0;
        for (String table : TABLES) {
            count += session.find("select count(*) from perseat_" + table, row -> row.getLong(1))
                    .orElseThrow();
        }
        return count;
    }
}
