package dev.perseat.licensing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 by itself writes what is committed half a second later. */
class H2DurabilityTest {
    @TempDir
    Path folder;

    @Test
    void commit_toAFileMigratedBefore_isInItOnceItReturns() {
        String url = "jdbc:h2:file:" + folder.resolve("store");
        TestDatabases.migrated(TestDatabases.h2(url)).close();
        try (HikariDataSource source = TestDatabases.h2(url)) {
            SmallWorld.tell(JdbcLicenseStore.of(source));
            assertThatThrownBy(() -> TestDatabases.execute(source, "shutdown immediately"))
                    .as("the connection dies with the database")
                    .hasRootCauseInstanceOf(SQLException.class);
        }
        try (HikariDataSource source = TestDatabases.h2(url)) {
            assertThat(JdbcLicenseStore.of(source).head(SmallWorld.ID).version())
                    .isEqualTo(3);
        }
    }
}
